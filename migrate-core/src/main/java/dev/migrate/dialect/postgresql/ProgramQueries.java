package dev.migrate.dialect.postgresql;

/**
 * The queries for what is known by the server's text, and for what is only named. What
 * belongs to an extension is left out.
 */
final class ProgramQueries {

	static final String NAMESPACES = CatalogReader.WANTED + """
			SELECT n.nspname AS name,
			  CASE WHEN n.nspname = 'public' THEN nullif(x.description, 'standard public schema') ELSE x.description END
			    AS comment
			FROM wanted n
			LEFT JOIN pg_description x ON x.objoid = n.oid AND x.classoid = 'pg_namespace'::regclass
			WHERE NOT EXISTS (SELECT FROM pg_depend e
			  WHERE e.classid = 'pg_namespace'::regclass AND e.objid = n.oid AND e.deptype = 'e')
			""";

	// plpgsql comes with every database.
	static final String EXTENSIONS = """
			SELECT e.extname AS name, n.nspname AS schema
			FROM pg_extension e
			JOIN pg_namespace n ON n.oid = e.extnamespace
			WHERE e.extname <> 'plpgsql'
			""";

	// A range type's own functions depend on it internally.
	static final String ROUTINES = CatalogReader.WANTED + """
			SELECT n.nspname AS schema, p.proname AS name, pg_get_function_identity_arguments(p.oid) AS arguments,
			  p.prokind = 'p' AS procedure, pg_get_functiondef(p.oid) AS definition, x.description AS comment
			FROM pg_proc p
			JOIN wanted n ON n.oid = p.pronamespace
			LEFT JOIN pg_description x ON x.objoid = p.oid AND x.classoid = 'pg_proc'::regclass
			WHERE p.prokind <> 'a'
			  AND NOT EXISTS (SELECT FROM pg_depend e
			    WHERE e.classid = 'pg_proc'::regclass AND e.objid = p.oid AND e.deptype IN ('e', 'i'))
			""";

	static final String TRIGGERS = CatalogReader.WANTED + """
			SELECT n.nspname AS schema, c.relname AS name, t.tgname AS trigger, pg_get_triggerdef(t.oid) AS definition,
			  t.tgenabled AS enabled, x.description AS comment
			FROM pg_trigger t
			JOIN pg_class c ON c.oid = t.tgrelid
			JOIN wanted n ON n.oid = c.relnamespace
			LEFT JOIN pg_description x ON x.objoid = t.oid AND x.classoid = 'pg_trigger'::regclass
			WHERE NOT t.tgisinternal AND t.tgparentid = 0
			  AND NOT EXISTS (SELECT FROM pg_depend e
			    WHERE (e.classid, e.objid) IN (('pg_class'::regclass, c.oid), ('pg_trigger'::regclass, t.oid))
			      AND e.deptype = 'e')
			""";

	static final String POLICIES = CatalogReader.WANTED
			+ """
					SELECT n.nspname AS schema, c.relname AS name, p.polname AS policy,
					  format('CREATE POLICY %I ON %I.%I AS %s FOR %s TO %s', p.polname, n.nspname, c.relname,
					    CASE WHEN p.polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END,
					    CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE'
					      ELSE 'ALL' END,
					    coalesce((SELECT string_agg(quote_ident(r.rolname), ', ' ORDER BY r.rolname)
					      FROM pg_roles r WHERE r.oid = ANY (p.polroles)), 'PUBLIC'))
					    || coalesce(' USING (' || pg_get_expr(p.polqual, p.polrelid) || ')', '')
					    || coalesce(' WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '') AS definition,
					  x.description AS comment
					FROM pg_policy p
					JOIN pg_class c ON c.oid = p.polrelid
					JOIN wanted n ON n.oid = c.relnamespace
					LEFT JOIN pg_description x ON x.objoid = p.oid AND x.classoid = 'pg_policy'::regclass
					""";

	static final String RULES = CatalogReader.WANTED + """
			SELECT n.nspname AS schema, c.relname AS name, r.rulename AS rule, pg_get_ruledef(r.oid) AS definition,
			  r.ev_enabled AS enabled, x.description AS comment
			FROM pg_rewrite r
			JOIN pg_class c ON c.oid = r.ev_class
			JOIN wanted n ON n.oid = c.relnamespace
			LEFT JOIN pg_description x ON x.objoid = r.oid AND x.classoid = 'pg_rewrite'::regclass
			WHERE r.rulename <> '_RETURN'
			  AND NOT EXISTS (SELECT FROM pg_depend e
			    WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
			""";

	// Casts live in no schema: those count that have to do with a type of one wanted.
	static final String CASTS = CatalogReader.WANTED
			+ """
					SELECT format_type(k.castsource, NULL) AS source, format_type(k.casttarget, NULL) AS target,
					  format('CREATE CAST (%s AS %s) %s%s', format_type(k.castsource, NULL), format_type(k.casttarget, NULL),
					    CASE k.castmethod WHEN 'i' THEN 'WITH INOUT' WHEN 'b' THEN 'WITHOUT FUNCTION'
					      ELSE 'WITH FUNCTION ' || k.castfunc::regprocedure END,
					    CASE k.castcontext WHEN 'i' THEN ' AS IMPLICIT' WHEN 'a' THEN ' AS ASSIGNMENT' ELSE '' END) AS definition,
					  x.description AS comment
					FROM pg_cast k
					JOIN pg_type s ON s.oid = k.castsource
					JOIN pg_type t ON t.oid = k.casttarget
					LEFT JOIN pg_proc f ON f.oid = k.castfunc
					LEFT JOIN pg_description x ON x.objoid = k.oid AND x.classoid = 'pg_cast'::regclass
					WHERE (s.typnamespace IN (SELECT oid FROM wanted) OR t.typnamespace IN (SELECT oid FROM wanted)
					    OR f.pronamespace IN (SELECT oid FROM wanted))
					  AND NOT EXISTS (SELECT FROM pg_depend e
					    WHERE e.classid = 'pg_cast'::regclass AND e.objid = k.oid AND e.deptype IN ('e', 'i'))
					""";

	static final String OTHERS = CatalogReader.WANTED
			+ """
					, candidates(type, class, oid, namespace, name, definition) AS (
					  SELECT 'foreign table', 'pg_class'::regclass, oid, relnamespace, relname::text, NULL::text
					  FROM pg_class WHERE relkind = 'f'
					  UNION ALL
					  SELECT 'range type', 'pg_type'::regclass, t.oid, t.typnamespace, t.typname::text,
					    format_type(r.rngsubtype, NULL)
					  FROM pg_type t JOIN pg_range r ON r.rngtypid = t.oid
					  UNION ALL
					  SELECT 'base type', 'pg_type'::regclass, oid, typnamespace, typname::text, NULL
					  FROM pg_type WHERE typtype = 'b' AND typcategory <> 'A'
					  UNION ALL
					  SELECT 'aggregate', 'pg_proc'::regclass, oid, pronamespace,
					    proname || '(' || pg_get_function_identity_arguments(oid) || ')', NULL
					  FROM pg_proc WHERE prokind = 'a' AND oid >= 16384
					  UNION ALL
					  SELECT 'statistics', 'pg_statistic_ext'::regclass, oid, stxnamespace, stxname::text,
					    pg_get_statisticsobjdef(oid)
					  FROM pg_statistic_ext
					  UNION ALL
					  SELECT 'operator', 'pg_operator'::regclass, oid, oprnamespace, oid::regoperator::text, NULL
					  FROM pg_operator WHERE oid >= 16384
					  UNION ALL
					  SELECT 'operator class', 'pg_opclass'::regclass, o.oid, o.opcnamespace, o.opcname || ' using ' || m.amname, NULL
					  FROM pg_opclass o JOIN pg_am m ON m.oid = o.opcmethod
					  UNION ALL
					  SELECT 'collation', 'pg_collation'::regclass, oid, collnamespace,
					  concat_ws(' for ', collname, nullif(pg_encoding_to_char(collencoding), '')), NULL
					  FROM pg_collation
					  UNION ALL
					  SELECT 'conversion', 'pg_conversion'::regclass, oid, connamespace, conname::text, NULL
					  FROM pg_conversion
					  UNION ALL
					  SELECT 'text search configuration', 'pg_ts_config'::regclass, oid, cfgnamespace, cfgname::text, NULL
					  FROM pg_ts_config
					  UNION ALL
					  SELECT 'text search dictionary', 'pg_ts_dict'::regclass, oid, dictnamespace, dictname::text, dictinitoption
					  FROM pg_ts_dict)
					SELECT o.type, n.nspname AS schema, o.name, o.definition
					FROM candidates o
					JOIN wanted n ON n.oid = o.namespace
					WHERE NOT EXISTS (SELECT FROM pg_depend e
					  WHERE e.classid = o.class AND e.objid = o.oid AND e.deptype = 'e')
					""";

	private ProgramQueries() {
	}

}

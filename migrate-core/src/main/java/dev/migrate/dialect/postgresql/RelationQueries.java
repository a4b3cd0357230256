package dev.migrate.dialect.postgresql;

/**
 * The queries for tables, views and sequences with all that is inside them. What belongs
 * to an extension is left out; so is what a partition has from its parent.
 */
final class RelationQueries {

	static final String RELATIONS = CatalogReader.WANTED + """
			SELECT c.oid, n.nspname AS schema, c.relname AS name, c.relkind AS kind,
			  c.relpersistence = 'u' AS unlogged, c.relrowsecurity AS row_security,
			  c.relforcerowsecurity AS force_row_security,
			  CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END AS partition_key,
			  CASE WHEN c.relispartition THEN pg_get_expr(c.relpartbound, c.oid) END AS partition_bound,
			  c.relispartition AS partition,
			  parents.schemas AS parent_schemas, parents.names AS parent_names,
			  CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END AS definition,
			  CASE WHEN c.relkind = 'v' THEN c.reloptions END AS options,
			  x.description AS comment
			FROM pg_class c
			JOIN wanted n ON n.oid = c.relnamespace
			LEFT JOIN (
			  SELECT h.inhrelid, array_agg(pn.nspname::text ORDER BY h.inhseqno) AS schemas,
			    array_agg(p.relname::text ORDER BY h.inhseqno) AS names
			  FROM pg_inherits h
			  JOIN pg_class p ON p.oid = h.inhparent AND p.relkind IN ('r', 'p', 'f')
			  JOIN pg_namespace pn ON pn.oid = p.relnamespace
			  GROUP BY h.inhrelid) parents ON parents.inhrelid = c.oid
			LEFT JOIN pg_description x ON x.objoid = c.oid AND x.classoid = 'pg_class'::regclass AND x.objsubid = 0
			WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S')
			  AND NOT EXISTS (SELECT FROM pg_depend e
			    WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
			""";

	static final String COLUMNS = CatalogReader.WANTED
			+ """
					SELECT a.attrelid AS relation, a.attnum AS position, a.attname AS name,
					  format_type(a.atttypid, a.atttypmod) AS type, un.nspname AS type_schema, ut.typname AS type_name,
					  NOT a.attnotnull AS nullable, quote_ident(cn.nspname) || '.' || quote_ident(co.collname) AS collation,
					  pg_get_expr(d.adbin, d.adrelid) AS default_expression, nullif(a.attidentity, '') AS identity,
					  nullif(a.attgenerated, '') AS generated, x.description AS comment
					FROM pg_attribute a
					JOIN pg_class c ON c.oid = a.attrelid
					JOIN wanted n ON n.oid = c.relnamespace
					JOIN pg_type t ON t.oid = a.atttypid
					LEFT JOIN pg_type ut ON ut.oid = CASE WHEN t.typcategory = 'A' AND t.typelem <> 0 THEN t.typelem ELSE t.oid END
					  AND ut.typnamespace <> 'pg_catalog'::regnamespace
					  AND NOT EXISTS (SELECT FROM pg_depend e
					    WHERE e.classid = 'pg_type'::regclass AND e.objid = ut.oid AND e.deptype = 'e')
					LEFT JOIN pg_namespace un ON un.oid = ut.typnamespace
					LEFT JOIN pg_collation co ON co.oid = a.attcollation AND a.attcollation <> t.typcollation
					LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
					LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
					LEFT JOIN pg_description x
					  ON x.objoid = a.attrelid AND x.classoid = 'pg_class'::regclass AND x.objsubid = a.attnum
					WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'c', 'v', 'm')
					ORDER BY a.attrelid, a.attnum
					""";

	static final String SEQUENCES = CatalogReader.WANTED
			+ """
					SELECT s.seqrelid AS oid, format_type(s.seqtypid, NULL) AS type, s.seqstart AS start, s.seqincrement AS increment,
					  s.seqmin AS minimum, s.seqmax AS maximum, s.seqcache AS cache, s.seqcycle AS cycle,
					  d.deptype = 'i' AS identity, o.oid AS owner, a.attnum AS owner_position,
					  ons.nspname AS owner_schema, o.relname AS owner_table, a.attname AS owner_column
					FROM pg_sequence s
					JOIN pg_class c ON c.oid = s.seqrelid
					JOIN wanted n ON n.oid = c.relnamespace
					LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = s.seqrelid AND d.objsubid = 0
					  AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i')
					LEFT JOIN pg_class o ON o.oid = d.refobjid
					LEFT JOIN pg_namespace ons ON ons.oid = o.relnamespace
					LEFT JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
					""";

	static final String CONSTRAINTS = CatalogReader.WANTED
			+ """
					SELECT con.conrelid AS relation, con.contypid AS domain, con.conname AS name, con.contype AS kind,
					  CASE WHEN con.conrelid <> 0 THEN con.conkey END AS columns,
					  con.condeferrable AS deferrable, con.condeferred AS deferred, con.convalidated AS validated,
					  con.conenforced AS enforced, con.connoinherit AS no_inherit, con.conperiod AS period,
					  CASE WHEN con.contype = 'c' THEN pg_get_expr(con.conbin, con.conrelid) END AS expression,
					  CASE WHEN con.contype = 'x' OR con.conperiod THEN pg_get_constraintdef(con.oid) END AS definition,
					  CASE WHEN con.contype IN ('p', 'u') AND i.indnatts > i.indnkeyatts THEN i.indkey[i.indnkeyatts:]::int2[] END
					    AS include,
					  i.indnullsnotdistinct AS nulls_not_distinct,
					  con.confrelid AS target, tn.nspname AS target_schema, tc.relname AS target_table,
					  con.confkey AS target_columns,
					  CASE WHEN con.contype = 'f' AND tc.relnamespace NOT IN (SELECT oid FROM wanted) THEN ARRAY(
					    SELECT a.attname::text
					    FROM unnest(con.confkey) WITH ORDINALITY k(number, place)
					    JOIN pg_attribute a ON a.attrelid = con.confrelid AND a.attnum = k.number
					    ORDER BY k.place) END AS far_columns,
					  con.confdeltype AS on_delete, con.confupdtype AS on_update, con.confdelsetcols AS on_delete_columns,
					  con.confmatchtype = 'f' AS match_full, x.description AS comment
					FROM pg_constraint con
					JOIN wanted n ON n.oid = con.connamespace
					LEFT JOIN pg_index i ON i.indexrelid = con.conindid AND con.contype IN ('p', 'u')
					LEFT JOIN pg_class tc ON tc.oid = con.confrelid
					LEFT JOIN pg_namespace tn ON tn.oid = tc.relnamespace
					LEFT JOIN pg_description x ON x.objoid = con.oid AND x.classoid = 'pg_constraint'::regclass
					WHERE con.contype IN ('p', 'u', 'f', 'c', 'x') AND con.conparentid = 0 AND con.conislocal
					""";

	static final String INDEXES = CatalogReader.WANTED
			+ """
					SELECT i.indrelid AS relation, i.indexrelid AS oid, ic.relname AS name, i.indisunique AS unique,
					  am.amname AS method, i.indnullsnotdistinct AS nulls_not_distinct, i.indisvalid AS valid,
					  pg_get_expr(i.indpred, i.indrelid) AS predicate, x.description AS comment,
					  ia.attnum > i.indnkeyatts AS include, i.indkey[ia.attnum - 1] AS position,
					  CASE WHEN i.indkey[ia.attnum - 1] = 0 THEN pg_get_indexdef(i.indexrelid, ia.attnum, false) END AS expression,
					  i.indoption[ia.attnum - 1] AS options,
					  quote_ident(opn.nspname) || '.' || quote_ident(op.opcname) AS operator_class,
					  array_to_string(ia.attoptions, ', ') AS class_options,
					  quote_ident(dn.nspname) || '.' || quote_ident(dop.opcname) AS any_operator_class,
					  quote_ident(cn.nspname) || '.' || quote_ident(co.collname) AS collation
					FROM pg_index i
					JOIN pg_class ic ON ic.oid = i.indexrelid AND NOT ic.relispartition
					JOIN wanted n ON n.oid = ic.relnamespace
					JOIN pg_am am ON am.oid = ic.relam
					JOIN pg_attribute ia ON ia.attrelid = i.indexrelid
					LEFT JOIN pg_attribute ta ON ta.attrelid = i.indrelid AND ta.attnum = i.indkey[ia.attnum - 1] AND ta.attnum <> 0
					LEFT JOIN pg_opclass dop ON dop.oid = i.indclass[ia.attnum - 1]
					LEFT JOIN pg_namespace dn ON dn.oid = dop.opcnamespace
					LEFT JOIN pg_opclass op ON op.oid = dop.oid AND NOT op.opcdefault
					LEFT JOIN pg_namespace opn ON opn.oid = op.opcnamespace
					LEFT JOIN pg_type it ON it.oid = ia.atttypid
					LEFT JOIN pg_collation co ON co.oid = i.indcollation[ia.attnum - 1]
					  AND co.oid <> coalesce(ta.attcollation, it.typcollation)
					LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
					LEFT JOIN pg_description x
					  ON x.objoid = i.indexrelid AND x.classoid = 'pg_class'::regclass AND x.objsubid = 0
					WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
					ORDER BY i.indexrelid, ia.attnum
					""";

	static final String VIEW_USES = CatalogReader.WANTED + """
			SELECT DISTINCT r.ev_class AS relation, un.nspname AS schema, u.relname AS name
			FROM pg_rewrite r
			JOIN pg_class c ON c.oid = r.ev_class AND c.relkind IN ('v', 'm')
			JOIN wanted n ON n.oid = c.relnamespace
			JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid
			  AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> r.ev_class
			JOIN pg_class u ON u.oid = d.refobjid
			JOIN pg_namespace un ON un.oid = u.relnamespace
			WHERE r.rulename = '_RETURN' AND un.nspname <> 'pg_catalog'
			""";

	private RelationQueries() {
	}

}

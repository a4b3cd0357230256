package dev.migrate.dialect.postgresql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import dev.migrate.dialect.CatalogRow;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.CompositeType;
import dev.migrate.schema.Domain;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.SchemaObject;

/**
 * Reads enum types, composite types and domains.
 */
final class TypeReader implements CatalogReader {

	private static final String TYPES = CatalogReader.WANTED
			+ """
					SELECT t.oid, n.nspname AS schema, t.typname AS name, t.typtype AS kind, t.typrelid AS relation,
					  (SELECT array_agg(e.enumlabel::text ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid)
					    AS labels,
					  CASE WHEN t.typtype = 'd' THEN format_type(t.typbasetype, t.typtypmod) END AS base_type,
					  un.nspname AS type_schema, ut.typname AS type_name, NOT t.typnotnull AS nullable,
					  quote_ident(cn.nspname) || '.' || quote_ident(co.collname) AS collation,
					  pg_get_expr(t.typdefaultbin, 0) AS default_expression, x.description AS comment
					FROM pg_type t
					JOIN wanted n ON n.oid = t.typnamespace
					LEFT JOIN pg_class c ON c.oid = t.typrelid
					LEFT JOIN pg_type b ON b.oid = t.typbasetype
					LEFT JOIN pg_type ut ON ut.oid = CASE WHEN b.typcategory = 'A' AND b.typelem <> 0 THEN b.typelem ELSE b.oid END
					  AND ut.typnamespace <> 'pg_catalog'::regnamespace
					  AND NOT EXISTS (SELECT FROM pg_depend e
					    WHERE e.classid = 'pg_type'::regclass AND e.objid = ut.oid AND e.deptype = 'e')
					LEFT JOIN pg_namespace un ON un.oid = ut.typnamespace
					LEFT JOIN pg_collation co ON co.oid = t.typcollation AND t.typcollation <> b.typcollation
					LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
					LEFT JOIN pg_description x ON x.objoid = t.oid AND x.classoid = 'pg_type'::regclass AND x.objsubid = 0
					WHERE (t.typtype IN ('e', 'd') OR (t.typtype = 'c' AND c.relkind = 'c'))
					  AND NOT EXISTS (SELECT FROM pg_depend e
					    WHERE e.classid = 'pg_type'::regclass AND e.objid = t.oid AND e.deptype = 'e')
					""";

	private final RelationReader relations;

	// Their parts may still be to come.
	private final List<Supplier<SchemaObject>> types = new ArrayList<>();

	TypeReader(RelationReader relations) {
		this.relations = relations;
	}

	@Override
	public List<String> queries() {
		return List.of(TYPES);
	}

	List<SchemaObject> objects() {
		List<SchemaObject> objects = new ArrayList<>();
		for (Supplier<SchemaObject> type : this.types) {
			objects.add(type.get());
		}
		return objects;
	}

	@Override
	public void read(String query, CatalogRow row) throws SQLException {
		readType(row);
	}

	private void readType(CatalogRow row) throws SQLException {
		QualifiedName name = new QualifiedName(row.text("schema"), row.text("name"));
		String comment = row.optional("comment");
		switch (row.text("kind")) {
			case "e" -> {
				EnumType type = new EnumType(name, row.texts("labels"), comment);
				this.types.add(() -> type);
			}
			case "c" -> {
				long relation = row.number("relation");
				this.types.add(() -> new CompositeType(name, this.relations.columnsOf(relation), comment));
			}
			default -> readDomain(row, name);
		}
	}

	private void readDomain(CatalogRow row, QualifiedName name) throws SQLException {
		long oid = row.number("oid");
		String typeSchema = row.optional("type_schema");
		QualifiedName definedBy = (typeSchema != null) ? new QualifiedName(typeSchema, row.text("type_name")) : null;
		Domain domain = new Domain(name, new ColumnType(row.text("base_type"), definedBy), row.flag("nullable"),
				row.optional("collation"), row.optional("default_expression"), List.of(), row.optional("comment"));
		this.types.add(() -> domain.withChecks(this.relations.checksOfDomain(oid)));
	}

}

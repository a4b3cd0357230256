package dev.migrate.hibernate;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

import javax.sql.DataSource;

/**
 * What a database holds, as sorted lines without the names of constraints and indexes.
 */
final class Catalogue {

	private static final String POSTGRESQL = """
			SELECT 'column ' || n.nspname || '.' || c.relname || '.' || a.attname || ' ' ||
			       format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END ||
			       ' identity=' || a.attidentity::text || ' generated=' || a.attgenerated::text || ' default=' ||
			       coalesce(pg_get_expr(d.adbin, d.adrelid), '') || ' collation=' || a.attcollation::regcollation::text ||
			       ' kind=' || c.relkind::text || ' comment=' || coalesce(col_description(c.oid, a.attnum), '')
			FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
			LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
			WHERE a.attnum > 0 AND c.relkind IN ('r', 'v', 'c')
			  AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
			UNION ALL
			SELECT 'constraint ' || conrelid::regclass::text || ' ' || pg_get_constraintdef(c.oid)
			FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace
			WHERE contype <> 'n' AND conrelid <> 0 AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
			UNION ALL
			SELECT 'index ' || regexp_replace(pg_get_indexdef(i.indexrelid), 'INDEX .* ON', 'INDEX ON')
			FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
			WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
			UNION ALL
			SELECT 'sequence ' || schemaname || '.' || sequencename || ' ' || data_type::text || ' start=' || start_value ||
			       ' increment=' || increment_by || ' max=' || max_value || ' cycle=' || cycle
			FROM pg_sequences
			UNION ALL
			SELECT 'enum ' || enumtypid::regtype::text || ' ' || string_agg(enumlabel, ',' ORDER BY enumsortorder)
			FROM pg_enum GROUP BY enumtypid
			UNION ALL
			SELECT 'cast ' || castsource::regtype::text || ' ' || casttarget::regtype::text || ' ' || castcontext::text ||
			       castmethod::text FROM pg_cast WHERE oid >= 16384
			UNION ALL
			SELECT 'schema ' || nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'
			UNION ALL
			SELECT 'table ' || oid::regclass::text || ' comment=' || coalesce(obj_description(oid, 'pg_class'), '') ||
			       ' view=' || coalesce(CASE WHEN relkind = 'v' THEN pg_get_viewdef(oid) END, '')
			FROM pg_class WHERE relkind IN ('r', 'v') AND oid >= 16384
			  AND relnamespace <> 'information_schema'::regnamespace
			""";

	private static final List<String> H2 = List.of("""
			SELECT 'column ' || TABLE_SCHEMA || '.' || TABLE_NAME || '.' || COLUMN_NAME || ' ' || DATA_TYPE || ' ' ||
			       COALESCE(CHARACTER_MAXIMUM_LENGTH, 0) || ' ' || COALESCE(NUMERIC_PRECISION, 0) || ' ' ||
			       COALESCE(NUMERIC_SCALE, 0) || ' ' || COALESCE(DATETIME_PRECISION, 0) || ' ' || IS_NULLABLE ||
			       ' default=' || COALESCE(COLUMN_DEFAULT, '') || ' identity=' || IS_IDENTITY || ' generated=' ||
			       COALESCE(GENERATION_EXPRESSION, '') || ' comment=' || COALESCE(REMARKS, '')
			FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA <> 'INFORMATION_SCHEMA'""",
			"""
					SELECT 'enum ' || OBJECT_NAME || ' ' || VALUE_NAME || ' ' || VALUE_ORDINAL FROM INFORMATION_SCHEMA.ENUM_VALUES""",
			"""
					SELECT 'check ' || T.TABLE_NAME || ' CHECK ' || C.CHECK_CLAUSE FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS C
					JOIN INFORMATION_SCHEMA.TABLE_CONSTRAINTS T ON T.CONSTRAINT_NAME = C.CONSTRAINT_NAME""",
			"""
					SELECT T.CONSTRAINT_TYPE || ' ' || T.TABLE_SCHEMA || '.' || T.TABLE_NAME || ' ' ||
					       (SELECT LISTAGG(K.COLUMN_NAME, ',') WITHIN GROUP (ORDER BY K.ORDINAL_POSITION)
					          FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE K WHERE K.CONSTRAINT_NAME = T.CONSTRAINT_NAME
					           AND K.CONSTRAINT_SCHEMA = T.CONSTRAINT_SCHEMA)
					       || ' ' || COALESCE((SELECT R.DELETE_RULE FROM INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS R
					          WHERE R.CONSTRAINT_NAME = T.CONSTRAINT_NAME AND R.CONSTRAINT_SCHEMA = T.CONSTRAINT_SCHEMA), '')
					FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS T WHERE T.CONSTRAINT_TYPE <> 'CHECK'""",
			"""
					SELECT 'index ' || TABLE_NAME || ' ' || INDEX_TYPE_NAME || ' ' ||
					       (SELECT LISTAGG(C.COLUMN_NAME || C.ORDERING_SPECIFICATION, ',')
					               WITHIN GROUP (ORDER BY C.ORDINAL_POSITION)
					          FROM INFORMATION_SCHEMA.INDEX_COLUMNS C WHERE C.INDEX_NAME = I.INDEX_NAME
					           AND C.INDEX_SCHEMA = I.INDEX_SCHEMA)
					FROM INFORMATION_SCHEMA.INDEXES I WHERE TABLE_SCHEMA <> 'INFORMATION_SCHEMA'""",
			"""
					SELECT 'sequence ' || SEQUENCE_SCHEMA || '.' || SEQUENCE_NAME || ' ' || START_VALUE || ' ' || INCREMENT
					FROM INFORMATION_SCHEMA.SEQUENCES""",
			"""
					SELECT 'schema ' || SCHEMA_NAME FROM INFORMATION_SCHEMA.SCHEMATA""", """
					SELECT 'table ' || TABLE_NAME || ' ' || COALESCE(REMARKS, '') FROM INFORMATION_SCHEMA.TABLES
					WHERE TABLE_SCHEMA <> 'INFORMATION_SCHEMA'""");

	private Catalogue() {
	}

	static List<String> ofPostgreSql(DataSource database) throws SQLException {
		return lines(database, List.of(POSTGRESQL));
	}

	static List<String> ofH2(DataSource database) throws SQLException {
		return lines(database, H2);
	}

	private static List<String> lines(DataSource database, List<String> queries) throws SQLException {
		// A set: Hibernate names two equal constraints apart where the server needs one.
		TreeSet<String> lines = new TreeSet<>();
		try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
			for (String query : queries) {
				try (ResultSet rows = statement.executeQuery(query)) {
					while (rows.next()) {
						lines.add(sortConditions(rows.getString(1)));
					}
				}
			}
		}
		return new ArrayList<>(lines);
	}

	/**
	 * Sort what is joined by AND: Bean Validation's order changes with every start.
	 */
	private static String sortConditions(String line) {
		if (!line.contains("CHECK") && !line.startsWith("check")) {
			return line;
		}
		return Arrays.stream(line.replace('\n', ' ').split("\\s+AND\\s+"))
			.flatMap((part) -> Arrays.stream(part.split("(?<=CHECK) ")))
			.map((part) -> part.replaceAll("[()]", ""))
			.sorted()
			.collect(Collectors.joining(" & "));
	}

	/**
	 * Run statements one by one; the first that fails is named.
	 */
	static void run(DataSource database, List<String> sql) throws SQLException {
		try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
			for (String line : sql) {
				try {
					statement.execute(line);
				}
				catch (SQLException ex) {
					throw new SQLException(ex.getMessage() + " in: " + line, ex);
				}
			}
		}
	}

}

package dev.migrate.fire;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.migrate.testkit.TestDatabase;

/**
 * What is to be the same after a calm run and after a crash: every object of the default
 * schema, the rows, and what the version table says.
 */
public final class Catalogue {

	private static final List<String> POSTGRESQL = List.of("""
			SELECT 'column', c.relname, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
			       pg_get_expr(d.adbin, d.adrelid)
			FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
			LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
			WHERE c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped AND c.relkind <> 'i'
			ORDER BY c.relname, a.attnum""", """
			SELECT 'index', c.relname, pg_get_indexdef(i.indexrelid), i.indisvalid
			FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
			WHERE c.relnamespace = 'public'::regnamespace ORDER BY c.relname""", """
			SELECT 'constraint', conrelid::regclass, conname, pg_get_constraintdef(oid) FROM pg_constraint
			WHERE connamespace = 'public'::regnamespace ORDER BY conrelid::regclass::text, conname""", """
			SELECT 'enum', t.typname, e.enumlabel FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid
			ORDER BY t.typname, e.enumsortorder""", """
			SELECT 'function', proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace ORDER BY 2""");

	private static final List<String> H2 = List.of("""
			SELECT 'column', TABLE_NAME, ORDINAL_POSITION, COLUMN_NAME, DATA_TYPE, IS_NULLABLE, COLUMN_DEFAULT
			FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = 'PUBLIC' ORDER BY 2, 3""", """
			SELECT 'index', INDEX_NAME, TABLE_NAME FROM INFORMATION_SCHEMA.INDEXES
			WHERE TABLE_SCHEMA = 'PUBLIC' AND INDEX_NAME NOT LIKE 'PRIMARY_KEY%' ORDER BY 2""");

	private Catalogue() {
	}

	public static List<String> of(TestDatabase database, String... tables) {
		try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
			List<String> lines = new ArrayList<>();
			for (String query : database.url().startsWith("jdbc:h2") ? H2 : POSTGRESQL) {
				read(statement, query, "", lines);
			}
			for (String table : tables) {
				if (has(lines, table)) {
					read(statement, "SELECT * FROM " + table + " ORDER BY 1", table + "|", lines);
				}
			}
			if (has(lines, "migrate_version")) {
				read(statement, "SELECT revision, revises, checksum, downgrade_mode, applied_at IS NOT NULL"
						+ " FROM migrate_version ORDER BY revision", "applied|", lines);
			}
			return lines;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static boolean has(List<String> lines, String table) {
		return lines.stream().anyMatch((line) -> line.toLowerCase(Locale.ROOT).startsWith("column|" + table + "|"));
	}

	private static void read(Statement statement, String query, String word, List<String> lines) throws SQLException {
		try (ResultSet rows = statement.executeQuery(query)) {
			int width = rows.getMetaData().getColumnCount();
			while (rows.next()) {
				StringBuilder line = new StringBuilder(word);
				for (int column = 1; column <= width; column++) {
					line.append((column > 1) ? "|" : "").append(rows.getString(column));
				}
				lines.add(line.toString());
			}
		}
	}

}

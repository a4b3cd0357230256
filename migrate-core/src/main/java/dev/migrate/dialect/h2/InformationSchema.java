package dev.migrate.dialect.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import dev.migrate.dialect.CatalogRow;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.SchemaScope;
import dev.migrate.sql.DelimitedIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Asks H2's information schema. Its views must never be joined there: that takes the
 * square of their rows.
 *
 * @param connection where to ask
 * @param scope what of the answers counts
 */
record InformationSchema(Connection connection, SchemaScope scope) {

	private static final String SYSTEM = "INFORMATION_SCHEMA";

	void query(String sql, RowReader reader) throws SQLException {
		try (Statement statement = this.connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
			CatalogRow row = new CatalogRow(rows);
			while (rows.next()) {
				reader.read(row);
			}
		}
	}

	boolean holds(String schema) {
		return this.scope.schemas().isEmpty() ? !schema.equals(SYSTEM) : this.scope.schemas().contains(schema);
	}

	boolean holds(QualifiedName relation) {
		return holds(relation.schema()) && !this.scope.leftOut().contains(relation);
	}

	static QualifiedName name(CatalogRow row, String schema, String name) throws SQLException {
		return new QualifiedName(row.text(schema), row.text(name));
	}

	/**
	 * Return a comment; H2 has an empty one where there is none.
	 */
	static @Nullable String comment(CatalogRow row) throws SQLException {
		String remarks = row.optional("REMARKS");
		return (remarks == null || remarks.isEmpty()) ? null : remarks;
	}

	/**
	 * Return a type, by name if it is a domain.
	 */
	static ColumnType type(CatalogRow row) throws SQLException {
		String domain = row.optional("DOMAIN_NAME");
		if (domain == null) {
			return ColumnType.of(row.text("TYPE_SQL"));
		}
		QualifiedName name = new QualifiedName(row.text("DOMAIN_SCHEMA"), domain);
		return new ColumnType(quoted(name), name);
	}

	static String quoted(QualifiedName name) {
		return quoted(name.schema()) + "." + quoted(name.name());
	}

	static String quoted(String name) {
		return DelimitedIdentifier.of(name);
	}

	static String literal(String text) {
		return "'" + text.replace("'", "''") + "'";
	}

	/**
	 * Takes a row.
	 */
	@FunctionalInterface
	interface RowReader {

		void read(CatalogRow row) throws SQLException;

	}

}

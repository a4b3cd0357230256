package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.FillStatements;
import dev.migrate.dialect.SqlWords;
import dev.migrate.schema.QualifiedName;

/**
 * How rows get values in PostgreSQL.
 */
final class PostgresqlFills extends FillStatements {

	PostgresqlFills(SqlWords words) {
		super(words);
	}

	@Override
	protected String numberRows(QualifiedName table, String column, String condition) {
		String name = words().name(table);
		return "UPDATE " + name + " AS t SET " + words().name(column) + " = numbered.number\n"
				+ "FROM (SELECT ctid, row_number() OVER () AS number FROM " + name + where(condition)
				+ ") AS numbered\n" + "WHERE t.ctid = numbered.ctid";
	}

	@Override
	protected String randomUuid() {
		return "gen_random_uuid()";
	}

}

package dev.migrate.dialect.h2;

import dev.migrate.dialect.FillStatements;
import dev.migrate.dialect.SqlWords;
import dev.migrate.schema.QualifiedName;

/**
 * How rows get values in H2.
 */
final class H2Fills extends FillStatements {

	H2Fills(SqlWords words) {
		super(words);
	}

	@Override
	protected String numberRows(QualifiedName table, String column, String condition) {
		return "UPDATE " + words().name(table) + " SET " + words().name(column) + " = rownum()" + where(condition);
	}

	@Override
	protected String randomUuid() {
		return "random_uuid()";
	}

}

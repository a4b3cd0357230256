package dev.migrate.dialect.postgresql;

import dev.migrate.schema.Column;

/**
 * The words of a person: what is not a name or a built-in type stays as it was typed.
 */
final class TypedPostgresqlWords extends PostgresqlWords {

	TypedPostgresqlWords() {
		super("");
	}

	/**
	 * A name in quotes is quoted already.
	 */
	@Override
	public String name(String identifier) {
		return (identifier.length() > 2 && identifier.startsWith("\"") && identifier.endsWith("\"")) ? identifier
				: super.name(identifier);
	}

	@Override
	public String local(String sql) {
		return sql;
	}

	@Override
	public String defaultOf(Column column) {
		return String.valueOf(column.defaultExpression());
	}

	@Override
	public String expression(String expression) {
		return expression;
	}

}

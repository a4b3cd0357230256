package dev.migrate.dialect;

import java.util.List;
import java.util.stream.Collectors;

import dev.migrate.operation.Literal;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.QualifiedName;
import dev.migrate.sql.LexicalRules;

/**
 * How a database's SQL spells names, types and expressions. A name is quoted only where
 * it must be, and its schema is left out where the session is in it.
 */
public abstract class SqlWords {

	private final String currentSchema;

	/**
	 * Create the words.
	 * @param currentSchema the schema that unqualified names go to, as the catalogue
	 * stores it
	 */
	protected SqlWords(String currentSchema) {
		this.currentSchema = currentSchema;
	}

	protected final String currentSchema() {
		return this.currentSchema;
	}

	/**
	 * Write an identifier.
	 * @param identifier as the catalogue stores it
	 * @return as a person types it
	 */
	public abstract String name(String identifier);

	/**
	 * Write a type.
	 * @param type as the catalogue formats it
	 * @return in the short familiar form
	 */
	public abstract String type(ColumnType type);

	/**
	 * Write a default.
	 * @param column a column that has one
	 * @return the expression
	 */
	public abstract String defaultOf(Column column);

	/**
	 * Write an expression.
	 * @param expression in the server's words
	 * @return an expression that the server turns into the same words
	 */
	public abstract String expression(String expression);

	/**
	 * Write a name that the catalogue holds as SQL, with its schema.
	 * @param sql the name as SQL
	 * @return the name without a schema that need not be said
	 */
	public String local(String sql) {
		return sql;
	}

	/**
	 * Write a name with its schema, if that is not the current one.
	 * @param name the name
	 * @return as a person types it
	 */
	public final String name(QualifiedName name) {
		if (name.schema().isEmpty() || name.schema().equals(this.currentSchema)) {
			return name(name.name());
		}
		return name(name.schema()) + "." + name(name.name());
	}

	/**
	 * Write names in a row.
	 * @param identifiers the names
	 * @return such as {@code a, b}
	 */
	public final String names(List<String> identifiers) {
		return identifiers.stream().map(this::name).collect(Collectors.joining(", "));
	}

	/**
	 * Return how the database reads SQL.
	 * @return the rules of its lexer
	 */
	public abstract LexicalRules rules();

	/**
	 * Write a value.
	 * @param literal the value
	 * @return as SQL
	 */
	public String literal(Literal literal) {
		return (literal.kind() == Literal.Kind.TEXT) ? literal(literal.text()) : literal.sql();
	}

	/**
	 * Write a text as a literal.
	 * @param text any text
	 * @return the quoted text
	 */
	public String literal(String text) {
		return "'" + text.replace("'", "''") + "'";
	}

}

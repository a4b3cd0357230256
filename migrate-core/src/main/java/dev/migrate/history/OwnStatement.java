package dev.migrate.history;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;

/**
 * A statement of our own, with the values of its parameters.
 *
 * @param sql with a question mark for each value
 * @param values in order; null is NULL
 */
public record OwnStatement(String sql, List<@Nullable Object> values) {

	public OwnStatement {
		values = Collections.unmodifiableList(new ArrayList<>(values));
	}

	/**
	 * Make a statement.
	 * @param sql with a question mark for each value
	 * @param values in order; null is NULL
	 * @return the statement
	 */
	public static OwnStatement of(String sql, @Nullable Object... values) {
		return new OwnStatement(sql, Arrays.asList(values));
	}

	/**
	 * Give a prepared statement the values. What types they have the database knows:
	 * looking each up would take more than the statement.
	 * @param statement prepared from the text of this one
	 * @throws SQLException if the connection is gone
	 */
	public void fill(PreparedStatement statement) throws SQLException {
		for (int index = 0; index < this.values.size(); index++) {
			Object value = this.values.get(index);
			if (value == null) {
				statement.setNull(index + 1, Types.NULL);
			}
			else if (value instanceof String text) {
				statement.setString(index + 1, text);
			}
			else {
				statement.setObject(index + 1, value);
			}
		}
	}

	int update(JdbcTemplate jdbc) {
		Integer changed = jdbc.execute(this.sql, (PreparedStatementCallback<Integer>) (statement) -> {
			fill(statement);
			return statement.executeUpdate();
		});
		return (changed != null) ? changed : 0;
	}

	/**
	 * Write the statement with its values in it, for a script.
	 * @param literal writes a text as the database reads it
	 * @return the statement without parameters
	 */
	public String written(UnaryOperator<String> literal) {
		StringBuilder text = new StringBuilder();
		Iterator<@Nullable Object> next = this.values.iterator();
		char quote = 0;
		for (int index = 0; index < this.sql.length(); index++) {
			char character = this.sql.charAt(index);
			if (quote != 0) {
				quote = (character == quote) ? 0 : quote;
			}
			else if (character == '"' || character == '\'') {
				quote = character;
			}
			if (character == '?' && quote == 0) {
				text.append(written(next.next(), literal));
			}
			else {
				text.append(character);
			}
		}
		return text.toString();
	}

	private static String written(@Nullable Object value, UnaryOperator<String> literal) {
		if (value instanceof SqlExpression expression) {
			return expression.sql();
		}
		if (value == null) {
			return "NULL";
		}
		return (value instanceof Number) ? value.toString() : literal.apply(value.toString());
	}

}

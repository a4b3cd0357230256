package dev.migrate.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

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

}

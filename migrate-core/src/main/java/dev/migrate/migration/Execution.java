package dev.migrate.migration;

import java.util.function.Consumer;

import dev.migrate.operation.ExecuteSql;
import org.jspecify.annotations.Nullable;

/**
 * SQL or rows that were recorded, for whoever knows what takes them back.
 */
public final class Execution {

	private final Consumer<ExecuteSql> reversal;

	Execution(Consumer<ExecuteSql> reversal) {
		this.reversal = reversal;
	}

	/**
	 * Say what {@link Operations#reverse()} runs instead.
	 * @param sql one statement or several; with values it has a question mark for each
	 * @param values the values
	 */
	public void reversedBy(String sql, @Nullable Object... values) {
		this.reversal.accept(new ExecuteSql(sql, Literals.of(values), null));
	}

}

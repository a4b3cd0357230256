package dev.migrate.migration;

import java.util.function.Consumer;

import dev.migrate.operation.ExecuteSql;
import org.jspecify.annotations.Nullable;

/**
 * SQL that was recorded, for whoever knows what takes it back.
 */
public final class Execution {

	private final ExecuteSql operation;

	private final Consumer<ExecuteSql> replacement;

	Execution(ExecuteSql operation, Consumer<ExecuteSql> replacement) {
		this.operation = operation;
		this.replacement = replacement;
	}

	/**
	 * Say what {@link Operations#reverse()} runs instead.
	 * @param sql one statement or several; with values it has a question mark for each
	 * @param values the values
	 */
	public void reversedBy(String sql, @Nullable Object... values) {
		this.replacement.accept(new ExecuteSql(this.operation.sql(), this.operation.values(),
				new ExecuteSql(sql, Literals.of(values), null)));
	}

}

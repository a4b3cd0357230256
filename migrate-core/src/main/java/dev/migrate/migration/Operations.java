package dev.migrate.migration;

import java.util.function.Consumer;

import dev.migrate.sql.JdbcWork;
import org.jspecify.annotations.Nullable;

/**
 * Records what a Java revision does. Tables and other objects are called by their name,
 * or by schema and name with a dot between: {@code school.students}. A name of lower-case
 * letters, digits and {@code _} is stored as the database stores what is typed without
 * quotes; any other is quoted.
 */
public interface Operations extends TableOperations, ObjectOperations {

	/**
	 * Run SQL as it is written.
	 * @param sql one statement or several
	 * @return takes what takes it back
	 */
	Execution execute(String sql);

	/**
	 * Run SQL with values.
	 * @param sql with a question mark for each value
	 * @param values texts, numbers, truth values, dates and times, UUIDs, bytes, or null;
	 * at least one
	 * @return takes what takes it back
	 */
	Execution execute(String sql, @Nullable Object... values);

	/**
	 * Run code on data, never on the schema. A plan shows its description.
	 * @param description what it does, on one line; it counts for the checksum, since the
	 * code can't
	 * @param code the code
	 */
	void run(String description, JdbcCode code);

	/**
	 * Run code on data with what the command was given as {@code -x key=value}.
	 * @param description what it does, on one line
	 * @param code the code
	 */
	void run(String description, JdbcWork code);

	/**
	 * Record for one database only.
	 * @param dialect {@code postgresql} or {@code h2}
	 * @param operations records
	 */
	void on(String dialect, Consumer<Operations> operations);

	/**
	 * Run all that this method records outside a transaction: for what the database
	 * refuses inside one.
	 */
	void outsideTransaction();

	/**
	 * Say that there is no way back. In a downgrade only.
	 * @param reason why, in a few words
	 */
	void irreversible(String reason);

	/**
	 * Record the reverse of what the upgrade recorded, last first. In a downgrade only.
	 */
	void reverse();

}

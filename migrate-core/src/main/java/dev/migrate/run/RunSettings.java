package dev.migrate.run;

import java.time.Duration;
import java.util.Map;

import dev.migrate.plan.TransactionMode;
import org.jspecify.annotations.Nullable;

/**
 * How runs behave.
 *
 * @param lockMode which lock
 * @param lockWait the longest wait for another run
 * @param lockLease how long a leased lock lives without being renewed
 * @param transactionMode how many revisions share a transaction
 * @param lockTimeout the longest wait of a statement for a lock, or null for no limit
 * @param statementTimeout the longest time of a statement, or null for no limit
 * @param arguments what the code of revisions is given
 */
public record RunSettings(LockMode lockMode, Duration lockWait, Duration lockLease, TransactionMode transactionMode,
		@Nullable Duration lockTimeout, @Nullable Duration statementTimeout, Map<String, String> arguments) {

	/** The values that apply when nothing is configured. */
	public static final RunSettings DEFAULT = new RunSettings(LockMode.AUTO, Duration.ofMinutes(5),
			Duration.ofSeconds(30), TransactionMode.PER_REVISION, Duration.ofSeconds(10), null);

	public RunSettings {
		arguments = Map.copyOf(arguments);
	}

	public RunSettings(LockMode lockMode, Duration lockWait, Duration lockLease, TransactionMode transactionMode,
			@Nullable Duration lockTimeout, @Nullable Duration statementTimeout) {
		this(lockMode, lockWait, lockLease, transactionMode, lockTimeout, statementTimeout, Map.of());
	}

	/**
	 * Return the settings with other arguments.
	 * @param newArguments what the code of revisions is given
	 * @return new settings
	 */
	public RunSettings withArguments(Map<String, String> newArguments) {
		return new RunSettings(this.lockMode, this.lockWait, this.lockLease, this.transactionMode, this.lockTimeout,
				this.statementTimeout, newArguments);
	}

	/** Which lock keeps runs apart. */
	public enum LockMode {

		/** Advisory where the database has it and the session is ours, else a lease. */
		AUTO,

		/** An advisory lock of the session. */
		ADVISORY,

		/** A row that is renewed. */
		LEASE

	}

}

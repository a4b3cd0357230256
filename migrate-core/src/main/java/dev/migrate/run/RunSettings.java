package dev.migrate.run;

import java.time.Duration;

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
 */
public record RunSettings(LockMode lockMode, Duration lockWait, Duration lockLease, TransactionMode transactionMode,
		@Nullable Duration lockTimeout, @Nullable Duration statementTimeout) {

	/** The values that apply when nothing is configured. */
	public static final RunSettings DEFAULT = new RunSettings(LockMode.AUTO, Duration.ofMinutes(5),
			Duration.ofSeconds(30), TransactionMode.PER_REVISION, Duration.ofSeconds(10), null);

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

package dev.migrate.run;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

import dev.migrate.dialect.AdvisoryLock;
import dev.migrate.dialect.DatabaseFailure;
import dev.migrate.dialect.FailureKind;
import dev.migrate.dialect.LockHolder;
import dev.migrate.dialect.OwnTables;
import dev.migrate.dialect.SessionState;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.event.MigrationEvent;
import dev.migrate.event.MigrationListener;
import dev.migrate.history.JdbcJournal;
import dev.migrate.history.LeaseStore;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * Keeps runs on one version table apart. Waits by asking again and again: a session that
 * blocks on a lock holds a snapshot that concurrent index builds wait for.
 */
public final class DatabaseLock {

	private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

	private final DatabaseSession session;

	private final RunSettings settings;

	private final String owner;

	private final String description;

	/**
	 * Create a lock.
	 * @param session whose connection does the work
	 * @param settings which lock and how long to wait
	 * @param owner a name that no other run has
	 * @param description of the owner, for those who wait
	 */
	public DatabaseLock(DatabaseSession session, RunSettings settings, String owner, String description) {
		this.session = session;
		this.settings = settings;
		this.owner = owner;
		this.description = description;
	}

	/**
	 * Return the key of a version table's advisory lock. PostgreSQL keeps the keys of
	 * each database apart.
	 * @param tables our tables
	 * @return 64 bits of a digest of schema and name
	 */
	public static long key(OwnTables tables) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256")
				.digest(("dev.migrate:" + tables.version()).getBytes(StandardCharsets.UTF_8));
			return ByteBuffer.wrap(digest).getLong();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	/**
	 * Take the lock, waiting as long as is configured.
	 * @param state of the session: without one that lasts there is no advisory lock
	 * @param listener is told who is waited for
	 * @param cancellation ends the wait
	 * @return the held lock, to be closed by the caller
	 * @throws MigrateException with LOCKED when the wait is over
	 */
	public LockHandle acquire(SessionState state, MigrationListener listener, Cancellation cancellation) {
		try {
			AdvisoryLock advisory = advisory(state);
			return (advisory != null) ? waitFor(new AdvisoryTry(advisory), listener, cancellation)
					: waitFor(leaseTry(), listener, cancellation);
		}
		catch (SQLException ex) {
			throw this.session.refused("taking the lock", ex);
		}
	}

	private @Nullable AdvisoryLock advisory(SessionState state) {
		AdvisoryLock advisory = this.session.dialect().advisoryLock();
		return switch (this.settings.lockMode()) {
			case LEASE -> null;
			case ADVISORY -> {
				if (advisory == null) {
					throw new MigrateException(ErrorCode.USAGE, "spring.migrate.lock.mode=advisory, but "
							+ this.session.dialect().name() + " has no advisory locks.", "Set it to auto or lease.");
				}
				yield advisory;
			}
			case AUTO -> state.lasts() ? advisory : null;
		};
	}

	private LeaseTry leaseTry() {
		OwnTables tables = this.session.tables();
		new OwnTablesCreation(this.session).createIfMissing();
		return new LeaseTry(
				new LeaseStore(this.session.connection(), tables, this.session.dialect(), this.settings.lockLease()));
	}

	private LockHandle waitFor(Try attempt, MigrationListener listener, Cancellation cancellation) throws SQLException {
		long start = System.nanoTime();
		Duration pause = FIRST_PAUSE;
		Duration nextWord = Duration.ZERO;
		while (true) {
			LockHandle handle = attempt.once();
			if (handle != null) {
				return handle;
			}
			if (cancellation.requested()) {
				throw new MigrateException(ErrorCode.INTERRUPTED, "Interrupted while waiting for the lock.", null);
			}
			Duration waited = Duration.ofNanos(System.nanoTime() - start);
			LockHolder holder = attempt.holder();
			if (waited.compareTo(this.settings.lockWait()) >= 0) {
				throw locked(holder, waited);
			}
			if (waited.compareTo(nextWord) >= 0) {
				listener.onEvent(new MigrationEvent.LockAwaited(describe(holder), waited));
				nextWord = waited.plusSeconds(10);
			}
			Duration left = this.settings.lockWait().minus(waited);
			sleep((left.compareTo(pause) < 0) ? left : pause);
			pause = (pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0) ? pause.multipliedBy(2) : LONGEST_PAUSE;
		}
	}

	private static void sleep(Duration pause) {
		try {
			Thread.sleep(Math.max(1, pause.toMillis()));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new MigrateException(ErrorCode.INTERRUPTED, "Interrupted while waiting for the lock.", null, ex);
		}
	}

	private @Nullable String describe(@Nullable LockHolder holder) {
		if (holder == null) {
			return null;
		}
		String since = (holder.since() != null) ? " since " + holder.since().truncatedTo(ChronoUnit.SECONDS) : "";
		String whose = whose();
		// A lease is described by its holder itself.
		return (whose == null || whose.equals(holder.description())) ? holder.description() + since
				: whose + " (" + holder.description() + since + ")";
	}

	// The server knows the session only. Before the first run there is no journal.
	private @Nullable String whose() {
		try {
			return new JdbcJournal(this.session.connection(), this.session.tables()).openRun()
				.map((run) -> run.identity().describe())
				.orElse(null);
		}
		catch (DataAccessException ex) {
			return null;
		}
	}

	private MigrateException locked(@Nullable LockHolder holder, Duration waited) {
		return new MigrateException(ErrorCode.LOCKED,
				"Another run holds the lock: "
						+ Objects.requireNonNullElse(describe(holder), "its holder can't be seen") + "; gave up after "
						+ waited.toSeconds() + " s. Nothing was run.",
				"Try again when it has ended; spring.migrate.lock.wait says how long to wait.");
	}

	private interface Try {

		@Nullable LockHandle once() throws SQLException;

		@Nullable LockHolder holder() throws SQLException;

	}

	private final class AdvisoryTry implements Try, LockHandle {

		private final AdvisoryLock advisory;

		private final long key;

		private final Connection connection = DatabaseLock.this.session.connection();

		AdvisoryTry(AdvisoryLock advisory) {
			this.advisory = advisory;
			this.key = key(DatabaseLock.this.session.tables());
		}

		@Override
		public @Nullable LockHandle once() throws SQLException {
			return this.advisory.tryAcquire(this.connection, this.key) ? this : null;
		}

		@Override
		public @Nullable LockHolder holder() throws SQLException {
			return this.advisory.holder(this.connection, this.key);
		}

		@Override
		public void keep() {
			// It lives exactly as long as the session that works.
		}

		@Override
		public boolean livesWithSession() {
			return true;
		}

		@Override
		public void close() {
			try {
				this.advisory.release(this.connection, this.key);
			}
			catch (SQLException ex) {
				// The session is gone, and the lock with it.
			}
		}

	}

	private final class LeaseTry implements Try, LockHandle {

		private final LeaseStore store;

		private @Nullable LeaseRenewal renewal;

		LeaseTry(LeaseStore store) {
			this.store = store;
		}

		@Override
		public @Nullable LockHandle once() {
			try {
				return this.store.tryAcquire(DatabaseLock.this.owner, DatabaseLock.this.description) ? held() : null;
			}
			catch (DataAccessException ex) {
				// Its holder renews it in a transaction that is about to commit.
				SQLException cause = DatabaseFailure.cause(ex);
				if (cause != null
						&& DatabaseLock.this.session.dialect().failureKind(cause) == FailureKind.LOCK_TIMEOUT) {
					return null;
				}
				throw ex;
			}
		}

		private LockHandle held() {
			this.renewal = LeaseRenewal.begin(DatabaseLock.this.session, DatabaseLock.this.settings.lockLease(),
					DatabaseLock.this.owner);
			return this;
		}

		@Override
		public @Nullable LockHolder holder() {
			return this.store.holder();
		}

		@Override
		public void keep() {
			if (!this.store.renew(DatabaseLock.this.owner)) {
				throw new MigrateException(ErrorCode.LOCKED,
						"The lease of this run ended before it could be renewed, and another run may have begun.",
						"Look at `db status`, then run the command again; a longer spring.migrate.lock.lease helps where"
								+ " statements take long.");
			}
		}

		@Override
		public boolean livesWithSession() {
			return false;
		}

		@Override
		public void close() {
			if (this.renewal != null) {
				this.renewal.close();
			}
			this.store.release(DatabaseLock.this.owner);
		}

	}

}

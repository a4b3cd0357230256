package dev.migrate.history;

import java.sql.Connection;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.LockHolder;
import dev.migrate.dialect.OwnTables;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The lease of a version table: a row that its holder renews. Time is the database's
 * alone.
 */
public final class LeaseStore {

	private static final String CREATE_ROW = "INSERT INTO %s (name) VALUES (?)";

	private static final String ACQUIRE = """
			UPDATE %s SET holder = ?, description = ?, acquired_at = CURRENT_TIMESTAMP, expires_at = %s
			WHERE name = ? AND (holder IS NULL OR expires_at < CURRENT_TIMESTAMP)""";

	private static final String RENEW = "UPDATE %s SET expires_at = %s WHERE name = ? AND holder = ?";

	private static final String RELEASE = """
			UPDATE %s SET holder = NULL, description = NULL, acquired_at = NULL, expires_at = NULL
			WHERE name = ? AND holder = ?""";

	private static final String HOLDER = """
			SELECT description, acquired_at FROM %s
			WHERE name = ? AND holder IS NOT NULL AND expires_at >= CURRENT_TIMESTAMP""";

	private final JdbcTemplate jdbc;

	private final String table;

	private final String name;

	private final String expiry;

	/**
	 * Create a store.
	 * @param connection in autocommit; used, never closed
	 * @param tables our tables
	 * @param dialect of the database
	 * @param lease how long it lives without being renewed
	 */
	public LeaseStore(Connection connection, OwnTables tables, Dialect dialect, Duration lease) {
		this.jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, false));
		this.table = tables.lock();
		this.name = tables.version();
		this.expiry = dialect.timeFromNow(lease);
	}

	/**
	 * Take the lease if it is free or has ended.
	 * @param holder a name that no other run has
	 * @param description of the holder
	 * @return whether it is ours now
	 */
	public boolean tryAcquire(String holder, String description) {
		if (acquire(holder, description)) {
			return true;
		}
		try {
			this.jdbc.update(CREATE_ROW.formatted(this.table), this.name);
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
		return acquire(holder, description);
	}

	private boolean acquire(String holder, String description) {
		return this.jdbc.update(ACQUIRE.formatted(this.table, this.expiry), holder, description, this.name) == 1;
	}

	/**
	 * Renew the lease.
	 * @param holder who has it
	 * @return false if it is no longer the holder's
	 */
	public boolean renew(String holder) {
		return this.jdbc.update(RENEW.formatted(this.table, this.expiry), this.name, holder) == 1;
	}

	/**
	 * Give the lease back; it ends by itself if that fails.
	 * @param holder who has it
	 */
	public void release(String holder) {
		try {
			this.jdbc.update(RELEASE.formatted(this.table), this.name, holder);
		}
		catch (DataAccessException ex) {
			// The connection is gone; the lease ends by itself.
		}
	}

	/**
	 * Return who has the lease.
	 * @return the holder, or null if it is free
	 */
	public @Nullable LockHolder holder() {
		List<LockHolder> holders = this.jdbc.query(HOLDER.formatted(this.table), (row, number) -> {
			Timestamp since = row.getTimestamp("acquired_at");
			return new LockHolder(String.valueOf(row.getString("description")),
					(since != null) ? since.toInstant() : null, null);
		}, this.name);
		return holders.isEmpty() ? null : holders.get(0);
	}

}

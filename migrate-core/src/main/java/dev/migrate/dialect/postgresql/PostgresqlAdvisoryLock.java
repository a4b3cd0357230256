package dev.migrate.dialect.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;

import dev.migrate.dialect.AdvisoryLock;
import dev.migrate.dialect.LockHolder;
import org.jspecify.annotations.Nullable;

/**
 * {@code pg_try_advisory_lock} on the connection that does the work.
 */
final class PostgresqlAdvisoryLock implements AdvisoryLock {

	private static final String TRY_LOCK = "SELECT pg_catalog.pg_try_advisory_lock(?)";

	private static final String UNLOCK = "SELECT pg_catalog.pg_advisory_unlock(?)";

	// A key of 64 bits is split over two columns of 32 (manual, chapter on pg_locks).
	private static final String HOLDER = """
			SELECT a.pid, a.application_name, a.usename, host(a.client_addr) AS address,
			       coalesce(a.xact_start, a.query_start) AS since,
			       CASE WHEN a.wait_event_type = 'Lock' THEN (
			           SELECT string_agg('process ' || b.pid || coalesce(' (' || nullif(b.application_name, '') || ')', '')
			                  || coalesce(' of ' || b.usename, '') || coalesce(', ' || b.state, ''), '; ' ORDER BY b.pid)
			           FROM pg_catalog.pg_stat_activity b
			           WHERE b.pid = ANY (pg_catalog.pg_blocking_pids(a.pid))) END AS waits_for
			FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
			WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
			  AND l.classid::bigint = (?::bigint >> 32) & 4294967295 AND l.objid::bigint = ?::bigint & 4294967295
			  AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())""";

	@Override
	public boolean tryAcquire(Connection connection, long key) throws SQLException {
		return ask(connection, TRY_LOCK, key);
	}

	@Override
	public void release(Connection connection, long key) throws SQLException {
		ask(connection, UNLOCK, key);
	}

	private static boolean ask(Connection connection, String question, long key) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(question)) {
			statement.setLong(1, key);
			try (ResultSet rows = statement.executeQuery()) {
				return rows.next() && rows.getBoolean(1);
			}
		}
	}

	@Override
	public @Nullable LockHolder holder(Connection connection, long key) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(HOLDER)) {
			statement.setLong(1, key);
			statement.setLong(2, key);
			try (ResultSet rows = statement.executeQuery()) {
				return rows.next() ? holder(rows) : null;
			}
		}
	}

	private static LockHolder holder(ResultSet row) throws SQLException {
		StringBuilder text = new StringBuilder("process ").append(row.getInt("pid"));
		String application = row.getString("application_name");
		if (application != null && !application.isBlank()) {
			text.append(" (").append(application).append(')');
		}
		String user = row.getString("usename");
		if (user != null) {
			text.append(" of ").append(user);
		}
		String address = row.getString("address");
		if (address != null) {
			text.append(" at ").append(address);
		}
		Timestamp since = row.getTimestamp("since");
		return new LockHolder(text.toString(), (since != null) ? since.toInstant() : null, row.getString("waits_for"));
	}

	/**
	 * A pooler such as pgbouncer tells the client a process number of its own making; a
	 * direct connection tells the server's.
	 */
	static boolean isStable(Connection connection, int process) throws SQLException {
		Integer told = PostgresqlDriver.backendProcess(connection);
		return told == null || told == process;
	}

}

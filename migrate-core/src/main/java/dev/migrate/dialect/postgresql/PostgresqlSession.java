package dev.migrate.dialect.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import dev.migrate.dialect.SessionState;
import dev.migrate.sql.LexicalRules;
import dev.migrate.sql.SqlStatement;
import dev.migrate.sql.StatementFacts;
import org.jspecify.annotations.Nullable;

/**
 * Search path, role and settings of a session. What came with the connection itself
 * (start-up packet, ALTER ROLE … SET) returns with RESET ALL; what was set since, by a
 * pool's initial SQL for example, is remembered here.
 */
final class PostgresqlSession implements SessionState {

	// No setting has the empty name or that of a quote: they stand for the process and
	// for
	// the event triggers. The role is no row of pg_settings, and has to be put back
	// before the settings that
	// only it may change.
	private static final String READ_SETTINGS = """
			SELECT '' AS name, pg_catalog.pg_backend_pid()::text AS setting
			UNION ALL
			SELECT '"' AS name, pg_catalog.count(*)::text AS setting FROM pg_catalog.pg_event_trigger
			UNION ALL
			SELECT 'role' AS name, pg_catalog.current_setting('role') AS setting
			UNION ALL
			SELECT name, setting FROM pg_catalog.pg_settings WHERE source = 'session'""";

	// How soon the server notices, in the midst of a statement, that we are dead.
	private static final String NOTICE_DEAD_CLIENT = "SET client_connection_check_interval = '2s'";

	static final List<String> RESET = List.of("RESET SESSION AUTHORIZATION", "RESET ALL");

	static final String DISCARD_TEMPORARY = "DISCARD TEMP";

	private final String settings;

	private final boolean noticesDeadClient;

	private boolean runsCodeOnDdl;

	private final @Nullable Integer prepareThreshold;

	private PostgresqlSession(String settings, boolean noticesDeadClient, boolean runsCodeOnDdl,
			@Nullable Integer prepareThreshold) {
		this.settings = settings;
		this.noticesDeadClient = noticesDeadClient;
		this.runsCodeOnDdl = runsCodeOnDdl;
		this.prepareThreshold = prepareThreshold;
	}

	static SessionState capture(Connection connection) throws SQLException {
		List<String> restore = new ArrayList<>(RESET);
		boolean runsCodeOnDdl = false;
		try (Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(READ_SETTINGS)) {
			while (rows.next()) {
				String name = rows.getString("name");
				if (name.equals("\"")) {
					runsCodeOnDdl = rows.getInt("setting") > 0;
				}
				else if (!name.isEmpty()) {
					restore.add(setting(name, rows.getString("setting")));
				}
				else if (!PostgresqlAdvisoryLock.isStable(connection, rows.getInt("setting"))) {
					return PooledPostgresqlSession.capture(connection);
				}
			}
		}
		return new PostgresqlSession(String.join("; ", restore), noticeDeadClient(connection), runsCodeOnDdl,
				PostgresqlDriver.prepareThreshold(connection, 0));
	}

	private static String setting(String name, String value) {
		return "SELECT pg_catalog.set_config('" + name.replace("'", "''") + "', '" + value.replace("'", "''")
				+ "', false)";
	}

	private static boolean noticeDeadClient(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(NOTICE_DEAD_CLIENT);
			return true;
		}
		catch (SQLException ex) {
			// Not every system can tell (0A000, 22023): the lock is then freed when the
			// statement ends.
			if (!String.valueOf(ex.getSQLState()).startsWith("0A") && !"22023".equals(ex.getSQLState())) {
				throw ex;
			}
			return false;
		}
	}

	@Override
	public boolean lasts() {
		return true;
	}

	@Override
	public boolean outlives(SqlStatement statement) {
		if (this.runsCodeOnDdl) {
			return false;
		}
		boolean plain = StatementFacts.isPlainDdl(statement, LexicalRules.POSTGRESQL);
		this.runsCodeOnDdl = !plain && StatementFacts.mayRunAnything(statement, LexicalRules.POSTGRESQL);
		return plain;
	}

	@Override
	public void restore(Connection connection) throws SQLException {
		send(connection, String.join("; ", restoring()));
	}

	@Override
	public List<String> restoring() {
		return List.of(this.settings, DISCARD_TEMPORARY + noticing());
	}

	@Override
	public void settings(Connection connection) throws SQLException {
		send(connection, this.settings + noticing());
	}

	@Override
	public void lend(Connection connection) throws SQLException {
		prepareThreshold(connection, this.prepareThreshold);
	}

	// After each DDL the driver prepares anew what it has prepared on the server: our own
	// few statements would cost more with it than without.
	@Override
	public void takeBack(Connection connection) throws SQLException {
		this.runsCodeOnDdl = true;
		prepareThreshold(connection, 0);
	}

	private void prepareThreshold(Connection connection, @Nullable Integer threshold) throws SQLException {
		if (threshold != null && this.prepareThreshold != null) {
			PostgresqlDriver.prepareThreshold(connection, threshold);
		}
	}

	@Override
	public void repeats(PreparedStatement statement) throws SQLException {
		PostgresqlDriver.prepareAtOnce(statement);
	}

	@Override
	public void giveBack(Connection connection) throws SQLException {
		lend(connection);
		send(connection, this.settings + "; " + DISCARD_TEMPORARY);
	}

	// RESET ALL takes it away too.
	private String noticing() {
		return this.noticesDeadClient ? "; " + NOTICE_DEAD_CLIENT : "";
	}

	static void send(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.setEscapeProcessing(false);
			statement.execute(sql);
		}
	}

}

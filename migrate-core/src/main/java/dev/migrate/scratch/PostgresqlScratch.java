package dev.migrate.scratch;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MaskedText;
import dev.migrate.error.MigrateException;
import dev.migrate.scratch.ScratchDatabase.Commits;
import org.jspecify.annotations.Nullable;

/**
 * Databases beside the target's, on the same server: same version, same collation. Their
 * names carry the number of the target; while a process uses one it holds an advisory
 * lock on that name, so that what a killed process left can be told from what is in use.
 */
public final class PostgresqlScratch implements Scratch {

	private static final String TARGET = """
			SELECT d.oid::text AS oid, pg_catalog.pg_encoding_to_char(d.encoding) AS encoding, d.datcollate, d.datctype,
			       pg_catalog.to_jsonb(d) ->> 'datlocprovider' AS provider,
			       coalesce(pg_catalog.to_jsonb(d) ->> 'datlocale', pg_catalog.to_jsonb(d) ->> 'daticulocale') AS locale,
			       pg_catalog.current_setting('search_path') AS search_path, current_schema() AS current_schema
			FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database()""";

	private static final String LEFT_OVER = """
			SELECT datname FROM pg_catalog.pg_database
			WHERE pg_catalog.starts_with(datname::text, '%s') ORDER BY datname""";

	private static final String EXTENSIONS = """
			SELECT pg_catalog.quote_ident(e.extname) AS name, pg_catalog.quote_ident(n.nspname) AS schema
			FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
			WHERE e.extname <> 'plpgsql' ORDER BY e.oid""";

	// Limits that a role or the server puts on an application are not meant for this: the
	// server may be busy, and a transaction waits here while entities are read.
	private static final String NO_LIMITS = """
			SELECT pg_catalog.set_config(name, '0', false) FROM pg_catalog.pg_settings
			WHERE name IN ('statement_timeout', 'lock_timeout', 'transaction_timeout', 'idle_session_timeout',
			               'idle_in_transaction_session_timeout') AND setting <> '0'""";

	// What is removed at the end need not be waited for by the next.
	private static final int MOST_FINISHED = 2;

	private final ScratchServer server;

	private final Connection keeper;

	private final Target target;

	private final Supplier<String> randomName;

	private final List<String> extensions;

	private final List<Named> finished = new ArrayList<>();

	private @Nullable Named shared;

	/**
	 * Create a source of databases, and remove what killed processes left.
	 * @param server the server
	 * @param randomName gives a word of lower-case letters and digits that no other
	 * process has
	 * @param ownExtensions extensions that the revisions create themselves; all others of
	 * the target are copied
	 * @throws MigrateException if the server can't be reached
	 */
	public PostgresqlScratch(ScratchServer server, Supplier<String> randomName, List<String> ownExtensions) {
		this.server = server;
		this.randomName = randomName;
		try {
			this.keeper = server.connect(null);
			try {
				execute(this.keeper, NO_LIMITS);
				this.target = Target.read(this.keeper);
				this.extensions = extensions(this.keeper, ownExtensions);
				removeLeftOvers();
			}
			catch (SQLException ex) {
				this.keeper.close();
				throw ex;
			}
		}
		catch (SQLException ex) {
			throw refused("preparing a scratch database", ex);
		}
	}

	private static List<String> extensions(Connection connection, List<String> own) throws SQLException {
		List<String> statements = new ArrayList<>();
		try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(EXTENSIONS)) {
			while (rows.next()) {
				if (!own.contains(rows.getString("name"))) {
					String schema = rows.getString("schema");
					statements.add("CREATE SCHEMA IF NOT EXISTS " + schema);
					statements.add("CREATE EXTENSION IF NOT EXISTS " + rows.getString("name") + " SCHEMA " + schema);
				}
			}
		}
		return statements;
	}

	private void removeLeftOvers() throws SQLException {
		List<String> names = new ArrayList<>();
		try (Statement statement = this.keeper.createStatement();
				ResultSet rows = statement.executeQuery(LEFT_OVER.formatted(this.target.prefix()))) {
			while (rows.next()) {
				names.add(rows.getString(1));
			}
		}
		for (String name : names) {
			if (claim(name)) {
				drop(name);
			}
		}
	}

	private boolean claim(String name) throws SQLException {
		try (Statement statement = this.keeper.createStatement();
				ResultSet rows = statement.executeQuery(
						"SELECT pg_catalog.pg_try_advisory_lock(pg_catalog.hashtextextended('" + name + "', 0))")) {
			return rows.next() && rows.getBoolean(1);
		}
	}

	private void drop(String name) throws SQLException {
		execute(this.keeper, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
		execute(this.keeper, "SELECT pg_catalog.pg_advisory_unlock(pg_catalog.hashtextextended('" + name + "', 0))");
	}

	private static void execute(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.setEscapeProcessing(false);
			statement.execute(sql);
		}
	}

	@Override
	public ScratchDatabase rolledBack() {
		try {
			Named database = this.shared;
			if (database == null) {
				database = create();
				this.shared = database;
			}
			Connection connection = database.connection;
			connection.setAutoCommit(false);
			String name = database.name;
			return new ScratchDatabase(connection, Commits.NEVER, () -> undo(connection),
					() -> this.server.connect(name));
		}
		catch (SQLException ex) {
			throw refused("preparing a scratch database", ex);
		}
	}

	private static void undo(Connection connection) {
		try {
			connection.rollback();
			connection.setAutoCommit(true);
			execute(connection, "DISCARD ALL");
			execute(connection, NO_LIMITS);
		}
		catch (SQLException ex) {
			// The connection is gone, and everything on it.
		}
	}

	@Override
	public ScratchDatabase large() {
		try {
			Named database = create();
			database.connection.setAutoCommit(false);
			return new ScratchDatabase(database.connection, Commits.AT_TIMES, () -> finish(database),
					() -> this.server.connect(database.name));
		}
		catch (SQLException ex) {
			throw refused("preparing a scratch database", ex);
		}
	}

	private void finish(Named database) {
		this.finished.add(database);
		if (this.finished.size() > MOST_FINISHED) {
			remove(this.finished.remove(0));
		}
	}

	@Override
	public ScratchDatabase committed() {
		try {
			Named database = create();
			return new ScratchDatabase(database.connection, Commits.EACH, () -> remove(database),
					() -> this.server.connect(database.name));
		}
		catch (SQLException ex) {
			throw refused("preparing a scratch database", ex);
		}
	}

	private Named create() throws SQLException {
		String name = this.target.prefix() + this.randomName.get();
		claim(name);
		execute(this.keeper, this.target.createDatabase(name));
		Connection connection = this.server.connect(name);
		Named database = new Named(name, connection);
		try {
			execute(connection, NO_LIMITS);
			for (String statement : this.target.settings(name)) {
				execute(connection, statement);
			}
			for (String statement : this.extensions) {
				execute(connection, statement);
			}
			return database;
		}
		catch (SQLException ex) {
			remove(database);
			throw ex;
		}
	}

	private void remove(Named database) {
		try {
			database.connection.close();
			drop(database.name);
		}
		catch (SQLException ex) {
			// The next run removes it.
		}
	}

	@Override
	public void close() {
		this.finished.forEach(this::remove);
		this.finished.clear();
		if (this.shared != null) {
			remove(this.shared);
			this.shared = null;
		}
		try {
			this.keeper.close();
		}
		catch (SQLException ex) {
			// Nothing depends on it any more.
		}
	}

	private static MigrateException refused(String doing, SQLException cause) {
		boolean permission = "42501".equals(cause.getSQLState());
		return new MigrateException(permission ? ErrorCode.DATABASE_REFUSED : ErrorCode.NO_CONNECTION,
				"The server refused " + doing + ": "
						+ MaskedText.of(Objects.requireNonNullElse(cause.getMessage(), "no reason given"))
						+ " (SQLSTATE " + cause.getSQLState() + ").",
				permission ? "Grant CREATEDB to the user, or name another server in spring.migrate.scratch.url."
						: "Start the database server, or name another in spring.migrate.scratch.url.",
				MaskedText.of(cause));
	}

	private record Named(String name, Connection connection) {
	}

	/**
	 * The database that a scratch stands for.
	 */
	private record Target(String oid, String encoding, String collate, String ctype, @Nullable String provider,
			@Nullable String locale, String searchPath, @Nullable String schema) {

		static Target read(Connection connection) throws SQLException {
			try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(TARGET)) {
				row.next();
				return new Target(row.getString("oid"), row.getString("encoding"), row.getString("datcollate"),
						row.getString("datctype"), row.getString("provider"), row.getString("locale"),
						row.getString("search_path"), row.getString("current_schema"));
			}
		}

		String prefix() {
			return "migrate_scratch_" + this.oid + "_";
		}

		String createDatabase(String name) {
			StringBuilder sql = new StringBuilder("CREATE DATABASE ").append(name)
				.append(" TEMPLATE template0 ENCODING '")
				.append(this.encoding)
				.append("' LC_COLLATE ")
				.append(text(this.collate))
				.append(" LC_CTYPE ")
				.append(text(this.ctype));
			if ("i".equals(this.provider) && this.locale != null) {
				sql.append(" LOCALE_PROVIDER icu ICU_LOCALE ").append(text(this.locale));
			}
			if ("b".equals(this.provider) && this.locale != null) {
				sql.append(" LOCALE_PROVIDER builtin BUILTIN_LOCALE ").append(text(this.locale));
			}
			return sql.toString();
		}

		List<String> settings(String database) {
			List<String> statements = new ArrayList<>();
			if (this.schema != null) {
				statements.add("CREATE SCHEMA IF NOT EXISTS \"" + this.schema.replace("\"", "\"\"") + "\"");
			}
			// It is thrown away, so nobody waits for its disk.
			statements.add("ALTER DATABASE " + database + " SET synchronous_commit = off");
			statements.add("SET synchronous_commit = off");
			// On the database, so that DISCARD ALL between two pieces of work keeps it.
			statements.add("ALTER DATABASE " + database + " SET search_path = " + pathList());
			statements.add("SELECT pg_catalog.set_config('search_path', " + text(this.searchPath) + ", false)");
			return statements;
		}

		private String pathList() {
			return this.searchPath.isBlank() ? "''" : this.searchPath;
		}

		private static String text(String value) {
			return "'" + value.replace("'", "''") + "'";
		}

	}

}

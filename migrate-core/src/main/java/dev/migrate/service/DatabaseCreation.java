package dev.migrate.service;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.run.ConnectionFailures;
import dev.migrate.scratch.ScratchServer;
import dev.migrate.sql.DelimitedIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Creates the database that a URL names. The server is asked through one of the databases
 * that every server has.
 */
public final class DatabaseCreation {

	private static final String POSTGRESQL = "jdbc:postgresql:";

	private static final String MISSING = "3D000";

	/** One of our own kind was quicker. */
	private static final Set<String> CREATED_BY_ANOTHER = Set.of("42P04", "23505");

	private static final List<String> MAINTENANCE = List.of("postgres", "template1");

	private final String url;

	private final ScratchServer server;

	/**
	 * Create the service of one URL.
	 * @param url of JDBC
	 * @param server where it leads to
	 */
	public DatabaseCreation(String url, ScratchServer server) {
		this.url = url;
		this.server = server;
	}

	/**
	 * Create the database, if it is missing.
	 * @param request how
	 * @return what was found and done
	 * @throws MigrateException with NO_CONNECTION or DATABASE_REFUSED
	 */
	public Created create(Request request) {
		if (this.url.startsWith("jdbc:h2:")) {
			return new Created(this.url.substring("jdbc:h2:".length()).replaceFirst(";.*", ""), Outcome.NOT_NEEDED);
		}
		if (!this.url.startsWith(POSTGRESQL)) {
			throw new MigrateException(ErrorCode.UNSUPPORTED_DATABASE,
					"Databases are created on PostgreSQL only, and the URL begins with "
							+ this.url.replaceAll("^(jdbc:[^:]*:?).*", "$1") + ".",
					"Create it with the database's own tools.");
		}
		if (exists()) {
			return new Created(name(), Outcome.EXISTS);
		}
		try (Connection connection = maintenance()) {
			return new Created(name(), create(connection, request) ? Outcome.CREATED : Outcome.EXISTS);
		}
		catch (SQLException ex) {
			throw refused(ex, request);
		}
	}

	private boolean exists() {
		try (Connection connection = this.server.connect(null)) {
			return connection != null;
		}
		catch (SQLException ex) {
			if (MISSING.equals(ex.getSQLState())) {
				return false;
			}
			throw ConnectionFailures.of(ex);
		}
	}

	private Connection maintenance() {
		SQLException first = null;
		for (String name : MAINTENANCE) {
			try {
				return this.server.connect(name);
			}
			catch (SQLException ex) {
				first = (first != null) ? first : ex;
			}
		}
		throw ConnectionFailures.of(Objects.requireNonNull(first));
	}

	private boolean create(Connection connection, Request request) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.setEscapeProcessing(false);
			statement.execute(sql(request));
			return true;
		}
		catch (SQLException ex) {
			if (CREATED_BY_ANOTHER.contains(ex.getSQLState())) {
				return false;
			}
			throw ex;
		}
	}

	private String sql(Request request) {
		return "CREATE DATABASE " + DelimitedIdentifier.of(name())
				+ ((request.owner() != null) ? " OWNER " + DelimitedIdentifier.of(request.owner()) : "")
				+ ((request.template() != null) ? " TEMPLATE " + DelimitedIdentifier.of(request.template()) : "");
	}

	private MigrateException refused(SQLException exception, Request request) {
		String state = Objects.requireNonNullElse(exception.getSQLState(), "?");
		String reason = Objects.requireNonNullElse(exception.getMessage(), "no reason given")
			.lines()
			.findFirst()
			.orElse("")
			.replaceFirst("^[A-Z]+: ", "");
		String hint = state.equals("42501")
				? "The user needs CREATEDB. Or let an administrator run: " + sql(request) + ";" : null;
		return new MigrateException(ErrorCode.DATABASE_REFUSED,
				"The server did not create database " + name() + ": " + reason + " (SQLSTATE " + state + ").", hint,
				exception);
	}

	// jdbc:postgresql://host:port/database?options, jdbc:postgresql:database
	private String name() {
		String address = this.url.substring(POSTGRESQL.length()).replaceFirst("\\?.*", "");
		String name = address.startsWith("//") ? address.substring(address.indexOf('/', 2) + 1) : address;
		if (name.isEmpty() || name.startsWith("//")) {
			throw new MigrateException(ErrorCode.USAGE, "The URL of the database does not name one.",
					"It ends with its name: jdbc:postgresql://host:5432/name.");
		}
		return URLDecoder.decode(name, StandardCharsets.UTF_8);
	}

	/**
	 * How a database is to be created.
	 *
	 * @param owner a role, or null for the user who creates it
	 * @param template whose encoding, locale and content it gets, or null for the
	 * server's
	 */
	public record Request(@Nullable String owner, @Nullable String template) {
	}

	/**
	 * What was done.
	 *
	 * @param name of the database
	 * @param outcome whether it was there
	 */
	public record Created(String name, Outcome outcome) {
	}

	/** What was found. */
	public enum Outcome {

		/** It was missing, and is there now. */
		CREATED,

		/** It was there. */
		EXISTS,

		/** The first connection makes it. */
		NOT_NEEDED

	}

}

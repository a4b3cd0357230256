package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;

/**
 * The dialects that an engine knows.
 */
public final class Dialects {

	/** Every word that may name a database in a section line, supported yet or not. */
	public static final List<String> NAMES = List.of("postgresql", "h2", "mariadb", "mysql", "sqlite");

	private final List<Dialect> known;

	/**
	 * Create a set of dialects.
	 * @param known the dialects, each with a name of its own
	 */
	public Dialects(List<Dialect> known) {
		this.known = List.copyOf(known);
	}

	/**
	 * Return the dialect to read files with while no database has been asked.
	 * @return the first that is known
	 */
	public Dialect preferred() {
		return this.known.get(0);
	}

	/**
	 * Find a dialect by its word.
	 * @param name for example {@code postgresql}
	 * @return the dialect, or empty if it is not known
	 */
	public Optional<Dialect> named(String name) {
		for (Dialect dialect : this.known) {
			if (dialect.name().equals(name)) {
				return Optional.of(dialect);
			}
		}
		return Optional.empty();
	}

	/**
	 * Find the dialect of a connection.
	 * @param connection an open connection, left open
	 * @return the dialect
	 * @throws SQLException if the connection is gone
	 * @throws MigrateException with UNSUPPORTED_DATABASE
	 */
	public Dialect of(Connection connection) throws SQLException {
		String product = connection.getMetaData().getDatabaseProductName();
		Optional<Dialect> dialect = named(product.toLowerCase(Locale.ROOT));
		if (dialect.isEmpty()) {
			throw new MigrateException(ErrorCode.UNSUPPORTED_DATABASE,
					product + " is not supported yet: revisions run on PostgreSQL 14 to 18 and on H2.",
					"The rest of the application is not affected; spring.migrate.enabled=false silences this.");
		}
		return dialect.get();
	}

}

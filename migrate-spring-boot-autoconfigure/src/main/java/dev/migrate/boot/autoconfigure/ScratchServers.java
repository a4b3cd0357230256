package dev.migrate.boot.autoconfigure;

import java.net.URI;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.scratch.ScratchServer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * Chooses the server for throwaway databases: one that is named, else the target's own if
 * it runs on this machine or that is allowed.
 */
final class ScratchServers {

	private static final Set<String> LOCAL = Set.of("", "localhost", "127.0.0.1", "::1", "[::1]");

	// What shapes names and types; a path to a file, a cipher or a start-up script is the
	// target's own.
	private static final Set<String> H2_MODES = Set.of("MODE", "DATABASE_TO_LOWER", "DATABASE_TO_UPPER",
			"CASE_INSENSITIVE_IDENTIFIERS", "NON_KEYWORDS", "DEFAULT_NULL_ORDERING");

	private final DatabaseProperties properties;

	private final DataSource target;

	ScratchServers(DatabaseProperties properties, DataSource target) {
		this.properties = properties;
		this.target = target;
	}

	ScratchServer postgresql(String url) {
		ScratchProperties scratch = this.properties.getScratch();
		String own = scratch.getUrl();
		if (own != null) {
			JdbcUrls.refuseUnlessKnown("spring.migrate.scratch.url", own, null);
			return (database) -> DataSourceBuilder.create()
				.type(SimpleDriverDataSource.class)
				.url(onDatabase(own, database))
				.username(scratch.getUser())
				.password(scratch.getPassword())
				.build()
				.getConnection();
		}
		if (!isLocal(url) && !scratch.isBeside()) {
			throw new MigrateException(ErrorCode.USAGE,
					"The database is not on this machine, so no scratch database is made beside it.",
					"Name a server for scratch databases in spring.migrate.scratch.url, or allow them beside the database with"
							+ " spring.migrate.scratch.beside=true.");
		}
		return (database) -> DataSourceBuilder.derivedFrom(this.target)
			.type(SimpleDriverDataSource.class)
			.url(onDatabase(url, database))
			.build()
			.getConnection();
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

package dev.migrate.boot.autoconfigure;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/**
 * The PostgreSQL of the class path, if there is one: started when it is first needed, and
 * stopped with the process.
 */
final class EmbeddedPostgresql {

	private static final String LIBRARY = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres";

	private static final boolean PRESENT = ClassUtils.isPresent(LIBRARY, EmbeddedPostgresql.class.getClassLoader());

	private EmbeddedPostgresql() {
	}

	static boolean isPresent() {
		return PRESENT;
	}

	/** Tell whether a URL leads to this server, without starting it. */
	static boolean isServerOf(String url) {
		return PRESENT && Server.running != null && url.startsWith(prefix(Server.running));
	}

	/** Connect to a database, or to the first one if none is named. */
	static Connection connect(@Nullable String database) throws SQLException {
		return server().getDatabase("postgres", (database != null) ? database : "postgres").getConnection();
	}

	static DataSource dataSource() {
		return server().getPostgresDatabase();
	}

	private static String prefix(EmbeddedPostgres server) {
		return "jdbc:postgresql://localhost:" + server.getPort() + "/";
	}

	private static EmbeddedPostgres server() {
		synchronized (EmbeddedPostgresql.class) {
			if (Server.running == null) {
				Server.running = start();
			}
			return Server.running;
		}
	}

	// The library stops it by a shutdown hook.
	private static EmbeddedPostgres start() {
		try {
			return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
		}
		catch (IOException | RuntimeException ex) {
			throw new MigrateException(ErrorCode.NO_CONNECTION,
					"The embedded PostgreSQL of the class path does not start: " + ex.getMessage() + ".",
					"Name a server for scratch databases in spring.migrate.scratch.url.", ex);
		}
	}

	/** Apart, so that the library's classes are not asked for before they are needed. */
	private static final class Server {

		private static volatile @Nullable EmbeddedPostgres running;

	}

}

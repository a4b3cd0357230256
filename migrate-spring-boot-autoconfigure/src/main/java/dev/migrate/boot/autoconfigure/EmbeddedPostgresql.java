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

	private static final boolean PRESENT = ClassUtils.isPresent("io.zonky.test.db.postgres.embedded.EmbeddedPostgres",
			EmbeddedPostgresql.class.getClassLoader());

	private volatile @Nullable Server running;

	static boolean isPresent() {
		return PRESENT;
	}

	/** Tell whether a URL leads to this server, without starting it. */
	boolean isServerOf(String url) {
		Server server = this.running;
		return server != null && url.startsWith("jdbc:postgresql://localhost:" + server.postgres.getPort() + "/");
	}

	/** Connect to a database, or to the first one if none is named. */
	Connection connect(@Nullable String database) throws SQLException {
		return server().postgres.getDatabase("postgres", (database != null) ? database : "postgres").getConnection();
	}

	DataSource dataSource() {
		return server().postgres.getPostgresDatabase();
	}

	private synchronized Server server() {
		Server server = this.running;
		if (server == null) {
			server = Server.start();
			this.running = server;
		}
		return server;
	}

	/** Apart, so that the library's classes are not asked for before they are needed. */
	private record Server(EmbeddedPostgres postgres) {

		// The library stops it by a shutdown hook.
		static Server start() {
			try {
				return new Server(EmbeddedPostgres.builder().setServerConfig("fsync", "off").start());
			}
			catch (IOException | RuntimeException ex) {
				throw new MigrateException(ErrorCode.NO_CONNECTION,
						"The embedded PostgreSQL of the class path does not start: " + ex.getMessage() + ".",
						"Name a server for scratch databases in spring.migrate.scratch.url.", ex);
			}
		}

	}

}

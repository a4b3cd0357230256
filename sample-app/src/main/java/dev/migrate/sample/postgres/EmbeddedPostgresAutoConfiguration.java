package dev.migrate.sample.postgres;

import java.nio.file.Path;
import java.util.stream.Stream;

import dev.migrate.sample.SampleApplication;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Gives the application a PostgreSQL of its own when it is started without a database.
 * The server starts when the DataSource asks for its URL, never earlier: a command that
 * needs no database starts none. An auto-configuration, because only then connection
 * details of others (Testcontainers, Docker Compose) are seen first.
 */
@AutoConfiguration(before = DataSourceAutoConfiguration.class,
		afterName = "org.springframework.boot.testcontainers.service.connection.ServiceConnectionAutoConfiguration")
@Conditional(EmbeddedPostgresAutoConfiguration.NoDatabaseConfigured.class)
@ConditionalOnMissingBean(JdbcConnectionDetails.class)
public final class EmbeddedPostgresAutoConfiguration {

	@Bean(destroyMethod = "close")
	EmbeddedPostgresConnectionDetails embeddedPostgresConnectionDetails(
			@Value("${sample.postgres.directory:}") String directory) {
		return new EmbeddedPostgresConnectionDetails(
				StringUtils.hasText(directory) ? Path.of(directory) : defaultDirectory());
	}

	/**
	 * Find {@code .postgres} of the module this application was built in, or beside its
	 * jar if that was moved elsewhere. The working directory does not matter.
	 */
	private static Path defaultDirectory() {
		Path location = new ApplicationHome(SampleApplication.class).getDir().toPath().toAbsolutePath().normalize();
		Path parent = location.getParent();
		if (location.endsWith("target")) {
			return location.resolveSibling(".postgres");
		}
		if (parent != null && parent.endsWith("target")) {
			return parent.resolveSibling(".postgres");
		}
		return location.resolve(".postgres");
	}

	static final class NoDatabaseConfigured implements Condition {

		@Override
		public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
			return Stream
				.of("spring.datasource.url", "spring.datasource.jndi-name", "spring.datasource.hikari.jdbc-url")
				.map(context.getEnvironment()::getProperty)
				.noneMatch(StringUtils::hasText);
		}

	}

	static final class EmbeddedPostgresConnectionDetails implements JdbcConnectionDetails, AutoCloseable {

		private final Path directory;

		private @Nullable PostgresServer server;

		EmbeddedPostgresConnectionDetails(Path directory) {
			this.directory = directory;
		}

		@Override
		public String getJdbcUrl() {
			return server().url();
		}

		@Override
		public String getUsername() {
			return server().user();
		}

		@Override
		public String getPassword() {
			return server().password();
		}

		@Override
		public String getDriverClassName() {
			return "org.postgresql.Driver";
		}

		private synchronized PostgresServer server() {
			if (this.server == null) {
				this.server = PostgresServer.join(this.directory);
			}
			return this.server;
		}

		@Override
		public synchronized void close() {
			if (this.server != null) {
				this.server.close();
				this.server = null;
			}
		}

	}

}

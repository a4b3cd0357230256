package dev.migrate.sample.postgres;

import java.nio.file.Path;

import javax.sql.DataSource;

import dev.migrate.sample.postgres.EmbeddedPostgresAutoConfiguration.EmbeddedPostgresConnectionDetails;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class EmbeddedPostgresAutoConfigurationTests {

	@TempDir
	Path home;

	private ApplicationContextRunner runner() {
		return new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(EmbeddedPostgresAutoConfiguration.class, DataSourceAutoConfiguration.class))
			.withPropertyValues("sample.postgres.directory=" + this.home.resolve("postgres"));
	}

	@Test
	void startsWithTheDataSourceAndStopsWithTheContext() {
		runner().run((context) -> {
			try (var connection = context.getBean(DataSource.class).getConnection()) {
				assertThat(connection.getCatalog()).isEqualTo("sample");
			}
			assertThat(this.home.resolve("postgres/data/postmaster.pid")).exists();
		});
		assertThat(this.home.resolve("postgres/data/postmaster.pid")).doesNotExist();
		assertThat(this.home.resolve("postgres/data")).exists();
	}

	@Test
	void startsNothingWithoutADataSource() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(EmbeddedPostgresAutoConfiguration.class))
			.withPropertyValues("sample.postgres.directory=" + this.home.resolve("postgres"))
			.run((context) -> {
				assertThat(context.getBean(JdbcConnectionDetails.class).getDriverClassName())
					.isEqualTo("org.postgresql.Driver");
				assertThat(this.home.resolve("postgres")).doesNotExist();
			});
	}

	@Test
	void backsOffWhenAUrlIsConfigured() {
		runner().withPropertyValues("spring.datasource.url=jdbc:postgresql://127.0.0.1:1/x").run((context) -> {
			assertThat(context).doesNotHaveBean(EmbeddedPostgresConnectionDetails.class);
			assertThat(context).hasSingleBean(DataSource.class);
			assertThat(this.home.resolve("postgres")).doesNotExist();
		});
	}

	@Test
	void backsOffWhenOthersKnowTheDatabase() {
		runner().withBean(JdbcConnectionDetails.class, OtherDatabase::new).run((context) -> {
			assertThat(context).doesNotHaveBean(EmbeddedPostgresConnectionDetails.class);
			assertThat(this.home.resolve("postgres")).doesNotExist();
		});
	}

	private static final class OtherDatabase implements JdbcConnectionDetails {

		@Override
		public String getUsername() {
			return "x";
		}

		@Override
		public String getPassword() {
			return "x";
		}

		@Override
		public String getJdbcUrl() {
			return "jdbc:postgresql://127.0.0.1:1/x";
		}

	}

}

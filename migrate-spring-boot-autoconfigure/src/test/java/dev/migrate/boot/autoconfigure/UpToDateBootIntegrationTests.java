package dev.migrate.boot.autoconfigure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import dev.migrate.boot.observe.RevisionFiles;
import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestPostgres;
import dev.migrate.testkit.WireCounter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the start of a whole application asks of a database that is up to date.
 */
class UpToDateBootIntegrationTests {

	@TempDir
	private Path folder;

	@Test
	void oneQuestionIsAskedOfADatabaseThatIsUpToDate() throws IOException {
		RevisionFiles.writeTwo(this.folder);
		try (TestDatabase database = TestPostgres.database();
				WireCounter wire = WireCounter.to(database.url(), Duration.ZERO)) {
			long without = statements(database, wire, "--spring.migrate.enabled=false");
			assertThat(statements(database, wire, "--spring.migrate.auto-upgrade=true")).isGreaterThan(without + 2);
			assertThat(statements(database, wire, "--spring.migrate.auto-upgrade=true")).isEqualTo(without + 1);
		}
	}

	private long statements(TestDatabase database, WireCounter wire, String migrations) {
		long before = wire.statements();
		List<String> arguments = List.of(migrations, "--place.url=" + wire.through(database.url()),
				"--place.user=" + database.user(), "--place.password=" + database.password(),
				"--spring.migrate.locations=" + this.folder.toUri(), "--spring.jpa.hibernate.ddl-auto=none",
				"--spring.docker.compose.enabled=false", "--spring.flyway.enabled=false",
				"--spring.liquibase.enabled=false");
		new SpringApplicationBuilder(WholeApplication.class).web(WebApplicationType.NONE)
			.run(arguments.toArray(String[]::new))
			.close();
		return wire.statements() - before;
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class WholeApplication {

		/** A pool would ask now and then whether its connection lives. */
		@Bean
		DataSource dataSource(@Value("${place.url}") String url, @Value("${place.user}") String user,
				@Value("${place.password}") String password) {
			return new SingleConnectionDataSource(url, user, password, true);
		}

	}

}

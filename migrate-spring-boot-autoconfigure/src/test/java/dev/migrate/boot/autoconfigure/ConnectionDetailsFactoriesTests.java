package dev.migrate.boot.autoconfigure;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactories;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectionDetailsFactoriesTests {

	@Test
	void followADatabaseOfDockerCompose() {
		Map<Class<?>, ConnectionDetails> details = new ConnectionDetailsFactories(null)
			.getConnectionDetails(new ComposeDetails(), true);
		assertThat(details.get(MigrateConnectionDetails.class)).isInstanceOf(ReplacingConnectionDetails.class)
			.isInstanceOfSatisfying(MigrateConnectionDetails.class, (found) -> {
				assertThat(found.getJdbcUrl()).isEqualTo("jdbc:postgresql://127.0.0.1:49153/school");
				assertThat(found.getUsername()).isEqualTo("school");
				assertThat(found.getPassword()).isEqualTo("secret");
				assertThat(found.getDriverClassName()).isEqualTo("org.postgresql.Driver");
			});
	}

	// Without Docker no container has an address; that Boot finds the factory is seen
	// here.
	@Test
	void followATestContainer() {
		List<?> factories = SpringFactoriesLoader.forDefaultResourceLocation().load(ConnectionDetailsFactory.class);
		assertThat(factories).hasAtLeastOneElementOfType(ContainerMigrateConnectionDetailsFactory.class)
			.hasAtLeastOneElementOfType(JdbcMigrateConnectionDetailsFactory.class);
	}

	private static final class ComposeDetails implements JdbcConnectionDetails {

		@Override
		public String getUsername() {
			return "school";
		}

		@Override
		public String getPassword() {
			return "secret";
		}

		@Override
		public String getJdbcUrl() {
			return "jdbc:postgresql://127.0.0.1:49153/school";
		}

	}

}

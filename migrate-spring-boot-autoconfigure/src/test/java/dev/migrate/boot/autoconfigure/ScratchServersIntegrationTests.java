package dev.migrate.boot.autoconfigure;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import dev.migrate.scratch.ScratchServer;
import dev.migrate.testkit.OwnDatabase;
import dev.migrate.testkit.TestDatabase;
import org.junit.jupiter.api.Test;
import org.postgresql.Driver;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Where scratch databases are made if not beside the database to migrate.
 */
class ScratchServersIntegrationTests {

	private static final String ELSEWHERE = "jdbc:postgresql://db.example.com/school";

	@OwnDatabase
	TestDatabase database;

	private static String url(Connection connection) throws SQLException {
		return connection.getMetaData().getURL();
	}

	@Test
	void theServerOfTheClassPathStandsInForOneThatIsElsewhereOrCanNotBeReached() throws SQLException {
		ScratchServers servers = new ScratchServers(new MigrateProperties(), this.database.dataSource());
		try (Connection target = this.database.connect()) {
			assumeTrue(target.getMetaData().getDatabaseMajorVersion() == 18);
			ScratchServer server = servers.postgresql(ELSEWHERE);
			try (Connection first = server.connect(null)) {
				assertThat(url(first)).isNotEqualTo(url(target));
				assertThat(servers.postgresql(url(first)).connect("postgres").isValid(5)).isTrue();
			}
			DataSource standIn = servers.standIn("postgresql", () -> "x").orElseThrow();
			try (Connection connection = standIn.getConnection()) {
				assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(18);
			}
		}
	}

	@Test
	void aDatabaseInMemoryStandsInForH2() throws SQLException {
		ScratchServers servers = new ScratchServers(new MigrateProperties(), this.database.dataSource());
		DataSource standIn = servers.standIn("h2", () -> "y").orElseThrow();
		try (Connection connection = standIn.getConnection()) {
			assertThat(url(connection)).isEqualTo("jdbc:h2:mem:migrate_scratch_y");
		}
		assertThat(servers.standIn("oracle", () -> "z")).isEmpty();
	}

	@Test
	void aServerThatIsNamedComesFirst() {
		MigrateProperties properties = new MigrateProperties();
		properties.getScratch().setUrl("jdbc:postgresql://scratch.example.com/postgres");
		ScratchServers servers = new ScratchServers(properties,
				new SimpleDriverDataSource(new Driver(), "jdbc:postgresql://localhost:1/school"));
		assertThat(servers.standIn(null, () -> "x").map(DatabaseNames::url))
			.contains("jdbc:postgresql://scratch.example.com/postgres");
	}

}

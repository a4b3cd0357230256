package dev.migrate.fire;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import com.zaxxer.hikari.HikariDataSource;
import dev.migrate.plan.TransactionMode;
import dev.migrate.service.EngineSettings;
import dev.migrate.service.MigrationService;
import dev.migrate.testkit.OwnDatabase;
import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.WireCounter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How often a run waits for the server, counted on the wire.
 */
class RoundTripsIntegrationTests {

	private static final int MORE = 50;

	@TempDir
	Path folder;

	@OwnDatabase
	TestDatabase database;

	private WireCounter wire;

	@BeforeEach
	void open() {
		this.wire = WireCounter.to(this.database.url(), Duration.ZERO);
	}

	@AfterEach
	void close() {
		this.wire.close();
	}

	@ParameterizedTest
	@CsvSource({ "PER_REVISION, 2", "ALL, 1" })
	void takesFewRoundTripsForARevisionOfOneStatement(TransactionMode transactions, int most) {
		Story.line(this.folder, 1 + MORE);
		EngineSettings settings = Runs.settings(transactions);
		MigrationService service = Runs.service(dataSource(), this.folder, settings);
		Runs.upgrade(service, "+1");
		Runs.downgrade(service, "-1");
		long one = roundTrips(() -> Runs.upgrade(service, "+1"));
		Runs.downgrade(service, "base");
		long all = roundTrips(() -> Runs.upgrade(service, "head"));
		assertThat((all - one) / (double) MORE).isLessThan(most + 0.1);
		long allBack = roundTrips(() -> Runs.downgrade(service, "base"));
		Runs.upgrade(service, "+1");
		long oneBack = roundTrips(() -> Runs.downgrade(service, "base"));
		assertThat((allBack - oneBack) / (double) MORE).isLessThan(most + 0.1);
	}

	@Test
	void takesOneRoundTripBesideConnectingWhenNothingIsPending() throws SQLException {
		Story.line(this.folder, 5);
		EngineSettings settings = Runs.settings(TransactionMode.PER_REVISION);
		Runs.upgrade(Runs.service(this.database, this.folder), "head");
		MigrationService service = Runs.service(dataSource(), this.folder, settings);
		long connecting = roundTrips(() -> {
			try (Connection connection = dataSource().getConnection()) {
				assertThat(connection.getAutoCommit()).isTrue();
			}
			catch (SQLException ex) {
				throw new IllegalStateException(ex);
			}
		});
		long received = this.wire.received();
		assertThat(roundTrips(() -> Runs.upgrade(service, "head"))).isEqualTo(connecting + 1);
		assertThat(this.wire.received() - received).isLessThan(2048);
	}

	@Test
	void takesOneRoundTripWhenThereIsNoVersionTableAndNothingToDo() throws SQLException {
		try (HikariDataSource pool = pool(true)) {
			MigrationService service = Runs.service(pool, this.folder, Runs.settings(TransactionMode.PER_REVISION));
			assertThat(roundTrips(() -> Runs.upgrade(service, "head"))).isEqualTo(1);
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void takesOneRoundTripOnAConnectionOfAPoolWhateverItsAutoCommit(boolean autoCommit) throws SQLException {
		Story.line(this.folder, 5);
		EngineSettings settings = Runs.settings(TransactionMode.PER_REVISION);
		Runs.upgrade(Runs.service(this.database, this.folder), "head");
		try (HikariDataSource pool = pool(autoCommit)) {
			MigrationService service = Runs.service(pool, this.folder, settings);
			long received = this.wire.received();
			assertThat(roundTrips(() -> Runs.upgrade(service, "head"))).isEqualTo(1);
			assertThat(this.wire.received() - received).isLessThan(1024);
		}
	}

	private HikariDataSource pool(boolean autoCommit) throws SQLException {
		HikariDataSource pool = new HikariDataSource();
		pool.setDataSource(dataSource());
		pool.setMaximumPoolSize(1);
		pool.setAutoCommit(autoCommit);
		pool.getConnection().close();
		return pool;
	}

	private long roundTrips(Runnable work) {
		long before = this.wire.roundTrips();
		work.run();
		return this.wire.roundTrips() - before;
	}

	private PGSimpleDataSource dataSource() {
		PGSimpleDataSource dataSource = new PGSimpleDataSource();
		dataSource.setUrl(this.wire.through(this.database.url()));
		dataSource.setUser(this.database.user());
		dataSource.setPassword(this.database.password());
		return dataSource;
	}

}

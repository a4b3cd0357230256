package dev.migrate.generate;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import dev.migrate.dialect.ServerVersion;
import dev.migrate.dialect.postgresql.PostgresqlDialect;
import dev.migrate.diff.Answers;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.scratch.PostgresqlScratch;
import dev.migrate.script.MigrationScript;
import dev.migrate.script.SqlMigration;
import dev.migrate.testkit.OwnDatabase;
import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.WireCounter;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * How often comparing and proving wait for the server, counted on the wire, and what a
 * failure says although many statements went together.
 */
class GeneratingRoundTripsIntegrationTests {

	// A long burst may be answered before it has ended, which looks like one more.
	private static final Offset<Long> NOISE = Offset.offset(4L);

	private final PostgresqlDialect dialect = new PostgresqlDialect();

	private final AtomicInteger number = new AtomicInteger();

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

	private Connection connect(@Nullable String name) throws SQLException {
		String url = (name != null) ? this.database.url().replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1")
				: this.database.url();
		return DriverManager.getConnection(this.wire.through(url), this.database.user(), this.database.password());
	}

	@Test
	void comparesFiftyTablesInAsManyRoundTripsAsFive() throws SQLException {
		List<MigrationScript> five = List.of(revision(1, tables(5)));
		List<MigrationScript> fifty = List.of(revision(1, tables(50)));
		assertThat(roundTrips(fifty, tables(50))).isCloseTo(roundTrips(five, tables(5)), NOISE);
	}

	@Test
	void replaysTwentyRevisionsInAsManyRoundTripsAsOne() throws SQLException {
		List<String> tables = tables(20);
		List<MigrationScript> twenty = new ArrayList<>();
		for (int revision = 0; revision < tables.size(); revision++) {
			twenty.add(revision(revision + 1, tables.subList(revision, revision + 1)));
		}
		assertThat(roundTrips(twenty, tables)).isCloseTo(roundTrips(List.of(revision(1, tables)), tables), NOISE);
	}

	@Test
	void provesFiftyNewTablesInAsManyRoundTripsAsFive() throws SQLException {
		assertThat(roundTrips(List.of(), tables(50))).isCloseTo(roundTrips(List.of(), tables(5)), NOISE);
	}

	@Test
	void namesTheStatementThatFailsAmongMany() {
		List<String> statements = tables(40);
		statements.set(29, "CREATE TABLE t29 (id BIGINT PRIMARY KEY REFERENCES nowhere)");
		List<MigrationScript> base = List.of(revision(1, tables(5)), revision(2, tables(40, "u")),
				revision(3, statements.subList(5, 40)));
		assertThatExceptionOfType(MigrateException.class).isThrownBy(() -> roundTrips(base, tables(5)))
			.withMessageMatching("Revision aaaaaaaaaa03 .* fails on a scratch database at statement 25 of 35"
					+ " \\(r3.sql:\\d+:1\\) with SQLSTATE 42P01: .*nowhere.*")
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(ErrorCode.NOT_PROVEN))
			.satisfies((ex) -> assertThat(ex.hint()).contains("t29"));
	}

	@Test
	void createsEntitiesThatNeedMoreLocksThanOneTransactionMayHold() throws SQLException {
		List<String> statements = new ArrayList<>();
		for (int block = 1; block <= 6; block++) {
			// Together they are as many as a thousand tables take.
			statements.add("DO $$ BEGIN PERFORM pg_advisory_xact_lock(" + block
					+ ", n) FROM generate_series(1, 4000) n; END $$");
		}
		statements.addAll(tables(3));
		assertThat(roundTrips(List.of(), statements)).isPositive();
	}

	@Test
	void holdsFewLocksAtATimeWhereThereIsMuchToBuild() throws SQLException {
		List<String> sequences = sequences(1100);
		List<MigrationScript> base = new ArrayList<>();
		for (int from = 0; from < 1100; from += 100) {
			base.add(revision(base.size() + 1, sequences.subList(from, from + 100)));
		}
		base.add(revision(12, List.of(refusesMoreLocksThan(600))));
		List<String> statements = new ArrayList<>(sequences);
		statements.add(refusesMoreLocksThan(600));
		assertThat(roundTrips(base, statements)).isPositive();
		assertThat(scratches()).isZero();
	}

	@Test
	void namesTheStatementThatFailsWhereThereIsMuchToBuild() throws SQLException {
		List<String> statements = sequences(1100);
		statements.set(1090, "CREATE SEQUENCE s1090 OWNED BY nowhere.id");
		List<MigrationScript> base = List.of(revision(1, sequences(5)), revision(2, statements.subList(5, 1000)),
				revision(3, statements.subList(1000, 1100)));
		assertThatExceptionOfType(MigrateException.class).isThrownBy(() -> roundTrips(base, tables(1)))
			.withMessageMatching("Revision aaaaaaaaaa03 .* fails on a scratch database at statement 91 of 100"
					+ " \\(r3.sql:\\d+:1\\) with SQLSTATE 42P01: .*nowhere.*");
		assertThat(scratches()).isZero();
	}

	@Test
	void namesTheEntityThatFailsWhereThereIsMuchToBuild() throws SQLException {
		List<String> statements = sequences(1100);
		statements.set(1090, "CREATE SEQUENCE s1090 OWNED BY nowhere.id");
		assertThatExceptionOfType(MigrateException.class).isThrownBy(() -> roundTrips(List.of(), statements))
			.withMessageContainingAll("The schema of s1090 can't be created", "nowhere", "42P01")
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(ErrorCode.INVALID_ENTITIES));
		assertThat(scratches()).isZero();
	}

	@Test
	void endsAReplayThatHasBegunIfTheEntitiesCantBeRead() throws SQLException {
		List<MigrationScript> base = List.of(revision(1, sequences(1100)),
				revision(2, List.of("SELECT pg_sleep(600)")));
		try (Connection connection = connect(null);
				PostgresqlScratch scratch = new PostgresqlScratch(this::connect,
						() -> "g" + this.number.incrementAndGet(), List.of())) {
			Generator generator = new Generator(this.dialect, ServerVersion.of(connection), "public", scratch);
			GenerateRequest request = new GenerateRequest(base, Answers.NONE, false, "the new revision");
			assertThatExceptionOfType(MigrateException.class).isThrownBy(() -> generator.generate((server) -> {
				throw new MigrateException(ErrorCode.INVALID_ENTITIES, "Nobody can read them.", null);
			}, request)).withMessage("Nobody can read them.");
		}
		assertThat(scratches()).isZero();
	}

	@Test
	void provesMuchThatIsNew() throws SQLException {
		assertThat(roundTrips(List.of(), sequences(1100))).isPositive();
		assertThat(scratches()).isZero();
	}

	private static List<String> sequences(int count) {
		List<String> sequences = new ArrayList<>();
		for (int sequence = 0; sequence < count; sequence++) {
			sequences.add("CREATE SEQUENCE s" + sequence);
		}
		return sequences;
	}

	private static String refusesMoreLocksThan(int locks) {
		return "DO $$ BEGIN IF (SELECT count(*) FROM pg_locks WHERE pid = pg_backend_pid()) > " + locks
				+ " THEN RAISE EXCEPTION 'too many locks'; END IF; END $$";
	}

	private long scratches() throws SQLException {
		try (Connection connection = connect(null);
				ResultSet row = connection.createStatement()
					.executeQuery("SELECT count(*) FROM pg_database WHERE datname LIKE 'migrate_scratch_'"
							+ " || (SELECT oid FROM pg_database WHERE datname = current_database()) || '%'")) {
			row.next();
			return row.getLong(1);
		}
	}

	private static List<String> tables(int count) {
		return tables(count, "t");
	}

	private static List<String> tables(int count, String prefix) {
		List<String> tables = new ArrayList<>();
		for (int table = 0; table < count; table++) {
			tables.add("CREATE TABLE " + prefix + table + " (id BIGINT PRIMARY KEY, name TEXT NOT NULL)");
		}
		return tables;
	}

	private static MigrationScript revision(int number, List<String> statements) {
		return SqlMigration.parse("r" + number + ".sql",
				"-- r" + number + "\n--\n-- revision: aaaaaaaaaa%02d\n".formatted(number)
						+ ((number > 1) ? "-- revises: aaaaaaaaaa%02d\n".formatted(number - 1) : "-- revises: base\n")
						+ "\n-- migrate:upgrade\n" + String.join(";\n", statements) + ";\n");
	}

	private long roundTrips(List<MigrationScript> base, List<String> statements) throws SQLException {
		Entities entities = new Entities(
				statements.stream().map((sql) -> new Entities.Statement(sql, sql.split(" ")[2])).toList(), List.of(),
				List.of(), List.of(), statements.size());
		long before = this.wire.roundTrips();
		try (Connection connection = connect(null);
				PostgresqlScratch scratch = new PostgresqlScratch(this::connect,
						() -> "g" + this.number.incrementAndGet(), List.of())) {
			Generated generated = new Generator(this.dialect, ServerVersion.of(connection), "public", scratch)
				.generate((server) -> entities, new GenerateRequest(base, Answers.NONE, false, "the new revision"));
			assertThat(generated.isEmpty()).isEqualTo(!base.isEmpty());
		}
		return this.wire.roundTrips() - before;
	}

}

package dev.migrate.fire;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

import javax.sql.DataSource;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.event.MigrationEvent;
import dev.migrate.plan.TransactionMode;
import dev.migrate.revision.Direction;
import dev.migrate.revision.TargetParser;
import dev.migrate.run.Cancellation;
import dev.migrate.run.StatementFailedException;
import dev.migrate.service.EngineSettings;
import dev.migrate.service.MigrationService;
import dev.migrate.service.RunRequest;
import dev.migrate.testkit.OwnDatabase;
import dev.migrate.testkit.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Everything that an upgrade refuses: with which code, in which words, and that nothing
 * is left behind and no password shown.
 */
class RefusalsIntegrationTests {

	private static final String PASSWORD = "xyzzyPlughFrotz";

	private static final EngineSettings SETTINGS = Runs.settings(TransactionMode.PER_REVISION);

	@TempDir
	Path folder;

	@OwnDatabase
	TestDatabase database;

	private MigrationService service(DataSource dataSource) {
		return Runs.service(dataSource, this.folder, SETTINGS);
	}

	private MigrateException refused(DataSource dataSource, ErrorCode code, String... words) {
		return refused(code, () -> Runs.upgrade(service(dataSource), "head"), words);
	}

	private MigrateException refused(ErrorCode code, Runnable work, String... words) {
		List<String> before = Catalogue.of(this.database, "t1");
		Throwable thrown = catchThrowable(work::run);
		assertThat(thrown).isInstanceOf(MigrateException.class);
		MigrateException failure = (MigrateException) thrown;
		assertThat(failure.code()).as(failure.getMessage()).isEqualTo(code);
		assertThat(failure.getMessage()).contains(words).doesNotContain("\n");
		for (Throwable link = failure; link != null; link = link.getCause()) {
			assertThat(String.valueOf(link.getMessage())).doesNotContain(PASSWORD);
		}
		assertThat(String.valueOf(failure.hint())).doesNotContain(PASSWORD);
		assertThat(Catalogue.of(this.database, "t1")).isEqualTo(before);
		return failure;
	}

	private void file(String name, String text) {
		try {
			Files.writeString(this.folder.resolve(name), text);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String revision(String id, String revises, String sections) {
		return "-- message\n-- revision: " + id + "\n-- revises: " + revises + "\n\n" + sections;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-",
			textBlock = """
					INVALID_SOURCE     | -- message\\n-- revises: base\\n-- migrate:upgrade\\n                             | bad.sql
					INVALID_SOURCE     | -- m\\n-- revision: aa11\\n-- revises: base\\n-- colour: red\\n-- migrate:upgrade\\n | bad.sql:4
					MISSING_REVISION   | -- m\\n-- revision: aa11\\n-- revises: nosuch\\n-- migrate:upgrade\\n             | nosuch
					DUPLICATE_REVISION | -- m\\n-- revision: 0001abcd0000\\n-- revises: base\\n-- migrate:upgrade\\nSELECT 2;\\n | 0001abcd0000
					INVALID_SOURCE     | -- m\\n-- revision: aa11\\n-- revises: 0001abcd0000\\n-- migrate:upgrade\\nSELECT 'x;\\n   | bad.sql:5
					INVALID_SOURCE     | -- m\\n-- revision: aa11\\n-- revises: 0001abcd0000\\n-- migrate:upgrade\\nBEGIN;\\n | BEGIN
					INVALID_SOURCE     | -- m\\n-- revision: aa11\\n-- revises: 0001abcd0000\\n-- migrate:upgrade\\nSELECT 1;\\nCOMMIT;\\n | bad.sql:6
					INVALID_SOURCE     | -- m\\n-- revision: aa11\\n-- revises: 0001abcd0000\\n-- migrate:upgrade\\nCREATE INDEX CONCURRENTLY i ON t1 (id);\\n | CREATE INDEX CONCURRENTLY
					SEVERAL_HEADS      | -- m\\n-- revision: aa11\\n-- revises: base\\n-- migrate:upgrade\\n               | aa11
					""")
	void ofTheFolder(ErrorCode code, String text, String words) {
		Story.line(this.folder, 2);
		file("bad.sql", text.replace("\\n", "\n"));
		// What is wrong below one head is found before the other is asked for.
		refused(code, () -> Runs.upgrade(service(this.database.dataSource()),
				text.contains("0001abcd0000") && text.contains("aa11") ? "aa11" : "head"), words);
		assertThat(this.database.strings("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).isEmpty();
	}

	@Test
	void ofTheState() throws IOException {
		Story story = Story.line(this.folder, 4);
		DataSource dataSource = this.database.dataSource();
		Runs.upgrade(service(dataSource), story.ids().get(2));
		this.database.execute("DELETE FROM migrate_version WHERE revision = '" + story.ids().get(1) + "'");
		refused(dataSource, ErrorCode.HOLE, story.ids().get(1), story.ids().get(2));
		this.database
			.execute("UPDATE migrate_version SET checksum = '1:other' WHERE revision = '" + story.ids().get(0) + "'");
		refused(dataSource, ErrorCode.CHANGED, story.ids().get(0));
		this.database.execute("DELETE FROM migrate_version WHERE revision <> '" + story.ids().get(0) + "'",
				"UPDATE migrate_version SET checksum = NULL",
				"INSERT INTO migrate_version (revision, revises, applied_at) VALUES ('ffff00000000', '"
						+ story.ids().get(0) + "', now())");
		refused(dataSource, ErrorCode.DATABASE_AHEAD, "ffff00000000");
	}

	@Test
	void ofADataSourceThatWaitsForItsTargets() {
		Story.line(this.folder, 1);
		DataSource routing = new AbstractDataSource() {

			@Override
			public Connection getConnection() {
				throw new IllegalArgumentException("DataSource router not initialized");
			}

			@Override
			public Connection getConnection(String username, String password) {
				return getConnection();
			}

		};
		MigrateException failure = refused(routing, ErrorCode.NO_CONNECTION, "can't make one");
		assertThat(failure.hint()).contains("@DependsOn", "spring.migrate.cli.start-beans");
	}

	@Test
	void ofAMissingFolderIsNone() throws IOException {
		Files.delete(this.folder);
		assertThat(Runs.upgrade(service(this.database.dataSource()), "head").steps()).isEmpty();
		assertThat(service(this.database.dataSource()).hasRevisions()).isFalse();
		assertThat(this.database.strings("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).isEmpty();
		Files.createDirectory(this.folder);
	}

	@Test
	void ofAServerThatIsNotThereOrLetsNobodyIn() {
		Story.line(this.folder, 1);
		refused(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/db?user=me&password=" + PASSWORD),
				ErrorCode.NO_CONNECTION, "No connection");
		refused(new DriverManagerDataSource("jdbc:nosuch://me:" + PASSWORD + "@host/db?password=" + PASSWORD),
				ErrorCode.NO_CONNECTION, "No connection");
		refused(new DriverManagerDataSource("jdbc:h2:tcp://127.0.0.1:1/x;USER=sa;PASSWORD=" + PASSWORD),
				ErrorCode.NO_CONNECTION, "No connection");
		String role = role("NOLOGIN PASSWORD '" + PASSWORD + "'");
		try {
			refused(as(role), ErrorCode.NO_CONNECTION, "refused the login");
		}
		finally {
			this.database.execute("DROP ROLE " + role);
		}
	}

	private String role(String options) {
		String role = "role_" + this.database.name();
		this.database.execute("CREATE ROLE " + role + " " + options);
		return role;
	}

	private DataSource as(String role) {
		PGSimpleDataSource dataSource = new PGSimpleDataSource();
		dataSource.setUrl(this.database.url());
		dataSource.setUser(role);
		dataSource.setPassword(PASSWORD);
		return dataSource;
	}

	@Test
	void ofARoleThatMayNotDoIt() {
		Story story = Story.line(this.folder, 2);
		String role = role("LOGIN PASSWORD '" + PASSWORD + "'");
		try {
			refused(as(role), ErrorCode.DATABASE_REFUSED, "permission denied");
			Runs.upgrade(service(this.database.dataSource()), story.ids().get(0));
			refused(as(role), ErrorCode.DATABASE_REFUSED, "permission denied", "version table");
			this.database.execute("GRANT SELECT ON migrate_version, migrate_journal, migrate_lock TO " + role);
			MigrationService service = service(as(role));
			assertThat(service.status().upToDate()).isFalse();
			assertThat(service.plan(request("head", (event) -> {
			})).steps()).hasSize(1);
			assertThat(Runs.upgrade(service, story.ids().get(0)).steps()).isEmpty();
			refused(as(role), ErrorCode.DATABASE_REFUSED, "permission denied");
			this.database.execute("ALTER ROLE " + role + " SET default_transaction_read_only = on");
			refused(as(role), ErrorCode.DATABASE_REFUSED, "read-only");
			this.database.execute("ALTER ROLE " + role + " SET default_transaction_read_only = off",
					"GRANT INSERT, UPDATE, DELETE ON migrate_version, migrate_journal, migrate_lock TO " + role);
			refusedAtStatement(as(role), "42501");
		}
		finally {
			this.database.execute("DROP OWNED BY " + role, "DROP ROLE " + role);
		}
	}

	private void refusedAtStatement(DataSource dataSource, String state) {
		refused(dataSource, ErrorCode.STATEMENT_FAILED, state, "nothing of it remains");
	}

	private static RunRequest request(String target, Consumer<MigrationEvent> listener) {
		return RunRequest.upgrade(TargetParser.parse(target), "tester").with(listener::accept);
	}

	@Test
	void ofARoleThatMayOnlyChangeRowsIsNone() {
		Story story = Story.line(this.folder, 1);
		Runs.upgrade(service(this.database.dataSource()), "head");
		story.add("rows", "INSERT INTO t1 VALUES (1);", "DELETE FROM t1;");
		String role = role("LOGIN PASSWORD '" + PASSWORD + "'");
		try {
			this.database.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO " + role,
					"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO " + role,
					"ALTER ROLE " + role + " SET statement_timeout = '1s'");
			assertThat(Runs.upgrade(service(as(role)), "head").steps()).hasSize(1);
		}
		finally {
			this.database.execute("DROP OWNED BY " + role, "DROP ROLE " + role);
		}
	}

	@Test
	void ofADatabaseOfAnotherKind() {
		Story.line(this.folder, 1);
		DataSource other = new DelegatingDataSource(this.database.dataSource()) {

			@Override
			public Connection getConnection() throws SQLException {
				Connection connection = super.getConnection();
				return proxy(Connection.class, connection, "getMetaData",
						proxy(DatabaseMetaData.class, connection.getMetaData(), "getDatabaseProductName", "Oracle"));
			}

		};
		refused(other, ErrorCode.UNSUPPORTED_DATABASE, "Oracle is not supported yet");
	}

	private static <T> T proxy(Class<T> type, T target, String method, Object answer) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (proxy, called,
				arguments) -> called.getName().equals(method) ? answer : called.invoke(target, arguments)));
	}

	@Test
	void ofAStatementOrTheCommit() {
		Story story = Story.line(this.folder, 1);
		DataSource dataSource = this.database.dataSource();
		Runs.upgrade(service(dataSource), "head");
		file("x.sql", revision("aa11", story.last(), """
				-- migrate:upgrade
				CREATE TABLE p (id INTEGER PRIMARY KEY, up INTEGER REFERENCES p DEFERRABLE INITIALLY DEFERRED);
				INSERT INTO p VALUES (1, 2);
				"""));
		refused(dataSource, ErrorCode.STATEMENT_FAILED, "at its commit", "23503", "nothing of it remains");
		file("x.sql", revision("aa11", story.last(), "-- migrate:upgrade\nCOPY t1 (id) FROM stdin;\n1\nnumber\n\\.\n"));
		refused(dataSource, ErrorCode.STATEMENT_FAILED, "x.sql:6", "22P02", "nothing of it remains");
		file("x.sql", revision("aa11", story.last(), "-- migrate:upgrade transaction=false\nSELECT 1;\nSELECT 1/0;\n"));
		refusedUnfinished(dataSource, "failed at statement 2 of 2");
	}

	@Test
	void ofANameThatTheServerHasCutSaysSo() {
		String alike = "a".repeat(63);
		file("x.sql", revision("aa11", "base", "-- migrate:upgrade\nCREATE TABLE " + alike + "_one (id INTEGER);\n"
				+ "CREATE TABLE " + alike + "_two (id INTEGER);\n"));
		assertThatExceptionOfType(StatementFailedException.class)
			.isThrownBy(() -> Runs.upgrade(service(this.database.dataSource()), "head"))
			.satisfies((ex) -> assertThat(ex.failure().detail()).contains("PostgreSQL cuts names to 63 bytes"));
		file("x.sql", revision("aa11", "base",
				"-- migrate:upgrade\nCREATE TABLE a (id INTEGER);\n" + "CREATE TABLE a (id INTEGER);\n"));
		assertThatExceptionOfType(StatementFailedException.class)
			.isThrownBy(() -> Runs.upgrade(service(this.database.dataSource()), "head"))
			.satisfies((ex) -> assertThat(ex.failure().detail()).isNull());
	}

	private void refusedUnfinished(DataSource dataSource, String words) {
		assertThat(catchThrowable(() -> Runs.upgrade(service(dataSource), "head")))
			.isInstanceOf(MigrateException.class);
		refused(dataSource, ErrorCode.UNFINISHED, words);
	}

	@ParameterizedTest
	@CsvSource({ "'', 0", "' transaction=false', 1" })
	void afterAnInterruptionSayInterrupted(String words, int remaining) {
		file("x.sql", revision("aa11", "base", "-- migrate:upgrade" + words
				+ "\nCREATE TABLE t1 (id INTEGER);\nSELECT pg_sleep(600);\nCREATE TABLE t2 (id INTEGER);\n"));
		Cancellation cancellation = new Cancellation();
		Thread canceller = new Thread(() -> {
			org.awaitility.Awaitility.await()
				.until(() -> !"0".equals(this.database.string("SELECT count(*) FROM"
						+ " pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'")));
			cancellation.cancel();
		});
		canceller.start();
		Throwable thrown = catchThrowable(() -> service(this.database.dataSource())
			.run(new RunRequest(Direction.UPGRADE, TargetParser.parse("head"), "tester", (event) -> {
			}, cancellation)));
		assertThat(thrown).isInstanceOf(MigrateException.class).hasMessageContaining("interrupted at statement 2 of 3");
		assertThat(((MigrateException) thrown).code()).isEqualTo(ErrorCode.INTERRUPTED);
		assertThat(this.database.strings("SELECT tablename FROM pg_tables WHERE tablename IN ('t1', 't2')"))
			.hasSize(remaining);
		assertThat(this.database.strings("SELECT event FROM migrate_journal ORDER BY id DESC LIMIT 1"))
			.containsExactly("interrupted");
		if (remaining > 0) {
			refused(this.database.dataSource(), ErrorCode.UNFINISHED, "was interrupted at statement 2 of 3");
		}
	}

	@Test
	void leaveNothingWhenAListenerBreaksDown() {
		Story.line(this.folder, 1);
		Throwable thrown = catchThrowable(() -> service(this.database.dataSource()).run(request("head", (event) -> {
			if (event instanceof MigrationEvent.StatementFinished) {
				throw new StackOverflowError("a fault that nobody expects");
			}
		})));
		assertThat(thrown).isInstanceOf(StackOverflowError.class);
		assertThat(this.database.strings("SELECT tablename FROM pg_tables WHERE tablename = 't1'")).isEmpty();
		assertThat(this.database.strings("SELECT revision FROM migrate_version")).isEmpty();
		assertThat(Runs.upgrade(service(this.database.dataSource()), "head").steps()).hasSize(1);
	}

}

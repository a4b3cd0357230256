package dev.migrate.boot.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.generate.Entities;
import dev.migrate.generate.NoEntitiesException;
import dev.migrate.service.MigrationDatabases;
import dev.migrate.service.MigrationService;
import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestH2;
import dev.migrate.testkit.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.Driver;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One application, two databases: students on PostgreSQL, reports on H2.
 */
class SeveralDatabasesIntegrationTests implements Workplaces {

	private TestDatabase postgresql;

	private TestDatabase h2;

	private Map<String, CommandDesk> desks;

	private StringWriter out;

	private StringWriter err;

	@BeforeEach
	void open(@TempDir Path folder) throws IOException {
		this.postgresql = TestPostgres.database();
		this.h2 = TestH2.database();
		this.desks = new LinkedHashMap<>();
		this.desks.put("students",
				new CommandDesk(this.postgresql, Files.createDirectories(folder.resolve("students"))));
		this.desks.put("reports", new CommandDesk(this.h2, Files.createDirectories(folder.resolve("reports"))));
		desk("students").revision("aaaa11111111", "base", "create students", "CREATE TABLE students (id BIGINT)",
				"DROP TABLE students");
		desk("students").revision("bbbb22222222", "aaaa11111111", "add age", "ALTER TABLE students ADD age INTEGER",
				"ALTER TABLE students DROP COLUMN age");
		desk("reports").revision("cccc33333333", "base", "create reports", "CREATE TABLE reports (id BIGINT)",
				"DROP TABLE reports");
	}

	@AfterEach
	void close() {
		this.postgresql.close();
		this.h2.close();
	}

	private CommandDesk desk(String name) {
		return this.desks.get(name);
	}

	@Override
	public MigrationDatabases databases() {
		Map<String, MigrationService> services = new LinkedHashMap<>();
		this.desks.forEach((name, desk) -> services.put(name, desk.databases().get(null)));
		return new MigrationDatabases(services);
	}

	@Override
	public Workplace at(String database) {
		return desk(database);
	}

	private int db(String... arguments) {
		return run(Terminal.unattended(fresh(), new PrintWriter(this.err)), arguments);
	}

	private int answer(String answer, String... arguments) {
		return run(Terminal.attended(fresh(), new PrintWriter(this.err), new StringReader(answer)), arguments);
	}

	private PrintWriter fresh() {
		this.out = new StringWriter();
		this.err = new StringWriter();
		return new PrintWriter(this.out);
	}

	private int run(Terminal terminal, String... arguments) {
		return new DbCommandLine(this, terminal, new Interruption()).run(List.of(arguments));
	}

	private String out() {
		return this.out.toString().replaceAll("\\d+ ms|\\d+\\.\\d s", "0 ms");
	}

	private String err() {
		return this.err.toString();
	}

	private boolean has(TestDatabase database, String table) {
		return !database
			.strings("SELECT table_name FROM information_schema.tables WHERE lower(table_name) = '" + table + "'")
			.isEmpty();
	}

	private void assertNothingIsThere() {
		for (TestDatabase database : List.of(this.postgresql, this.h2)) {
			for (String table : List.of("students", "reports", "migrate_version", "migrate_journal")) {
				assertThat(has(database, table)).as(table).isFalse();
			}
		}
	}

	@Test
	void upgradesAllInTheStatedOrder() {
		assertThat(db("upgrade")).isZero();
		assertThat(out()).isEqualTo("""
				[students]
				Running upgrade base -> aaaa11111111, create students (0 ms)
				Running upgrade aaaa11111111 -> bbbb22222222, add age (0 ms)
				Upgraded from base to bbbb22222222: 2 revisions in 0 ms.
				[reports]
				Running upgrade base -> cccc33333333, create reports (0 ms)
				Upgraded from base to cccc33333333: 1 revision in 0 ms.
				""");
		assertThat(has(this.postgresql, "students")).isTrue();
		assertThat(has(this.h2, "reports")).isTrue();
		assertThat(has(this.h2, "students")).isFalse();
	}

	@Test
	void upgradesTheOneThatIsNamed() {
		assertThat(db("upgrade", "--database", "reports")).isZero();
		assertThat(out()).doesNotContain("[");
		assertThat(has(this.h2, "reports")).isTrue();
		assertThat(has(this.postgresql, "students")).isFalse();
		assertThat(db("upgrade", "--database", "reprots")).isEqualTo(ExitCodes.USAGE);
		assertThat(err()).contains("There is no database 'reprots'.", "students, reports");
	}

	@Test
	void changesNothingWhileOneIsUnreachable() {
		desk("reports").connectsWith(new SimpleDriverDataSource(new Driver(), "jdbc:postgresql://localhost:1/reports"));
		assertThat(db("upgrade")).isEqualTo(ExitCodes.FAILED);
		assertThat(err()).startsWith("Error: No database was changed, because of reports: ")
			.contains("localhost:1")
			.doesNotContain("students");
		assertThat(out()).isEmpty();
		assertNothingIsThere();
	}

	@Test
	void changesNothingWhileOneIsRefused() {
		desk("reports").revision("dddd44444444", "cccc33333333", "one", "CREATE TABLE a (id BIGINT)", "DROP TABLE a");
		desk("reports").revision("eeee55555555", "cccc33333333", "two", "CREATE TABLE b (id BIGINT)", "DROP TABLE b");
		assertThat(db("upgrade")).isEqualTo(ExitCodes.SEVERAL_HEADS);
		assertThat(err()).startsWith("Error: No database was changed, because of reports: ").contains("dddd44444444");
		assertNothingIsThere();
	}

	@Test
	void saysHowFarEachGotWhenOneFails() {
		desk("students").revision("dddd44444444", "bbbb22222222", "break", "INSERT INTO nowhere VALUES (1)",
				"SELECT 1");
		assertThat(db("upgrade", "--json")).isEqualTo(ExitCodes.FAILED);
		assertThat(err()).contains("Error: [students] ", "dddd44444444", "[reports] Not begun, because of students.");
		assertThat(out()).contains("\"students\": {\n      \"exitCode\": 1", "\"code\": \"STATEMENT_FAILED\"",
				"\"reports\": {\n      \"begun\": false");
		assertThat(desk("students").databases().get(null).status().current()).hasToString("[bbbb22222222]");
		assertThat(has(this.h2, "reports")).isFalse();
	}

	@Test
	void readsEachWhateverBecomesOfTheOthers() {
		db("upgrade", "--database", "reports");
		assertThat(db("current")).isZero();
		assertThat(out()).isEqualTo("[students]\n[reports]\ncccc33333333 (head)\n");
		assertThat(db("current", "--check-heads")).isEqualTo(ExitCodes.BEHIND);
		assertThat(db("status", "--json")).isZero();
		assertThat(out()).contains("\"databases\": {\n    \"students\": {\n      \"exitCode\": 0,\n      \"product\"",
				"    \"reports\": {");
		desk("students")
			.connectsWith(new SimpleDriverDataSource(new Driver(), "jdbc:postgresql://localhost:1/students"));
		assertThat(db("current")).isEqualTo(ExitCodes.FAILED);
		assertThat(out()).isEqualTo("[students]\n[reports]\ncccc33333333 (head)\n");
		assertThat(err()).contains("Error: [students] ");
		assertThat(db("history")).isZero();
		assertThat(out()).isEqualTo("""
				[students]
				aaaa11111111 -> bbbb22222222 (head), add age
				<base> -> aaaa11111111, create students
				[reports]
				<base> -> cccc33333333 (head), create reports
				""");
	}

	@Test
	void wantsToKnowWhichWhereOneIsMeant() {
		db("upgrade");
		for (List<String> arguments : List.of(List.of("downgrade"), List.of("upgrade", "aaaa"),
				List.of("stamp", "head"), List.of("revision", "-m", "x"), List.of("downgrade", "-1", "--plan"))) {
			assertThat(db(arguments.toArray(String[]::new))).as(arguments.toString()).isEqualTo(ExitCodes.USAGE);
			assertThat(err()).contains("There are several databases", "--database: students, reports");
		}
		assertThat(db("downgrade", "--database", "students")).isZero();
		assertThat(db("upgrade", "bbbb", "--database", "students")).isZero();
	}

	@Test
	void takesAllBackInReverseAfterOneQuestion() {
		db("upgrade");
		assertThat(db("downgrade", "base")).isEqualTo(ExitCodes.ANSWER_NEEDED);
		assertThat(err()).contains("takes back 3 revisions", "and rows of REPORTS, students");
		assertThat(answer("n\n", "downgrade", "base")).isEqualTo(ExitCodes.ANSWER_NEEDED);
		assertThat(has(this.h2, "reports")).isTrue();
		assertThat(answer("y\n", "downgrade", "base")).isZero();
		assertThat(out()).containsSubsequence("[reports]", "[students]");
		assertThat(has(this.h2, "reports")).isFalse();
		assertThat(has(this.postgresql, "students")).isFalse();
	}

	@Test
	void comparesAllBeforeTheFirstRevisionIsWritten() throws IOException {
		desk("students").entities(marks());
		desk("reports").entities((server) -> {
			throw new MigrateException(ErrorCode.INVALID_ENTITIES, "An entity has no id.", null);
		});
		assertThat(db("migrate", "-m", "add marks")).isEqualTo(ExitCodes.FAILED);
		assertThat(err()).startsWith("Error: Nothing was written, because of reports: An entity has no id.");
		assertThat(files("students")).hasSize(2);
		desk("reports").entities(marks());
		assertThat(db("migrate", "-m", "add marks")).as(err()).isZero();
		assertThat(out()).containsSubsequence("[students]\nWrote ", "Detected ", "marks", "[reports]\nWrote ",
				"Detected ", "MARKS");
		assertThat(files("students")).hasSize(3);
		assertThat(files("reports")).hasSize(2);
		assertThat(db("migrate", "-m", "add marks")).isZero();
		assertThat(out()).contains("[students]\nNo changes detected", "[reports]\nNo changes detected");
	}

	@Test
	void anAnswerIsForTheDatabaseThatAsks() {
		desk("students").entities(marks());
		desk("reports").entities(new Entities(
				List.of(new Entities.Statement("CREATE TABLE reports (id BIGINT, pages INTEGER NOT NULL)", "Report")),
				List.of(new Entities.MadeFor("TABLE", null, "reports", "reports", List.of(), "Report", false, null),
						new Entities.MadeFor("COLUMN", null, "reports", "pages", List.of("pages"), "Report.pages",
								false, null)),
				List.of(), List.of(), 1));
		assertThat(db("migrate", "-m", "x")).isEqualTo(ExitCodes.ANSWER_NEEDED);
		assertThat(err()).contains("because of reports: A question is open: REPORTS.PAGES.");
		assertThat(db("migrate", "-m", "x", "--fill", "reports.pages=1", "--fill", "marks.id=1"))
			.isEqualTo(ExitCodes.USAGE);
		assertThat(err()).startsWith("Error: Nothing asks for the answer --fill marks.id=1.");
		assertThat(db("migrate", "-m", "x", "--fill", "reports.pages=1")).as(err()).isZero();
		assertThat(out()).containsSubsequence("[students]\nWrote", "[reports]\nWrote", "PAGES");
	}

	@Test
	void passesOverADatabaseWithoutEntities() {
		desk("students").entities((server) -> {
			throw new NoEntitiesException("It has no entities.", "Give it some.");
		});
		desk("reports").entities(marks());
		assertThat(db("migrate", "-m", "add marks")).as(err()).isZero();
		assertThat(out()).startsWith("[students]\nNothing to do: It has no entities.\n[reports]\nWrote ");
		db("upgrade");
		assertThat(db("check")).as(out()).isZero();
		assertThat(db("migrate", "-m", "x", "--database", "students")).isEqualTo(ExitCodes.USAGE);
	}

	private List<Path> files(String name) throws IOException {
		try (Stream<Path> files = Files.list(desk(name).folder())) {
			return files.toList();
		}
	}

	private static Entities marks() {
		return new Entities(List.of(new Entities.Statement("CREATE TABLE marks (id BIGINT NOT NULL)", "Mark")),
				List.of(new Entities.MadeFor("TABLE", null, "marks", "marks", List.of(), "Mark", false, null),
						new Entities.MadeFor("COLUMN", null, "marks", "id", List.of("id"), "Mark.id", false, null)),
				List.of(), List.of(), 1);
	}

}

package dev.migrate.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.h2.H2Dialect;
import dev.migrate.dialect.postgresql.PostgresqlDialect;
import dev.migrate.fire.Catalogue;
import dev.migrate.fire.SentStatements;
import dev.migrate.revision.Direction;
import dev.migrate.revision.RangeParser;
import dev.migrate.revision.TargetParser;
import dev.migrate.run.ScriptForm;
import dev.migrate.sql.SqlStatement;
import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestH2;
import dev.migrate.testkit.TestPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ScriptIntegrationTests {

	abstract static class OnEveryDatabase {

		@TempDir
		Path folder;

		TestDatabase database;

		MigrationService service;

		Dialect dialect;

		abstract TestDatabase open();

		@BeforeEach
		void createService() throws IOException {
			this.database = open();
			this.dialect = this.database.url().startsWith("jdbc:h2") ? new H2Dialect() : new PostgresqlDialect();
			this.service = Engines.service(this.database, this.folder);
			Engines.write(this.folder, "aaaa11111111", "base", "create students",
					"CREATE TABLE students (id BIGINT PRIMARY KEY, name VARCHAR(100))",
					"DROP TABLE students -- it's gone; really");
			Engines.write(this.folder, "bbbb22222222", "aaaa11111111", "add the student's age",
					"ALTER TABLE students ADD COLUMN age INTEGER;\nINSERT INTO students VALUES (1, 'O''Neil \\ :name', 3)",
					"DELETE FROM students WHERE name = 'back\\slash $migrate$ $$ :''x''';\n"
							+ "ALTER TABLE students DROP COLUMN age");
		}

		@AfterEach
		void closeDatabase() {
			this.database.close();
		}

		String script(Direction direction, String text) {
			return script(direction, text, ScriptForm.PLAIN);
		}

		String script(Direction direction, String text, ScriptForm form) {
			boolean range = RangeParser.isRange(text);
			return this.service
				.script(new ScriptRequest(direction, range ? null : TargetParser.parse(text),
						range ? RangeParser.parse(text) : null, form, range ? this.dialect.name() : null, null))
				.sql();
		}

		void run(String script) {
			try (Connection connection = this.database.connect()) {
				ScriptReader.run(script, connection, this.dialect.lexicalRules());
			}
			catch (SQLException ex) {
				throw new IllegalStateException(ex.getMessage() + "\n" + script, ex);
			}
		}

		@Test
		void buildsWhatAnUpgradeBuilds() {
			run(script(Direction.UPGRADE, "base:head"));
			List<String> scripted = Catalogue.of(this.database, "students");
			try (TestDatabase other = open()) {
				Engines.service(other, this.folder).run(RunRequest.upgrade(TargetParser.parse("head"), "tester"));
				assertThat(scripted).isEqualTo(Catalogue.of(other, "students"));
			}
			assertThat(this.service.status().upToDate()).isTrue();
			assertThat(this.database.strings("SELECT event FROM migrate_journal ORDER BY id"))
				.containsExactlyElementsOf(
						this.dialect.transactionalDdl() ? List.of("started", "applied", "applied", "finished")
								: List.of("started", "statement", "statement", "done", "applied", "statement",
										"statement", "done", "statement", "done", "applied", "finished"));
			assertThat(this.database.strings("SELECT DISTINCT run FROM migrate_journal")).hasSize(1);
		}

		@Test
		void leavesABootNothingToLookAt() {
			run(script(Direction.UPGRADE, "base:head"));
			assertThat(this.database.string("SELECT fingerprint FROM migrate_journal WHERE event = 'finished'"))
				.isNotNull();
			this.service.run(RunRequest.upgrade(TargetParser.parse("head"), "tester"));
			assertThat(this.database.strings("SELECT run FROM migrate_journal WHERE event = 'started'")).hasSize(1);
		}

		@Test
		void recordsADowngradeThatStillWorksWithoutTheFile() throws IOException {
			run(script(Direction.UPGRADE, "base:head"));
			String recorded = this.database
				.string("SELECT downgrade_sql FROM migrate_version WHERE revision = 'bbbb22222222'");
			assertThat(recorded).contains("'back\\slash $migrate$ $$ :''x'''");
			Files.delete(this.folder.resolve("bbbb22222222.sql"));
			this.service.run(RunRequest.downgradeUnknown("tester"));
			assertThat(this.service.status().current()).hasToString("[aaaa11111111]");
		}

		@Test
		void goesOnFromWhereTheDatabaseIs() {
			this.service.run(RunRequest.upgrade(TargetParser.parse("aaaa"), "tester"));
			String script = script(Direction.UPGRADE, "head");
			assertThat(script).doesNotContain("CREATE TABLE")
				.contains("-- Running upgrade aaaa11111111 -> bbbb22222222");
			run(script);
			assertThat(this.service.status().upToDate()).isTrue();
			assertThat(script(Direction.UPGRADE, "head"))
				.isEqualTo("-- Nothing to do: the database is at bbbb22222222.\n");
		}

		@Test
		void goesDownAsADowngradeDoes() {
			this.service.run(RunRequest.upgrade(TargetParser.parse("head"), "tester"));
			run(script(Direction.DOWNGRADE, "head:aaaa"));
			assertThat(this.service.status().current()).hasToString("[aaaa11111111]");
			run(script(Direction.DOWNGRADE, "-1"));
			assertThat(this.service.status().current()).isEmpty();
			assertThat(this.database.strings("SELECT revision FROM migrate_version")).isEmpty();
		}

		@Test
		void bringsEverythingBackOnTheWayDown() {
			run(script(Direction.UPGRADE, "base:head"));
			run(script(Direction.DOWNGRADE, "head:base"));
			try (TestDatabase other = open()) {
				Engines.service(other, this.folder).createTables();
				assertThat(Catalogue.of(this.database, "students")).isEqualTo(Catalogue.of(other, "students"));
			}
		}

		@Test
		void createsOurTablesOnlyWhereARangeBeginsAtTheBase() {
			assertThat(script(Direction.UPGRADE, "base:aaaa")).contains("CREATE TABLE IF NOT EXISTS migrate_version");
			assertThat(script(Direction.UPGRADE, "aaaa:head")).doesNotContain("CREATE TABLE");
			assertThat(script(Direction.DOWNGRADE, "head:base")).doesNotContain("DROP TABLE migrate")
				.contains("DROP TABLE students");
		}

		@Test
		void putsEachRevisionIntoATransactionWhereTheDatabaseHasOneForIt() {
			String script = script(Direction.UPGRADE, "base:head");
			int pairs = this.dialect.transactionalDdl() ? 2 : 0;
			assertThat(script.lines().filter("BEGIN;"::equals)).hasSize(pairs);
			assertThat(script.lines().filter("COMMIT;"::equals)).hasSize(pairs);
		}

		@Test
		void sendsTheStatementsOfARevisionAsARunDoes() {
			RunRequest request = RunRequest.upgrade(TargetParser.parse("head"), "tester");
			List<String> theirs = this.service.plan(request)
				.steps()
				.stream()
				.flatMap((step) -> step.section().statements().stream())
				.map(SqlStatement::text)
				.toList();
			List<String> scripted = ScriptReader
				.statements(script(Direction.UPGRADE, "base:head"), this.dialect.lexicalRules())
				.stream()
				.map(SqlStatement::text)
				.filter(theirs::contains)
				.toList();
			SentStatements sent = new SentStatements(this.database.dataSource());
			Engines.service(sent, this.folder, EngineSettings.DEFAULT).run(request);
			assertThat(scripted).isEqualTo(sent.all().stream().filter(theirs::contains).toList()).isEqualTo(theirs);
		}

		@Test
		void stampsWithoutAStatementOfARevision() {
			run(stamp("base:head", "release 7"));
			assertThat(this.service.status().upToDate()).isTrue();
			assertThat(this.database.strings("SELECT event FROM migrate_journal ORDER BY id"))
				.containsExactly("started", "stamped", "stamped", "finished");
			assertThat(this.database.string("SELECT detail FROM migrate_journal WHERE event = 'started'"))
				.isEqualTo("to [head], tag release 7");
			run(stamp("head:aaaa", null));
			assertThat(this.service.status().current()).hasToString("[aaaa11111111]");
			assertThatThrownBy(() -> stamp("current:head", null))
				.hasMessageContaining("needs to know what the database");
			assertThatThrownBy(() -> stamp("base:nothing", null)).hasMessageContaining("no revision 'nothing'");
		}

		@Test
		void stampsFromWhereTheDatabaseIs() {
			this.service.run(RunRequest.upgrade(TargetParser.parse("aaaa"), "tester"));
			StampScriptRequest request = new StampScriptRequest(List.of(TargetParser.parse("head")), null, null, null);
			String script = this.service.script(request).sql();
			assertThat(script).contains("-- Stamp from aaaa11111111 to bbbb22222222").doesNotContain("CREATE TABLE");
			run(script);
			assertThat(this.service.status().upToDate()).isTrue();
			assertThat(this.service.script(request).sql())
				.isEqualTo("-- Nothing to do: the database is at bbbb22222222.\n");
		}

		String stamp(String range, @Nullable String tag) {
			return this.service
				.script(new StampScriptRequest(List.of(), RangeParser.parse(range), this.dialect.name(), tag))
				.sql();
		}

		@Test
		void asksNoDatabaseWhenTheRangeIsGiven() {
			MigrationService nowhere = Engines.service(new org.springframework.jdbc.datasource.AbstractDataSource() {
				@Override
				public Connection getConnection() {
					throw new IllegalStateException("asked");
				}

				@Override
				public Connection getConnection(String user, String password) {
					throw new IllegalStateException("asked");
				}
			}, this.folder, EngineSettings.DEFAULT);
			Script script = nowhere.script(new ScriptRequest(Direction.UPGRADE, null, RangeParser.parse("base:head"),
					ScriptForm.PLAIN, this.dialect.name(), null));
			assertThat(script.sql()).contains("CREATE TABLE students");
		}

		@Test
		void refusesARunTheSecondTime() {
			String script = script(Direction.UPGRADE, "base:head");
			run(script);
			List<String> before = Catalogue.of(this.database, "students");
			assertThatThrownBy(() -> run(script)).hasMessageContaining("aaaa11111111");
			assertThat(Catalogue.of(this.database, "students")).isEqualTo(before);
		}

	}

	@Nested
	class OnPostgresql extends OnEveryDatabase {

		@Override
		TestDatabase open() {
			return TestPostgres.database();
		}

		@Test
		void fitsEveryEarlierStateWhenIdempotent() {
			String script = script(Direction.UPGRADE, "base:head", ScriptForm.IDEMPOTENT);
			this.service.run(RunRequest.upgrade(TargetParser.parse("aaaa"), "tester"));
			run(script);
			assertThat(this.service.status().upToDate()).isTrue();
			long lines = this.database.strings("SELECT 1 FROM migrate_journal").size();
			run(script);
			assertThat(this.database.strings("SELECT 1 FROM migrate_journal")).hasSize((int) lines);
			assertThat(this.service.status().upToDate()).isTrue();
		}

		@Test
		void refusesToGoOnFromWhatIsNotApplied() {
			this.service.createTables();
			String script = script(Direction.UPGRADE, "aaaa:head");
			assertThatThrownBy(() -> run(script))
				.hasMessageContaining("goes on from aaaa11111111, which is not applied here");
			assertThat(this.database.strings("SELECT 1 FROM migrate_journal")).isEmpty();
		}

		@Test
		void saysWhatIsAppliedAlready() {
			String script = script(Direction.UPGRADE, "base:head");
			this.service.run(RunRequest.upgrade(TargetParser.parse("aaaa"), "tester"));
			long lines = this.database.strings("SELECT 1 FROM migrate_journal").size();
			assertThatThrownBy(() -> run(script))
				.hasMessageContaining("This script does not fit: aaaa11111111 is applied here. Nothing was run.");
			assertThat(this.database.strings("SELECT 1 FROM migrate_journal")).hasSize((int) lines);
		}

		@Test
		void refusesToFillAHoleInTheHistory() {
			this.service.run(RunRequest.upgrade(TargetParser.parse("head"), "tester"));
			this.database.execute("DELETE FROM migrate_version WHERE revision = 'aaaa11111111'");
			assertThatThrownBy(() -> run(script(Direction.UPGRADE, "base:head", ScriptForm.IDEMPOTENT)))
				.hasMessageContaining("applied here without one that it stands on");
		}

		@Test
		void passesASquashOverWhereItsPartsAreApplied() throws IOException {
			this.service.run(RunRequest.upgrade(TargetParser.parse("aaaa"), "tester"));
			Engines.write(this.folder, "cccc33333333", "base\n-- replaces: aaaa11111111, bbbb22222222", "all at once",
					"CREATE TABLE students (id BIGINT PRIMARY KEY, name VARCHAR(100), age INTEGER)",
					"DROP TABLE students");
			Engines.write(this.folder, "dddd44444444", "cccc33333333", "courses", "CREATE TABLE courses (id BIGINT)",
					"DROP TABLE courses");
			Files.move(this.folder.resolve("aaaa11111111.sql"), this.folder.resolve("a.txt"));
			Files.move(this.folder.resolve("bbbb22222222.sql"), this.folder.resolve("b.txt"));
			String script = script(Direction.UPGRADE, "base:head", ScriptForm.IDEMPOTENT);
			assertThatThrownBy(() -> run(script)).hasMessageContaining("Only a part of what cccc33333333 replaces");
			this.database.execute("INSERT INTO migrate_version SELECT 'bbbb22222222', 'aaaa11111111' WHERE TRUE");
			this.database.execute("UPDATE migrate_version SET applied_at = now() WHERE applied_at IS NULL");
			run(script);
			assertThat(this.database.strings("SELECT revision FROM migrate_version ORDER BY 1"))
				.containsExactly("aaaa11111111", "bbbb22222222", "dddd44444444");
		}

	}

	@Nested
	class OnH2 extends OnEveryDatabase {

		@Override
		TestDatabase open() {
			return TestH2.database();
		}

	}

}

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
import dev.migrate.revision.Direction;
import dev.migrate.revision.RangeParser;
import dev.migrate.revision.TargetParser;
import dev.migrate.run.ScriptForm;
import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestH2;
import dev.migrate.testkit.TestPostgres;
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

	}

	@Nested
	class OnH2 extends OnEveryDatabase {

		@Override
		TestDatabase open() {
			return TestH2.database();
		}

	}

}

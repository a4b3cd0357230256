package dev.migrate.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.RevisionId;
import dev.migrate.revision.TargetParser;
import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestH2;
import dev.migrate.testkit.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MigrationServiceIntegrationTests {

	abstract static class OnEveryDatabase {

		@TempDir
		Path folder;

		TestDatabase database;

		MigrationService service;

		abstract TestDatabase open();

		@BeforeEach
		void createService() throws IOException {
			this.database = open();
			this.service = Engines.service(this.database, this.folder);
			revision("aaaa11111111", "base", "create students",
					"CREATE TABLE students (id BIGINT PRIMARY KEY, name VARCHAR(100))", "DROP TABLE students");
			revision("bbbb22222222", "aaaa11111111", "add age", "ALTER TABLE students ADD COLUMN age INTEGER",
					"ALTER TABLE students DROP COLUMN age");
		}

		@AfterEach
		void closeDatabase() {
			this.database.close();
		}

		void revision(String id, String revises, String message, String up, String down) throws IOException {
			Engines.write(this.folder, id, revises, message, up, down);
		}

		RunReport upgrade(String target) {
			return this.service.run(RunRequest.upgrade(TargetParser.parse(target), "tester"));
		}

		RunReport downgrade(String target) {
			return this.service.run(RunRequest.downgrade(TargetParser.parse(target), "tester"));
		}

		@Test
		void upgradesToTheHeadAndBackToTheBase() {
			RunReport up = upgrade("head");
			assertThat(up.steps()).extracting((step) -> step.step().revision().id().value())
				.containsExactly("aaaa11111111", "bbbb22222222");
			this.database.execute("INSERT INTO students (id, name, age) VALUES (1, 'Ada', 36)");
			assertThat(this.service.status().upToDate()).isTrue();
			assertThat(this.service.status().current()).containsExactly(RevisionId.of("bbbb22222222"));
			RunReport down = downgrade("base");
			assertThat(down.steps()).hasSize(2);
			assertThat(this.service.status().current()).isEmpty();
			this.database.execute("CREATE TABLE students (id BIGINT)");
		}

		@Test
		void doesNothingWhenNothingIsPending() {
			upgrade("head");
			int lines = Integer.parseInt(this.database.string("SELECT count(*) FROM migrate_journal"));
			assertThat(upgrade("head").steps()).isEmpty();
			assertThat(this.database.string("SELECT count(*) FROM migrate_journal")).isEqualTo(String.valueOf(lines));
		}

		@Test
		void refusesAnEditedRevision() throws IOException {
			upgrade("head");
			revision("bbbb22222222", "aaaa11111111", "add age", "ALTER TABLE students ADD COLUMN age BIGINT",
					"ALTER TABLE students DROP COLUMN age");
			assertThatExceptionOfType(MigrateException.class).isThrownBy(() -> upgrade("head"))
				.satisfies((ex) -> assertThat(ex.code()).isEqualTo(ErrorCode.CHANGED));
		}

		@Test
		void takesBackFromTheRecordedSqlWhatTheFolderNoLongerHas() throws IOException {
			upgrade("head");
			Files.delete(this.folder.resolve("bbbb22222222.sql"));
			assertThat(upgrade("head").warnings()).singleElement().asString().contains("bbbb22222222");
			this.service.run(RunRequest.downgradeUnknown("tester"));
			assertThat(this.service.status().current()).containsExactly(RevisionId.of("aaaa11111111"));
			this.database.execute("ALTER TABLE students ADD COLUMN age INTEGER");
		}

		@Test
		void refusesToBuildWhatIsThereAlready() {
			this.database.execute("CREATE TABLE students (id BIGINT)");
			assertThatExceptionOfType(MigrateException.class).isThrownBy(() -> upgrade("head"))
				.satisfies((ex) -> assertThat(ex.code()).isEqualTo(ErrorCode.NOT_ADOPTED));
			this.service.stamp(new StampRequest(List.of(TargetParser.parse("aaaa11111111")), false, "tester"));
			assertThat(upgrade("head").steps()).hasSize(1);
		}

		@Test
		void marksARevisionWithoutRunningIt() {
			this.service.stamp(new StampRequest(List.of(TargetParser.parse("head")), false, "tester"));
			assertThat(this.service.status().upToDate()).isTrue();
			assertThat(upgrade("head").steps()).isEmpty();
		}

	}

	@Nested
	class OnPostgresqlIntegrationTests extends OnEveryDatabase {

		@Override
		TestDatabase open() {
			return TestPostgres.database();
		}

		@Test
		void leavesNothingOfARevisionThatFails() throws IOException {
			revision("cccc33333333", "bbbb22222222", "break",
					"CREATE TABLE courses (id BIGINT);\nINSERT INTO nowhere VALUES (1)", "DROP TABLE courses");
			assertThatExceptionOfType(MigrateException.class).isThrownBy(() -> upgrade("head"))
				.satisfies((ex) -> assertThat(ex.code()).isEqualTo(ErrorCode.STATEMENT_FAILED))
				.withMessageContaining("cccc33333333")
				.withMessageContaining("statement 2 of 2")
				.withMessageContaining("42P01");
			assertThat(this.service.status().current()).containsExactly(RevisionId.of("bbbb22222222"));
			this.database.execute("CREATE TABLE courses (id BIGINT)");
		}

	}

	@Nested
	class OnH2IntegrationTests extends OnEveryDatabase {

		@Override
		TestDatabase open() {
			return TestH2.database();
		}

		@Test
		void remembersAtWhichStatementARevisionFailed() throws IOException {
			revision("cccc33333333", "bbbb22222222", "break",
					"CREATE TABLE courses (id BIGINT);\nINSERT INTO nowhere VALUES (1)", "DROP TABLE courses");
			assertThatExceptionOfType(MigrateException.class).isThrownBy(() -> upgrade("head"))
				.satisfies((ex) -> assertThat(ex.code()).isEqualTo(ErrorCode.STATEMENT_FAILED));
			assertThatExceptionOfType(MigrateException.class).isThrownBy(() -> upgrade("head"))
				.satisfies((ex) -> assertThat(ex.code()).isEqualTo(ErrorCode.UNFINISHED))
				.withMessageContaining("failed at statement 2 of 2");
			this.service.repair(new RepairRequest(RepairRequest.Action.UNDO, List.of(), "tester"));
			assertThat(this.service.status().current()).containsExactly(RevisionId.of("bbbb22222222"));
		}

	}

}

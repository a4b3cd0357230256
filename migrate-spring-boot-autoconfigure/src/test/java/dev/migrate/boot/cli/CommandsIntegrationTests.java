package dev.migrate.boot.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestH2;
import dev.migrate.testkit.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class CommandsIntegrationTests {

	abstract static class OnEveryDatabase {

		@TempDir
		Path root;

		Path folder;

		TestDatabase database;

		CommandDesk desk;

		abstract TestDatabase open();

		@BeforeEach
		void writeRevisions() throws IOException {
			this.database = open();
			this.folder = Files.createDirectory(this.root.resolve("migrations"));
			this.desk = new CommandDesk(this.database, this.folder);
			this.desk.revision("aaaa11111111", "base", "create students",
					"CREATE TABLE students (id BIGINT PRIMARY KEY)", "DROP TABLE students");
			this.desk.revision("bbbb22222222", "aaaa11111111", "add age", "ALTER TABLE students ADD COLUMN age INTEGER",
					"ALTER TABLE students DROP COLUMN age");
		}

		@AfterEach
		void closeDatabase() {
			this.database.close();
		}

		@Test
		void upgradesAndSaysEachStep() {
			assertThat(this.desk.run("upgrade")).isZero();
			assertThat(this.desk.out()).isEqualTo("""
					Running upgrade base -> aaaa11111111, create students (0 ms)
					Running upgrade aaaa11111111 -> bbbb22222222, add age (0 ms)
					Upgraded from base to bbbb22222222: 2 revisions in 0 ms.
					""");
			assertThat(this.desk.err()).isEmpty();
		}

		@Test
		void saysThatNothingIsToBeDone() {
			this.desk.run("upgrade");
			assertThat(this.desk.run("upgrade")).isZero();
			assertThat(this.desk.out()).isEqualTo("Nothing to do: the database is up to date.\n");
		}

		@Test
		void takesTheLastOneBackByDefault() {
			this.desk.run("upgrade");
			assertThat(this.desk.run("downgrade")).isZero();
			assertThat(this.desk.out()).startsWith("Running downgrade bbbb22222222 -> aaaa11111111, add age (");
			assertThat(this.desk.run("downgrade", "-1")).isZero();
			assertThat(this.desk.run("current")).isZero();
			assertThat(this.desk.out()).isEmpty();
			assertThat(this.desk.err()).isEqualTo("Nothing is applied.\n");
		}

		@Test
		void needsAYesForTheBaseWhereNobodyCanBeAsked() {
			this.desk.run("upgrade");
			assertThat(this.desk.run("downgrade", "base")).isEqualTo(7);
			assertThat(this.desk.err()).containsIgnoringCase("students").contains("--yes");
			assertThat(this.desk.run("downgrade", "base", "--yes")).isZero();
			assertThat(this.desk.run("downgrade", "base")).isZero();
		}

		@Test
		void asksBeforeRowsAreLost() {
			this.desk.run("upgrade");
			assertThat(this.desk.answer("n\n", "downgrade")).isEqualTo(7);
			assertThat(this.desk.err()).containsIgnoringCase("This takes rows away from students. Go on? [y/N]");
			assertThat(this.desk.answer("y\n", "downgrade")).isZero();
			assertThat(this.desk.out()).contains("Downgraded from bbbb22222222 to aaaa11111111");
		}

		@Test
		void doesNotAskBeforeAnUpgradeThatLosesNothing() {
			assertThat(this.desk.answer("", "upgrade")).isZero();
		}

		@Test
		void showsAPlanAndRunsNothing() {
			assertThat(this.desk.run("upgrade", "--plan")).isZero();
			assertThat(this.desk.out()).startsWith("Upgrade from base to bbbb22222222, 2 revisions:\n")
				.contains("base -> aaaa11111111, create students (1 statement");
			this.desk.run("current");
			assertThat(this.desk.out()).isEmpty();
		}

		@Test
		void takesBackWhatTheFolderNoLongerHas() throws IOException {
			this.desk.run("upgrade");
			Files.delete(this.folder.resolve("bbbb22222222.sql"));
			this.desk.run("current");
			assertThat(this.desk.out()).isEqualTo("bbbb22222222 (head) (unknown)\n");
			assertThat(this.desk.run("downgrade", "--unknown")).isEqualTo(7);
			assertThat(this.desk.run("downgrade", "--unknown", "--yes")).isZero();
			this.desk.run("current");
			assertThat(this.desk.out()).isEqualTo("aaaa11111111 (head)\n");
		}

		@Test
		void endsWithFourWhenTheDatabaseIsNotOnAllHeads() {
			this.desk.run("upgrade", "+1");
			assertThat(this.desk.run("current", "--check-heads")).isEqualTo(4);
			assertThat(this.desk.out()).isEqualTo("aaaa11111111\n");
			this.desk.run("upgrade");
			assertThat(this.desk.run("current", "--check-heads")).isZero();
		}

		@Test
		void endsWithOneAndListsCandidatesWhenTheTargetIsUnknown() {
			assertThat(this.desk.run("upgrade", "bbbb22222223")).isEqualTo(1);
			assertThat(this.desk.err()).startsWith("Error: ").contains("bbbb22222223").contains("bbbb22222222");
			assertThat(this.desk.out()).isEmpty();
		}

		@Test
		void endsWithSixWhenThereAreSeveralHeads() {
			this.desk.revision("cccc33333333", "aaaa11111111", "add name",
					"ALTER TABLE students ADD COLUMN name VARCHAR(9)", "ALTER TABLE students DROP COLUMN name");
			assertThat(this.desk.run("upgrade")).isEqualTo(6);
			assertThat(this.desk.run("revision", "-m", "more")).isEqualTo(6);
			assertThat(this.desk.run("merge", "-m", "join")).isZero();
			assertThat(this.desk.run("upgrade")).isZero();
			assertThat(this.desk.run("current", "--check-heads")).isZero();
		}

		@Test
		void stampsWithoutRunningAnything() {
			assertThat(this.desk.run("stamp", "head")).isZero();
			assertThat(this.desk.out()).contains("from base to bbbb22222222: 2 revisions added, 0 removed");
			this.database.execute("CREATE TABLE students (id BIGINT)");
			assertThat(this.desk.run("stamp", "--purge", "base")).isEqualTo(7);
			assertThat(this.desk.run("stamp", "--purge", "--yes", "base")).isZero();
			this.desk.run("current");
			assertThat(this.desk.out()).isEmpty();
		}

		@Test
		void showsTheStatusOnOneScreen() {
			this.desk.run("upgrade", "+1");
			assertThat(this.desk.run("status")).isZero();
			assertThat(this.desk.out()).contains("Current    aaaa11111111 \"create students\"")
				.contains("Pending    bbbb22222222 \"add age\"")
				.contains("Verdict    behind by 1 revision: run `db upgrade`");
		}

		@Test
		void speaksJsonWithTheNamesOfTheEndpoint() {
			assertThat(this.desk.run("upgrade", "--json")).isZero();
			assertThat(this.desk.out()).startsWith("{\n  \"schemaVersion\": 1,\n  \"exitCode\": 0,\n  \"from\": []")
				.contains("\"direction\": \"upgrade\"")
				.doesNotContain("Running");
			assertThat(this.desk.run("status", "--json")).isZero();
			assertThat(this.desk.out()).contains("\"upToDate\": true").contains("\"executionTime\"");
			assertThat(this.desk.run("upgrade", "nosuch", "--json")).isEqualTo(1);
			assertThat(this.desk.out()).contains("\"exitCode\": 1").contains("\"code\": \"UNKNOWN_TARGET\"");
		}

		@Test
		void createsItsTablesOnce() {
			assertThat(this.desk.run("ensure-version")).isZero();
			assertThat(this.desk.out()).isEqualTo("Created the tables of migrations.\n");
			this.desk.run("ensure-version");
			assertThat(this.desk.out()).startsWith("Nothing to do");
		}

		@Test
		void showsWhatTheServerSaidOfAFailedStatement() {
			this.desk.revision("cccc33333333", "bbbb22222222", "break", "INSERT INTO nowhere VALUES (1)", "SELECT 1");
			assertThat(this.desk.run("upgrade")).isEqualTo(1);
			assertThat(this.desk.err()).contains("cccc33333333.sql:7")
				.containsIgnoringCase("nowhere")
				.doesNotContain("\tat ");
			assertThat(this.desk.run("upgrade", "-v")).isEqualTo(1);
			assertThat(this.desk.err()).contains("\tat ");
		}

		@Test
		void countsTheRowsThatKeepAColumnFromRefusingNull() {
			this.desk.run("upgrade");
			this.database.execute("INSERT INTO students (id) VALUES (1), (2), (3)",
					"INSERT INTO students VALUES (4, 9)");
			this.desk.revision("cccc33333333", "bbbb22222222", "every student has an age",
					"ALTER TABLE students ALTER COLUMN age SET NOT NULL",
					"ALTER TABLE students ALTER COLUMN age DROP NOT NULL");
			assertThat(this.desk.run("upgrade")).isEqualTo(1);
			assertThat(this.desk.err()).containsIgnoringCase("students.age has 3 rows with NULL.");
		}

		@Test
		void countsTheRowsOfAColumnThatIsGoneAgain() {
			this.desk.run("upgrade");
			this.database.execute("INSERT INTO students (id) VALUES (1)");
			this.desk.revision("cccc33333333", "bbbb22222222", "every student has a name",
					"ALTER TABLE students ADD COLUMN name VARCHAR(10) NOT NULL",
					"ALTER TABLE students DROP COLUMN name");
			assertThat(this.desk.run("upgrade")).isEqualTo(1);
			assertThat(this.desk.err()).containsIgnoringCase("students.name has 1 row with NULL.");
		}

		@Test
		void marksTheCurrentRevisionInTheHistory() {
			this.desk.run("upgrade", "+1");
			assertThat(this.desk.run("history", "-i")).isZero();
			assertThat(this.desk.out()).isEqualTo("""
					aaaa11111111 -> bbbb22222222 (head), add age
					<base> -> aaaa11111111 (current), create students
					""");
			assertThat(this.desk.run("history", "-r", "current:")).isZero();
			assertThat(this.desk.out()).contains("bbbb22222222").contains("aaaa11111111");
		}

	}

	@Nested
	class OnPostgresqlIntegrationTests extends OnEveryDatabase {

		@Override
		TestDatabase open() {
			return TestPostgres.database();
		}

	}

	@Nested
	class OnH2IntegrationTests extends OnEveryDatabase {

		@Override
		TestDatabase open() {
			return TestH2.database();
		}

		@Test
		void adviseNoSecondRunWhileOneIsInProgress() {
			this.desk.run("upgrade", "+1");
			this.database.execute("UPDATE migrate_lock SET holder = 'x', description = 'upgrade by ann on build-7',"
					+ " acquired_at = CURRENT_TIMESTAMP, expires_at = DATEADD('HOUR', 1, CURRENT_TIMESTAMP)");
			this.database.execute("INSERT INTO migrate_journal (run, operation, event, happened_at, performed_by, host,"
					+ " detail) VALUES ('x', 'upgrade', 'started', TIMESTAMP WITH TIME ZONE '2026-11-20 10:04:05.678Z',"
					+ " 'ann', 'build-7', 'from [aaaa11111111] to [bbbb22222222]')");
			this.desk.run("status");
			assertThat(this.desk.out()).contains("""
					Lock       held by upgrade by ann on build-7
					Running    upgrade by ann on build-7 since 2026-11-20T10:04:05Z, now at bbbb22222222 "add age"
					Verdict    a run is in progress: wait until it has ended, then look again
					""").doesNotContain("`db upgrade`");
			assertThat(this.desk.run("repair")).isEqualTo(8);
			assertThat(this.desk.err()).startsWith("Error: A run is in progress").contains("upgrade by ann on build-7");
		}

		@Test
		void settlesARevisionThatFailedHalfWay() {
			this.desk.revision("cccc33333333", "bbbb22222222", "break",
					"CREATE TABLE courses (id BIGINT);\nINSERT INTO nowhere VALUES (1)", "DROP TABLE courses");
			assertThat(this.desk.run("upgrade")).isEqualTo(1);
			assertThat(this.desk.run("status")).isZero();
			assertThat(this.desk.out()).contains("failed at statement 2 of 2").contains("db repair");
			assertThat(this.desk.run("repair", "--undo")).isZero();
			assertThat(this.desk.out()).isEqualTo("Undid cccc33333333.\n");
			this.desk.run("current");
			assertThat(this.desk.out()).isEqualTo("bbbb22222222\n");
		}

	}

}

package dev.migrate.boot.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.migrate.lint.Severity;
import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LintIntegrationTests {

	@TempDir
	Path root;

	TestDatabase database;

	CommandDesk desk;

	@BeforeEach
	void openDesk() throws IOException {
		this.database = TestPostgres.database();
		this.desk = new CommandDesk(this.database, Files.createDirectory(this.root.resolve("migrations")));
		this.desk.revision("aaaa11111111", "base", "create students",
				"CREATE TABLE students (id BIGINT PRIMARY KEY, nick TEXT, email TEXT)", "DROP TABLE students");
	}

	@AfterEach
	void closeDatabase() {
		this.database.close();
	}

	private void dangerous() {
		this.desk.write("bbbb22222222.sql", """
				-- drop nick
				--
				-- revision: bbbb22222222
				-- revises: aaaa11111111

				-- migrate:upgrade
				ALTER TABLE students
				    ADD COLUMN age INTEGER,
				    DROP COLUMN nick;

				DELETE FROM students;
				""");
	}

	@Test
	void tellsFileByFileWhatIsDangerousAndWhatToWriteInstead() {
		dangerous();
		assertThat(this.desk.run("lint")).as(this.desk.err()).isEqualTo(1);
		String file = this.root.resolve("migrations").resolve("bbbb22222222.sql").toString();
		assertThat(this.desk.out()).isEqualTo(
				"""
						%s
						  6: warning D10 The revision has no downgrade: it can't be taken back when it has to be.
						      Write a `-- migrate:downgrade` section, or say that there is none:
						      -- migrate:downgrade irreversible "why"
						  9: error D02 Column students.nick is dropped: its values are lost, and instances that still read or write it fail.
						      First deploy code that does not use the column; if it refuses NULL, let it accept NULL meanwhile:
						      ALTER TABLE students ALTER COLUMN nick DROP NOT NULL;
						      Drop it in a later revision.
						  11: warning D12 DELETE of table students has no WHERE: every row is changed in one transaction, which locks them all and can't be undone by a downgrade.
						      Say which rows: DELETE … WHERE …; many rows are better changed in batches, outside of the revision that changes the schema.
						1 error, 2 warnings in 2 revisions.
						"""
					.formatted(file));
		assertThat(this.desk.run("lint", "-q")).isEqualTo(1);
		assertThat(this.desk.out().lines()).hasSize(3).allMatch((line) -> line.startsWith(file + ":"));
	}

	@Test
	void writesOneJsonDocument() {
		dangerous();
		assertThat(this.desk.run("lint", "bbbb", "--json")).isEqualTo(1);
		assertThat(this.desk.out()).startsWith("""
				{
				  "schemaVersion": 1,
				  "exitCode": 1,
				  "revisions": ["bbbb22222222"],
				  "findings": [
				    {
				      "code": "D10",
				      "severity": "warning",
				""").contains("bbbb22222222.sql:9\"").contains("\"statements\": 2", "\"notAnalysed\": 0");
	}

	@Test
	void looksAtWhatIsPendingUnlessToldOtherwise() {
		assertThat(this.desk.run("upgrade")).as(this.desk.err()).isZero();
		assertThat(this.desk.run("lint")).isZero();
		assertThat(this.desk.out())
			.isEqualTo("No revision is pending. To look at others, name them: `db lint head`.\n");
		assertThat(this.desk.run("lint", "head")).isZero();
		assertThat(this.desk.out()).isEqualTo("Nothing found in 1 revision.\n");
		dangerous();
		assertThat(this.desk.run("lint", "-q")).isEqualTo(1);
		assertThat(this.desk.run("lint", "base:aaaa")).isZero();
		assertThat(this.desk.run("lint", "aaaa:head")).isEqualTo(1);
	}

	@Test
	void doesWithoutADatabase() {
		dangerous();
		this.database.close();
		assertThat(this.desk.run("lint")).isEqualTo(1);
		assertThat(this.desk.out()).contains("error D02", "1 error, 2 warnings in 2 revisions.");
		assertThat(this.desk.err()).contains("only the text of the revisions was looked at");
	}

	@Test
	void takesACommentForAnAnswer() {
		this.desk.write("bbbb22222222.sql", """
				-- drop nick
				--
				-- revision: bbbb22222222
				-- revises: aaaa11111111

				-- migrate:allow D10 nobody goes back
				-- migrate:upgrade
				-- migrate:allow D02 unused since June
				ALTER TABLE students DROP COLUMN nick;

				-- migrate:allow D01 of nothing
				DELETE FROM students WHERE id < 0;
				""");
		assertThat(this.desk.run("lint", "-v")).as(this.desk.out()).isZero();
		assertThat(this.desk.out()).contains("11: warning A01 The comment allows D01")
			.contains("Allowed: ", "D02, unused since June", "D10, nobody goes back")
			.contains("0 errors, 1 warning in 2 revisions; 2 allowed.");
	}

	@Test
	void takesAnAllowanceWithoutAReasonForNone() {
		this.desk.write("bbbb22222222.sql", """
				-- drop nick
				--
				-- revision: bbbb22222222
				-- revises: aaaa11111111

				-- migrate:upgrade
				-- migrate:allow D02
				ALTER TABLE students DROP COLUMN nick;
				""");
		assertThat(this.desk.run("lint")).isEqualTo(1);
		assertThat(this.desk.out())
			.contains("  7: error A02 The comment allows D02 without a reason, so it allows nothing.")
			.contains("`db lint --rules` lists the rules.")
			.contains("  8: error D02 ");
	}

	private void drop(String comment) {
		this.desk.revision("bbbb22222222", "aaaa11111111", "drop nick",
				comment + "ALTER TABLE students DROP COLUMN nick", "ALTER TABLE students ADD COLUMN nick TEXT");
	}

	@Test
	void refusesToUpgradeWhereErrorsAreForbidden() {
		assertThat(this.desk.run("upgrade")).as(this.desk.err()).isZero();
		drop("");
		this.desk.failsOn(Severity.ERROR);
		assertThat(this.desk.run("upgrade")).isEqualTo(1);
		assertThat(this.desk.err())
			.contains("Rule D02 refuses revision bbbb22222222", "line 7: Column students.nick is dropped",
					"Nothing was run.")
			.contains("`db lint bbbb22222222`", "-- migrate:allow D02 reason", "spring.migrate.lint.fail-on is error");
		assertThat(this.desk.run("upgrade", "--plan")).isEqualTo(1);
		assertThat(this.desk.run("current")).isZero();
		assertThat(this.desk.out()).contains("aaaa11111111");
		drop("-- migrate:allow D02 unused since June\n");
		assertThat(this.desk.run("upgrade")).as(this.desk.err()).isZero();
		assertThat(this.desk.run("downgrade", "-1")).as(this.desk.err()).isZero();
	}

	@Test
	void upgradesAnEmptyDatabaseWhateverItsRevisionsDoToEachOther() {
		drop("");
		this.desk.revision("cccc33333333", "bbbb22222222", "rename",
				"ALTER TABLE students RENAME TO pupils; DROP TABLE pupils", "CREATE TABLE students (id BIGINT)");
		this.desk.failsOn(Severity.WARNING);
		assertThat(this.desk.run("upgrade")).as(this.desk.err()).isZero();
	}

	@Test
	void knowsATableThatAnEarlierPendingRevisionRenames() {
		assertThat(this.desk.run("upgrade")).as(this.desk.err()).isZero();
		this.desk.revision("bbbb22222222", "aaaa11111111", "rename",
				"-- migrate:allow C01 nothing runs\nALTER TABLE students RENAME TO pupils",
				"ALTER TABLE pupils RENAME TO students");
		this.desk.revision("cccc33333333", "bbbb22222222", "drop", "DROP TABLE pupils",
				"CREATE TABLE pupils (id BIGINT)");
		this.desk.failsOn(Severity.ERROR);
		assertThat(this.desk.run("upgrade")).isEqualTo(1);
		assertThat(this.desk.err()).contains("Rule D01 refuses revision cccc33333333");
	}

	@Test
	void takesWarningsForFailuresWhereTheyAreForbidden() {
		this.desk.revision("bbbb22222222", "aaaa11111111", "no default", "UPDATE students SET nick = ''", "SELECT 1");
		assertThat(this.desk.run("lint")).isZero();
		this.desk.failsOn(Severity.ERROR);
		assertThat(this.desk.run("lint")).isZero();
		this.desk.failsOn(Severity.WARNING);
		assertThat(this.desk.run("lint")).isEqualTo(1);
	}

}

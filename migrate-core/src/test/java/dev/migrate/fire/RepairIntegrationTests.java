package dev.migrate.fire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.TargetParser;
import dev.migrate.service.MigrationService;
import dev.migrate.service.RepairRequest.Action;
import dev.migrate.service.RunRequest;
import dev.migrate.service.StampRequest;
import dev.migrate.testkit.OwnDatabase;
import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestH2;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Half-done revisions outside transactions, and the ways out of them; downgrades and
 * stamps whose folder has changed.
 */
class RepairIntegrationTests {

	@TempDir
	Path folder;

	@OwnDatabase
	TestDatabase database;

	private MigrationService service;

	@BeforeEach
	void open() {
		this.service = Runs.service(this.database, this.folder);
	}

	private MigrateException refused(Runnable work, ErrorCode code) {
		MigrateException[] thrown = new MigrateException[1];
		assertThatExceptionOfType(MigrateException.class).isThrownBy(work::run).satisfies((ex) -> {
			assertThat(ex.code()).as(ex.getMessage()).isEqualTo(code);
			thrown[0] = ex;
		});
		return thrown[0];
	}

	private Story failingIndex() {
		return new Story(this.folder)
			.add("table", "CREATE TABLE a (id INTEGER, name TEXT);\nINSERT INTO a VALUES (1, 'x'), (1, 'y');",
					"DROP TABLE a;")
			.outside("unique",
					"CREATE INDEX CONCURRENTLY a_name_idx ON a (name);\n"
							+ "CREATE UNIQUE INDEX CONCURRENTLY \"A id\" ON a (id);\nINSERT INTO a VALUES (9, 'once');",
					"DELETE FROM a WHERE id = 9;\nDROP INDEX CONCURRENTLY \"A id\";\nDROP INDEX CONCURRENTLY a_name_idx;");
	}

	@Test
	void resumeDropsTheInvalidIndexAndBuildsItAnew() {
		failingIndex();
		refused(() -> Runs.upgrade(this.service, "head"), ErrorCode.STATEMENT_FAILED);
		assertThat(this.service.status().leftovers()).singleElement().asString().contains("A id");
		assertThat(refused(() -> Runs.upgrade(this.service, "head"), ErrorCode.UNFINISHED))
			.hasMessageContaining("failed at statement 2 of 3");
		refused(() -> Runs.repair(this.service, Action.RESUME), ErrorCode.STATEMENT_FAILED);
		this.database.execute("UPDATE a SET id = 2 WHERE name = 'y'");
		Runs.repair(this.service, Action.RESUME);
		assertThat(this.service.status().upToDate()).isTrue();
		assertThat(this.database.strings("SELECT indexrelid::regclass, indisvalid FROM pg_index i JOIN pg_class c"
				+ " ON c.oid = i.indrelid WHERE c.relname = 'a' ORDER BY 1::text"))
			.containsExactlyInAnyOrder("\"A id\"|t", "a_name_idx|t");
		assertThat(this.database.string("SELECT count(*) FROM a WHERE id = 9")).isEqualTo("1");
		assertThat(Runs.downgrade(this.service, "base").steps()).hasSize(2);
	}

	@Test
	void undoTakesBackWhatWasDoneAndForgivesWhatWasNot() {
		Story story = failingIndex();
		refused(() -> Runs.upgrade(this.service, "head"), ErrorCode.STATEMENT_FAILED);
		Runs.repair(this.service, Action.UNDO);
		assertThat(this.service.status().current()).extracting(Object::toString).containsExactly(story.ids().get(0));
		assertThat(this.database.strings("SELECT indexname FROM pg_indexes WHERE tablename = 'a'")).isEmpty();
		this.database.execute("UPDATE a SET id = 2 WHERE name = 'y'");
		assertThat(Runs.upgrade(this.service, "head").steps()).hasSize(1);
	}

	@Test
	void anUndoThatFailsIsADowngradeThatFailed() {
		failingIndex();
		refused(() -> Runs.upgrade(this.service, "head"), ErrorCode.STATEMENT_FAILED);
		this.database.execute(
				"CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS" + " $$ BEGIN RAISE EXCEPTION 'no'; END $$",
				"CREATE TRIGGER no BEFORE DELETE ON a EXECUTE FUNCTION no()");
		refused(() -> Runs.repair(this.service, Action.UNDO), ErrorCode.STATEMENT_FAILED);
		assertThat(refused(() -> Runs.upgrade(this.service, "head"), ErrorCode.UNFINISHED))
			.hasMessageContaining("The downgrade of revision")
			.hasMessageContaining("failed at statement 1 of 3");
		this.database.execute("DROP TRIGGER no ON a", "INSERT INTO a VALUES (9, 'late')",
				"DROP INDEX IF EXISTS \"A id\"", "UPDATE a SET id = 2 WHERE name = 'y'",
				"CREATE UNIQUE INDEX \"A id\" ON a (id)");
		Runs.repair(this.service, Action.RESUME);
		assertThat(this.database.strings("SELECT indexname FROM pg_indexes WHERE tablename = 'a'")).isEmpty();
		assertThat(this.service.status().current()).hasSize(1);
	}

	@Test
	void resumeTakesTheMendedFileAndItsChecksum() throws IOException {
		Story story = failingIndex();
		refused(() -> Runs.upgrade(this.service, "head"), ErrorCode.STATEMENT_FAILED);
		Path file = this.folder.resolve(story.last() + ".sql");
		Files.writeString(file, Files.readString(file).replace("CREATE UNIQUE", "CREATE"));
		Runs.repair(this.service, Action.RESUME);
		assertThat(Runs.upgrade(this.service, "head").steps()).isEmpty();
		assertThat(this.service.status().upToDate()).isTrue();
	}

	@Test
	void settingsAndRoleOfARevisionLastToItsEndAndNoFurther() {
		this.database.execute("CREATE SCHEMA other");
		new Story(this.folder)
			.outside("elsewhere",
					"SET search_path = other;\nCREATE TABLE a (id INTEGER);\nINSERT INTO a VALUES (1);\n"
							+ "CREATE INDEX CONCURRENTLY a_idx ON a (id);\nSELECT 1/0;",
					"DROP TABLE other.a;")
			.add("here", "CREATE TABLE b (id INTEGER);", "DROP TABLE b;");
		refused(() -> Runs.upgrade(this.service, "head"), ErrorCode.STATEMENT_FAILED);
		this.service.repair(new dev.migrate.service.RepairRequest(Action.MARK_DONE, List.of(), "tester"));
		Runs.upgrade(this.service, "head");
		assertThat(this.database
			.strings("SELECT schemaname, tablename FROM pg_tables WHERE tablename IN ('a', 'b') ORDER BY 2"))
			.containsExactly("other|a", "public|b");
	}

	@Test
	void resumeFindsTheSettingsOfTheStatementsThatWereDone() throws IOException {
		this.database.execute("CREATE SCHEMA other");
		Story story = new Story(this.folder).outside("elsewhere",
				"SET search_path = other;\nSELECT 1/0;\nCREATE TABLE a (id INTEGER);", "DROP TABLE other.a;");
		refused(() -> Runs.upgrade(this.service, "head"), ErrorCode.STATEMENT_FAILED);
		Path file = this.folder.resolve(story.last() + ".sql");
		Files.writeString(file, Files.readString(file).replace("1/0", "1/1"));
		Runs.repair(this.service, Action.RESUME);
		assertThat(this.database.strings("SELECT schemaname FROM pg_tables WHERE tablename = 'a'"))
			.containsExactly("other");
	}

	@Test
	void aSchemaThatARevisionSetsOnH2LastsToItsEnd() {
		try (TestDatabase h2 = TestH2.database()) {
			new Story(this.folder)
				.add("elsewhere", "CREATE SCHEMA other;\nSET SCHEMA other;\nCREATE TABLE a (id INTEGER);",
						"DROP TABLE other.a;\nDROP SCHEMA other;")
				.add("here", "CREATE TABLE b (id INTEGER);", "DROP TABLE b;");
			MigrationService engine = Runs.service(h2, this.folder);
			Runs.upgrade(engine, "head");
			assertThat(h2.strings("SELECT TABLE_SCHEMA, TABLE_NAME FROM INFORMATION_SCHEMA.TABLES"
					+ " WHERE TABLE_NAME IN ('A', 'B') ORDER BY 2"))
				.containsExactly("OTHER|A", "PUBLIC|B");
			Runs.downgrade(engine, "base");
		}
	}

	@Test
	void aDowngradeUsesTheFolderWhileItHasTheRevision() throws IOException {
		Story story = Story.line(this.folder, 3);
		Runs.upgrade(this.service, "head");
		Path second = this.folder.resolve(story.ids().get(1) + ".sql");
		Files.writeString(second, Files.readString(second)
			.replace("DROP TABLE t2;", "DROP TABLE t2;\nCREATE TABLE mended (id INTEGER);"));
		Files.delete(this.folder.resolve(story.last() + ".sql"));
		this.service.run(RunRequest.downgradeUnknown("tester"));
		Runs.downgrade(this.service, "base");
		assertThat(this.database
			.strings("SELECT tablename FROM pg_tables WHERE tablename IN ('t1', 't2', 't3', 'mended')"))
			.containsExactly("mended");
	}

	@Test
	void refusesAnIrreversibleRevisionBeforeAnythingRuns() throws IOException {
		Story story = Story.line(this.folder, 3);
		Path first = this.folder.resolve(story.ids().get(0) + ".sql");
		String text = Files.readString(first);
		Files.writeString(first, text.substring(0, text.indexOf("-- migrate:downgrade")));
		Runs.upgrade(this.service, "head");
		assertThat(refused(() -> Runs.downgrade(this.service, "base"), ErrorCode.IRREVERSIBLE))
			.hasMessageContaining(story.ids().get(0))
			.hasMessageContaining("no downgrade is written");
		assertThat(this.service.status().current()).extracting(Object::toString).containsExactly(story.last());
		assertThat(Runs.downgrade(this.service, "-2").steps()).hasSize(2);
	}

	@Test
	void goesBackAcrossAMergeAndStampsAnew() {
		Story story = Story.line(this.folder, 1);
		String base = story.last();
		for (String branch : List.of("aaaa", "bbbb")) {
			write(branch + "00000000", base, "CREATE TABLE " + branch + " (id INTEGER);", "DROP TABLE " + branch + ";");
		}
		write("cccc00000000", "aaaa00000000, bbbb00000000", "CREATE TABLE cccc (id INTEGER);", "DROP TABLE cccc;");
		assertThat(Runs.upgrade(this.service, "head").steps()).hasSize(4);
		assertThat(Runs.downgrade(this.service, "-1").to()).extracting(Object::toString)
			.containsExactlyInAnyOrder("aaaa00000000", "bbbb00000000");
		Runs.upgrade(this.service, "head");
		assertThat(Runs.downgrade(this.service, "base").steps()).hasSize(4);
		this.database
			.execute("INSERT INTO migrate_version (revision, revises, applied_at) VALUES ('gone', 'base', now())");
		this.service.stamp(new StampRequest(List.of(TargetParser.parse("head")), true, "tester"));
		assertThat(this.database.strings("SELECT revision FROM migrate_version ORDER BY 1")).containsExactly(base,
				"aaaa00000000", "bbbb00000000", "cccc00000000");
		assertThat(this.database.strings("SELECT tablename FROM pg_tables WHERE tablename = 'cccc'")).isEmpty();
	}

	private void write(String id, String parents, String up, String down) {
		try {
			Files.writeString(this.folder.resolve(id + ".sql"), "-- m\n-- revision: " + id + "\n-- revises: " + parents
					+ "\n\n-- migrate:upgrade\n" + up + "\n-- migrate:downgrade\n" + down + "\n");
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

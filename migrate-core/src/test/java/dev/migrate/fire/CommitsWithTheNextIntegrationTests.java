package dev.migrate.fire;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.event.MigrationEvent;
import dev.migrate.event.MigrationListener;
import dev.migrate.plan.TransactionMode;
import dev.migrate.revision.Direction;
import dev.migrate.revision.TargetParser;
import dev.migrate.run.Cancellation;
import dev.migrate.service.RunReport;
import dev.migrate.service.RunRequest;
import dev.migrate.testkit.OwnDatabase;
import dev.migrate.testkit.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * The commit of a revision goes out with the claim of the next one. Whose a failure is
 * stays clear all the same, and what was done stays done.
 */
class CommitsWithTheNextIntegrationTests {

	private static final String DEFERRED = "CREATE TABLE p (id INTEGER PRIMARY KEY,"
			+ " up INTEGER REFERENCES p DEFERRABLE INITIALLY DEFERRED);\nINSERT INTO p VALUES (1, 2);";

	@TempDir
	Path folder;

	@OwnDatabase
	TestDatabase database;

	private final Cancellation cancellation = new Cancellation();

	private RunReport upgrade(TransactionMode mode, MigrationListener listener) {
		return Runs.service(this.database.dataSource(), this.folder, Runs.settings(mode))
			.run(new RunRequest(Direction.UPGRADE, TargetParser.parse("head"), "tester", listener, this.cancellation));
	}

	private MigrateException refused(TransactionMode mode, MigrationListener listener) {
		Throwable thrown = catchThrowable(() -> upgrade(mode, listener));
		assertThat(thrown).isInstanceOf(MigrateException.class);
		return (MigrateException) thrown;
	}

	private List<String> applied() {
		return this.database.strings("SELECT revision FROM migrate_version ORDER BY revision");
	}

	private List<String> journal(String event) {
		return this.database
			.strings("SELECT revision FROM migrate_journal WHERE event = '" + event + "' ORDER BY revision");
	}

	@Test
	void aCommitThatIsRefusedIsTheFailureOfItsOwnRevision() {
		Story story = Story.line(this.folder, 1);
		String first = story.last();
		story.add("deferred", DEFERRED, "");
		String second = story.last();
		story.add("third", "CREATE TABLE t3 (id INTEGER);", "");
		List<String> failed = new ArrayList<>();
		MigrateException failure = refused(TransactionMode.PER_REVISION, (event) -> {
			if (event instanceof MigrationEvent.StepFailed step) {
				failed.add(step.revision().id().value());
			}
		});
		assertThat(failure.code()).isEqualTo(ErrorCode.STATEMENT_FAILED);
		assertThat(failure).hasMessageContaining(second)
			.hasMessageContaining("at its commit")
			.hasMessageContaining("23503");
		assertThat(applied()).containsExactly(first);
		assertThat(failed).containsExactly(second);
		assertThat(journal("failed")).containsExactly(second);
	}

	@Test
	void aRevisionThatSomebodyElseTookDoesNotUndoTheOneBeforeIt() {
		Story story = Story.line(this.folder, 3);
		MigrateException failure = refused(TransactionMode.PER_REVISION, takingOnFirstStatement("0002abcd0000"));
		assertThat(failure.code()).isEqualTo(ErrorCode.LOCKED);
		assertThat(failure).hasMessageContaining("0002abcd0000");
		assertThat(applied()).containsExactly("0001abcd0000", "0002abcd0000");
		assertThat(journal("applied")).containsExactly("0001abcd0000");
		assertThat(this.database.strings("SELECT tablename FROM pg_tables WHERE tablename LIKE 't_'"))
			.containsExactly("t1");
		assertThat(story.last()).isEqualTo("0003abcd0000");
	}

	private MigrationListener takingOnFirstStatement(String revision) {
		return (event) -> {
			if (event instanceof MigrationEvent.StatementStarted) {
				take(revision);
			}
		};
	}

	private void take(String revision) {
		if (this.database.strings("SELECT revision FROM migrate_version WHERE revision = '" + revision + "'")
			.isEmpty()) {
			this.database.execute("INSERT INTO migrate_version (revision, revises, message, applied_at) VALUES ('"
					+ revision + "', 'base', '', now())");
		}
	}

	@Test
	void inOneTransactionARevisionThatSomebodyElseTookIsNamed() {
		Story.line(this.folder, 4);
		MigrateException failure = refused(TransactionMode.ALL, (event) -> {
			if (event instanceof MigrationEvent.StepStarted) {
				take("0003abcd0000");
			}
		});
		assertThat(failure.code()).isEqualTo(ErrorCode.LOCKED);
		assertThat(failure).hasMessageContaining("0003abcd0000");
		assertThat(applied()).containsExactly("0003abcd0000");
		assertThat(journal("applied")).isEmpty();
	}

	@Test
	void inOneTransactionARefusedRecordIsToldInTheWordsOfTheServerAlone() {
		Runs.service(this.database.dataSource(), this.folder, Runs.settings(TransactionMode.ALL)).createTables();
		this.database.execute("ALTER TABLE migrate_version ADD CHECK (revision <> '0003abcd0000')");
		Story.line(this.folder, 4);
		MigrateException failure = refused(TransactionMode.ALL, MigrationListener.NONE);
		assertThat(failure.code()).isEqualTo(ErrorCode.DATABASE_REFUSED);
		assertThat(failure).hasMessageContaining("migrate_version_revision_check")
			.hasMessageContaining("23514")
			.hasMessageNotContainingAny("Batch entry", "INSERT", "DROP TABLE");
		assertThat(applied()).isEmpty();
	}

	@Test
	void aRunThatIsStoppedKeepsTheRevisionThatIsDone() {
		Story.line(this.folder, 3);
		MigrateException failure = refused(TransactionMode.PER_REVISION, (event) -> {
			if (event instanceof MigrationEvent.StatementFinished) {
				this.cancellation.cancel();
			}
		});
		assertThat(failure.code()).isEqualTo(ErrorCode.INTERRUPTED);
		assertThat(failure).hasMessageContaining("after 1 of 3 revisions");
		assertThat(applied()).containsExactly("0001abcd0000");
		assertThat(journal("applied")).containsExactly("0001abcd0000");
	}

	@Test
	void tellsThatARevisionIsDoneWhenItIsCommittedAndBeforeTheNextBegins() {
		Story.line(this.folder, 3);
		List<String> told = new ArrayList<>();
		upgrade(TransactionMode.PER_REVISION, (event) -> {
			if (event instanceof MigrationEvent.StepStarted step) {
				told.add("begins " + step.step() + " after " + applied().size());
			}
			else if (event instanceof MigrationEvent.StepFinished) {
				told.add("done " + applied().size());
			}
		});
		assertThat(told).containsExactly("begins 1 after 0", "done 1", "begins 2 after 1", "done 2", "begins 3 after 2",
				"done 3");
	}

	@Test
	void eachRevisionRemembersHowLongItTook() {
		Story.line(this.folder, 3);
		for (TransactionMode mode : TransactionMode.values()) {
			upgrade(mode, MigrationListener.NONE);
			assertThat(untimed()).isEmpty();
			Runs.downgrade(Runs.service(this.database.dataSource(), this.folder, Runs.settings(mode)), "base");
		}
	}

	private List<String> untimed() {
		return this.database.strings("SELECT revision FROM migrate_version WHERE execution_ms IS NULL");
	}

	@Test
	void whatARunHasDoneBeforeItFailsRemembersHowLongItTook() {
		Story.line(this.folder, 3).add("deferred", DEFERRED, "");
		refused(TransactionMode.PER_REVISION, MigrationListener.NONE);
		assertThat(applied()).hasSize(3);
		assertThat(untimed()).isEmpty();
	}

	@Test
	void whatARunHasDoneBeforeItDiesRemembersHowLongItTookWhenTheNextHasRun() {
		Story story = Story.line(this.folder, 3);
		upgrade(TransactionMode.PER_REVISION, MigrationListener.NONE);
		this.database.execute("UPDATE migrate_version SET execution_ms = NULL");
		this.database.execute("DELETE FROM migrate_journal WHERE event = 'finished'");
		story.add("fourth", "CREATE TABLE t4 (id INTEGER);", "");
		upgrade(TransactionMode.PER_REVISION, MigrationListener.NONE);
		assertThat(applied()).hasSize(4);
		assertThat(untimed()).isEmpty();
	}

}

package dev.migrate.run;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.ScriptWords;
import dev.migrate.history.Bookkeeping;
import dev.migrate.history.JournalEntry;
import dev.migrate.history.JournalEvent;
import dev.migrate.history.ScriptedBookkeeping;
import dev.migrate.history.UnfinishedStep;
import dev.migrate.plan.Step;
import dev.migrate.revision.Direction;
import dev.migrate.revision.RevisionId;
import dev.migrate.sql.SqlStatement;
import dev.migrate.sql.StatementFacts;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a run sends for one step.
 */
final class StepPrinter {

	private final ScriptText text;

	private final Dialect dialect;

	private final ScriptWords words;

	private final RunSettings settings;

	private final ScriptedBookkeeping bookkeeping;

	StepPrinter(ScriptText text, Dialect dialect, RunSettings settings, ScriptedBookkeeping bookkeeping) {
		this.text = text;
		this.dialect = dialect;
		this.words = dialect.scriptWords();
		this.settings = settings;
		this.bookkeeping = bookkeeping;
	}

	/** Print a step within a transaction that is open, or outside of one. */
	void print(Step step) {
		this.text.statements(this.words.restoring());
		if (step.transactional()) {
			inTransaction(step);
		}
		else {
			alone(step);
		}
	}

	private void inTransaction(Step step) {
		this.text.statements(this.dialect.limits(this.settings.lockTimeout(), this.settings.statementTimeout(), true));
		this.text.statement(claim(step, Bookkeeping.Finished.YES));
		boolean changed = false;
		for (SqlStatement statement : step.section().statements()) {
			this.text.statement(statement);
			changed |= facts(statement).changesSession();
		}
		if (changed) {
			this.text.statements(this.words.settings());
		}
		record(step);
	}

	private String claim(Step step, Bookkeeping.Finished finished) {
		RevisionId id = step.revision().id();
		if (step.direction() == Direction.UPGRADE) {
			return this.bookkeeping.insert(step.row(), finished);
		}
		return (finished == Bookkeeping.Finished.YES) ? this.bookkeeping.delete(id) : this.bookkeeping.reopen(id);
	}

	private void record(Step step) {
		boolean up = step.direction() == Direction.UPGRADE;
		if (up) {
			this.text.statement(this.bookkeeping.finish(step.revision().id()));
		}
		this.text.statement(this.bookkeeping
			.line(JournalEntry.of(up ? JournalEvent.APPLIED : JournalEvent.REVERTED, step.revision().id(), null)));
	}

	private void alone(Step step) {
		begin();
		this.text.statement(claim(step, Bookkeeping.Finished.NOT_YET));
		line(JournalEvent.STATEMENT, step, 0, step.digest(this.dialect.lexicalRules()));
		commit();
		limits(step);
		statements(step);
		this.text.statements(this.words.restoring());
		begin();
		record(step);
		if (step.direction() == Direction.DOWNGRADE) {
			this.text.statement(this.bookkeeping.delete(step.revision().id()));
		}
		commit();
	}

	private void limits(Step step) {
		this.text.statements(this.dialect.limits(Concurrent.waitsForOthers(step) ? null : this.settings.lockTimeout(),
				this.settings.statementTimeout(), false));
	}

	// A run asks the session what a statement made of it, brings its own settings back
	// for its own lines, and theirs for the next statement. A script can only repeat what
	// set them.
	private void statements(Step step) {
		List<SqlStatement> statements = step.section().statements();
		boolean theirTransactions = statements.stream()
			.anyMatch((statement) -> facts(statement).transactionControl() != null);
		List<SqlStatement> setting = new ArrayList<>();
		for (int number = 1; number <= statements.size(); number++) {
			SqlStatement statement = statements.get(number - 1);
			boolean together = !theirTransactions && this.dialect.transactionalDdl()
					&& this.dialect.commitsWithJournal(statement);
			line(JournalEvent.STATEMENT, step, number, together ? UnfinishedStep.TOGETHER : null);
			if (together) {
				begin();
			}
			if (!setting.isEmpty()) {
				limits(step);
				setting.forEach(this.text::statement);
			}
			this.text.statement(statement);
			if (facts(statement).changesSession()) {
				setting.add(statement);
			}
			if (!setting.isEmpty()) {
				this.text.statements(this.words.settings());
			}
			line(JournalEvent.DONE, step, number, null);
			if (together) {
				commit();
			}
		}
	}

	private void line(JournalEvent event, Step step, int statement, @Nullable String detail) {
		this.text.statement(this.bookkeeping
			.line(JournalEntry.of(event, step.revision().id(), statement, step.section().statements().size(), detail)));
	}

	private StatementFacts facts(SqlStatement statement) {
		return StatementFacts.of(statement, this.dialect.lexicalRules());
	}

	// Where DDL does not take part in transactions a script has none.
	private void begin() {
		if (this.dialect.transactionalDdl()) {
			this.text.statement("BEGIN");
		}
	}

	private void commit() {
		if (this.dialect.transactionalDdl()) {
			this.text.statement("COMMIT");
		}
	}

}

package dev.migrate.run;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;

import dev.migrate.dialect.SessionState;
import dev.migrate.event.MigrationEvent;
import dev.migrate.event.MigrationListener;
import dev.migrate.plan.Step;
import dev.migrate.sql.Action;
import dev.migrate.sql.CodeAction;
import dev.migrate.sql.SqlStatement;
import dev.migrate.sql.StatementFacts;

/**
 * Sends the statements of a step, unchanged and one at a time.
 */
final class StatementRunner {

	private final DatabaseSession session;

	private final MigrationListener listener;

	private final Cancellation cancellation;

	private final StepFailures failures;

	private final Map<String, String> arguments;

	private final SessionState state;

	private boolean sessionChanged;

	private boolean sessionOutlived = true;

	StatementRunner(DatabaseSession session, SessionState state, RunSettings settings, MigrationListener listener,
			Cancellation cancellation) {
		this.session = session;
		this.state = state;
		this.listener = listener;
		this.cancellation = cancellation;
		this.failures = new StepFailures(session.dialect());
		this.arguments = settings.arguments();
	}

	/**
	 * Run all statements of a step, and find out anew what they do to the session.
	 */
	void runAll(Step step) {
		this.sessionChanged = false;
		this.sessionOutlived = true;
		for (int number = 1; number <= step.section().actions().size(); number++) {
			run(step, number);
		}
	}

	/**
	 * Tell whether a statement may have left the session in another state: then our own
	 * statements can't be sent before it is restored.
	 */
	boolean sessionChanged() {
		return this.sessionChanged;
	}

	/**
	 * Tell whether the session certainly is as it was before the first statement.
	 */
	boolean sessionOutlived() {
		return this.sessionOutlived;
	}

	void run(Step step, int number) {
		Action action = step.section().actions().get(number - 1);
		this.listener.onEvent(
				new MigrationEvent.StatementStarted(step.revision(), action, number, step.section().actions().size()));
		long start = System.nanoTime();
		action.accept(new Run(step, number));
		this.listener.onEvent(new MigrationEvent.StatementFinished(step.revision(), action,
				Duration.ofNanos(System.nanoTime() - start)));
	}

	private void send(SqlStatement statement) throws SQLException {
		if (statement.copyData() != null) {
			this.session.dialect().copyIn(this.session.connection(), statement.text(), statement.copyData());
			return;
		}
		try (Statement jdbc = this.session.connection().createStatement()) {
			// Braces and question marks of a revision are its own.
			jdbc.setEscapeProcessing(false);
			this.cancellation.begin(jdbc);
			if (this.cancellation.requested()) {
				throw new SQLException("The run was interrupted", "57014");
			}
			jdbc.execute(statement.text());
		}
		finally {
			this.cancellation.end();
		}
	}

	/** Knows how each kind of action is run. */
	private final class Run implements Action.Visitor<Boolean> {

		private final Step step;

		private final int number;

		Run(Step step, int number) {
			this.step = step;
			this.number = number;
		}

		@Override
		public Boolean visit(SqlStatement statement) {
			try {
				send(statement);
			}
			catch (SQLException ex) {
				throw StatementRunner.this.failures.statement(this.step, this.number, ex,
						StatementRunner.this.cancellation.requested());
			}
			// What the session certainly outlives changes nothing of it.
			if (!StatementRunner.this.state.outlives(statement)) {
				StatementRunner.this.sessionOutlived = false;
				StatementRunner.this.sessionChanged |= StatementFacts.changesSession(statement,
						StatementRunner.this.session.dialect().lexicalRules());
			}
			return true;
		}

		// What code has done to the session nobody can tell.
		@Override
		public Boolean visit(CodeAction code) {
			StatementRunner.this.sessionChanged = true;
			StatementRunner.this.sessionOutlived = false;
			try {
				StatementRunner.this.state.lend(StatementRunner.this.session.connection());
				new CodeRunner(StatementRunner.this.session.connection(), StatementRunner.this.cancellation,
						StatementRunner.this.arguments)
					.run(code);
				StatementRunner.this.state.takeBack(StatementRunner.this.session.connection());
			}
			catch (Exception ex) {
				throw StatementRunner.this.failures.code(this.step, this.number, ex,
						StatementRunner.this.cancellation.requested());
			}
			return true;
		}

	}

}

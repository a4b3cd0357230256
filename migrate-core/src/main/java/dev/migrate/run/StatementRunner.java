package dev.migrate.run;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import dev.migrate.event.MigrationEvent;
import dev.migrate.event.MigrationListener;
import dev.migrate.plan.Step;
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

	private boolean sessionChanged;

	StatementRunner(DatabaseSession session, MigrationListener listener, Cancellation cancellation,
			StepFailures failures) {
		this.session = session;
		this.listener = listener;
		this.cancellation = cancellation;
		this.failures = failures;
	}

	void runAll(Step step) {
		for (int number = 1; number <= step.section().statements().size(); number++) {
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

	void run(Step step, int number) {
		SqlStatement statement = step.section().statements().get(number - 1);
		this.listener.onEvent(new MigrationEvent.StatementStarted(step.revision(), statement, number,
				step.section().statements().size()));
		long start = System.nanoTime();
		try {
			send(statement);
		}
		catch (SQLException ex) {
			throw this.failures.statement(step, number, ex, this.cancellation.requested());
		}
		this.sessionChanged |= StatementFacts.of(statement, this.session.dialect().lexicalRules()).changesSession();
		this.listener.onEvent(new MigrationEvent.StatementFinished(step.revision(), statement,
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

}

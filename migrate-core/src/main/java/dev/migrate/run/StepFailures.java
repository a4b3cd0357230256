package dev.migrate.run;

import java.sql.SQLException;

import dev.migrate.dialect.DatabaseFailure;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.FailureKind;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MaskedText;
import dev.migrate.error.MigrateException;
import dev.migrate.error.SourceLocation;
import dev.migrate.plan.Step;
import dev.migrate.sql.Action;
import dev.migrate.sql.CodeAction;
import org.jspecify.annotations.Nullable;

/**
 * Words for a step that failed.
 */
final class StepFailures {

	private static final String WAYS = "Settle it with `db repair --resume`, `--undo` or `--mark-done`.";

	private final Dialect dialect;

	StepFailures(Dialect dialect) {
		this.dialect = dialect;
	}

	MigrateException statement(Step step, int number, SQLException cause, boolean cancelled) {
		Action statement = step.section().actions().get(number - 1);
		DatabaseFailure failure = this.dialect.failure(cause);
		if (failure.kind() == FailureKind.CONNECTION) {
			return ConnectionFailures.lost("running statement " + number + " of revision " + step.revision().id(),
					cause);
		}
		SourceLocation place = place(statement, failure.position());
		String which = "statement " + number + " of " + step.section().actions().size();
		if (cancelled) {
			return failed(ErrorCode.INTERRUPTED, step, place, number, failure, cause,
					what(step) + " was interrupted at " + which + " (" + place + "); " + remains(step, number), null);
		}
		String message = what(step) + " failed at " + which + " (" + place + ") with SQLSTATE " + failure.sqlState()
				+ "; " + remains(step, number);
		return failed(ErrorCode.STATEMENT_FAILED, step, place, number, failure, cause, message,
				hint(step, failure.kind()));
	}

	/**
	 * Return what to say of code that threw. Whatever was at the bottom of it is kept as
	 * the cause.
	 */
	MigrateException code(Step step, int number, Exception cause, boolean cancelled) {
		Action code = step.section().actions().get(number - 1);
		SQLException refusal = DatabaseFailure.cause(cause);
		DatabaseFailure failure = (refusal != null) ? this.dialect.failure(refusal) : null;
		if (refusal != null && failure != null && failure.kind() == FailureKind.CONNECTION) {
			return ConnectionFailures.lost("running the code of revision " + step.revision().id(), refusal);
		}
		String description = (code instanceof CodeAction action) ? action.description() : code.text();
		String which = "the code \"" + description + "\", " + number + " of " + step.section().actions().size() + " ("
				+ code.location() + ")";
		if (cancelled) {
			return new MigrateException(ErrorCode.INTERRUPTED,
					what(step) + " was interrupted in " + which + "; " + remains(step, number), null, cause);
		}
		String start = what(step) + " failed in " + which;
		if (refusal != null && failure != null) {
			return failed(ErrorCode.STATEMENT_FAILED, step, code.location(), number, failure, refusal,
					start + " with SQLSTATE " + failure.sqlState() + "; " + remains(step, number),
					hint(step, failure.kind()));
		}
		return new MigrateException(ErrorCode.STATEMENT_FAILED,
				start + " with " + cause.getClass().getSimpleName()
						+ ((cause.getMessage() != null) ? ": " + MaskedText.of(cause.getMessage()) : "") + "; "
						+ remains(step, number),
				hint(step, FailureKind.OTHER), cause);
	}

	/**
	 * Tell what was refused when the last statements of ours went out with the commit: a
	 * constraint that was deferred to it, or the connection while nobody knows.
	 */
	boolean isOfCommit(SQLException cause) {
		DatabaseFailure failure = this.dialect.failure(cause);
		return failure.kind() == FailureKind.CONNECTION || failure.sqlState().startsWith("23")
				|| failure.sqlState().startsWith("40") || failure.sqlState().startsWith("P0");
	}

	MigrateException commit(Step step, SQLException cause) {
		DatabaseFailure failure = this.dialect.failure(cause);
		if (failure.kind() == FailureKind.CONNECTION) {
			return ConnectionFailures.lost(
					"committing revision " + step.revision().id() + "; whether it is applied, `db status` shows",
					cause);
		}
		return failed(ErrorCode.STATEMENT_FAILED, step, step.revision().location(), 0, failure, cause,
				what(step) + " failed at its commit (" + step.revision().location() + ") with SQLSTATE "
						+ failure.sqlState() + "; " + remains(step, 0),
				"A deferred constraint is checked at the commit: look at the rows that it names.");
	}

	MigrateException claimed(Step step) {
		return new MigrateException(ErrorCode.LOCKED,
				"Revision " + step.revision().id()
						+ " was claimed by another run in the same moment. Nothing of it was run" + " here.",
				"Run the command again: it reads the state anew.");
	}

	private static MigrateException failed(ErrorCode code, Step step, SourceLocation place, int number,
			DatabaseFailure failure, SQLException cause, String message, @Nullable String hint) {
		return new StatementFailedException(code, message, hint, step.revision().id(), place, number, failure, cause);
	}

	private static String what(Step step) {
		return switch (step.direction()) {
			case UPGRADE -> "The upgrade of revision " + quoted(step);
			case DOWNGRADE -> "The downgrade of revision " + quoted(step);
		};
	}

	private static String quoted(Step step) {
		String message = step.revision().message();
		return message.isEmpty() ? step.revision().id().value() : step.revision().id() + " \"" + message + "\"";
	}

	private static String remains(Step step, int number) {
		if (step.transactional()) {
			return "nothing of it remains.";
		}
		return (number <= 1) ? "none of its statements was completed." : "the statements before it remain.";
	}

	private static @Nullable String hint(Step step, FailureKind kind) {
		if (kind == FailureKind.LOCK_TIMEOUT) {
			return "Another session holds a lock on the table. Try again when it is done, or raise"
					+ " spring.migrate.lock-timeout.";
		}
		String known = DatabaseSession.hint(kind);
		if (known != null) {
			return step.transactional() ? known : known + " " + WAYS;
		}
		if (!step.transactional()) {
			return WAYS;
		}
		return (step.origin() == Step.Origin.FOLDER) ? "Mend the file, then run the command again." : null;
	}

	// The server counts characters of the statement; a person wants the line of the file.
	private static SourceLocation place(Action statement, int position) {
		SourceLocation start = statement.location();
		if (start.column() == 0) {
			// It was rendered: its lines are no lines of a file.
			return start;
		}
		int end = statement.text()
			.offsetByCodePoints(0,
					Math.min(Math.max(0, position - 1), statement.text().codePointCount(0, statement.text().length())));
		int line = start.line();
		for (int index = 0; index < end; index++) {
			if (statement.text().charAt(index) == '\n') {
				line++;
			}
		}
		return (position == 0) ? SourceLocation.of(start.source(), start.line())
				: SourceLocation.of(start.source(), line);
	}

}

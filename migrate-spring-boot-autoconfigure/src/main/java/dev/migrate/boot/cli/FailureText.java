package dev.migrate.boot.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.Objects;

import dev.migrate.boot.descriptor.ProblemDescriptor;
import dev.migrate.dialect.DatabaseFailure;
import dev.migrate.error.MaskedText;
import dev.migrate.error.MigrateException;
import dev.migrate.run.StatementFailedException;
import org.jspecify.annotations.Nullable;

/**
 * A failure in the words of the command line: one sentence, what the server said, what to
 * do.
 */
final class FailureText {

	private final Terminal terminal;

	private final String where;

	/** Create a text; {@code where} stands before the sentence. */
	FailureText(Terminal terminal, String where) {
		this.terminal = terminal;
		this.where = where;
	}

	/**
	 * Tell a failure and return the exit code.
	 * @param failure what was thrown
	 * @param verbose whether its stack trace is wanted
	 */
	int tell(Throwable failure, boolean verbose) {
		int exitCode = ExitCodes.FAILED;
		if (failure instanceof MigrateException known) {
			exitCode = ExitCodes.of(known.code());
			sentence(known.getMessage());
			if (known instanceof StatementFailedException statement) {
				server(statement.failure());
			}
			hint(known.hint());
		}
		else if (failure instanceof CommandFailedException command) {
			sentence(command.getMessage());
			hint(command.hint());
		}
		else {
			sentence(failure.getClass().getSimpleName() + ": "
					+ Objects.requireNonNullElse(failure.getMessage(), "no reason given"));
			hint(verbose ? null : "With -v the stack trace is printed; please report it.");
		}
		if (verbose) {
			StringWriter trace = new StringWriter();
			failure.printStackTrace(new PrintWriter(trace));
			this.terminal.remark(masked(trace.toString().stripTrailing()));
		}
		return exitCode;
	}

	private void sentence(String text) {
		this.terminal.failure(this.where + masked(text));
	}

	private void server(DatabaseFailure failure) {
		this.terminal.remark("  " + failure.message());
		if (failure.detail() != null) {
			failure.detail().lines().forEach((line) -> this.terminal.remark("  " + line));
		}
	}

	// It is ours, and may hold what is to be typed: `--rename users.pwd=password`.
	private void hint(@Nullable String hint) {
		if (hint != null) {
			this.terminal.remark(hint);
		}
	}

	static String masked(String text) {
		return MaskedText.of(text);
	}

	/** Return the fields of the JSON document. */
	static Map<String, Object> fields(Throwable failure) {
		if (failure instanceof MigrateException known) {
			return ProblemDescriptor.of(known).fields();
		}
		return Map.of("detail", masked(Objects.requireNonNullElse(failure.getMessage(), failure.getClass().getName())));
	}

}

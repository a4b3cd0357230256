package dev.migrate.boot.autoconfigure;

import dev.migrate.error.MigrateException;
import dev.migrate.run.StatementFailedException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Shows our own failures at start-up as the command line does: a sentence, and what to
 * do. Asked before Boot's own, which would show what lies beneath.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class MigrateExceptionFailureAnalyzer extends AbstractFailureAnalyzer<MigrateException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MigrateException cause) {
		StringBuilder description = new StringBuilder(cause.getMessage());
		// Of one of several databases, it is told by another.
		Throwable told = (cause.getCause() instanceof MigrateException) ? cause.getCause() : cause;
		if (told instanceof StatementFailedException failed) {
			description.append("\n\n").append(failed.failure().message());
			if (failed.failure().detail() != null) {
				description.append('\n').append(failed.failure().detail());
			}
		}
		return new FailureAnalysis(description.toString(), cause.hint(), cause);
	}

}

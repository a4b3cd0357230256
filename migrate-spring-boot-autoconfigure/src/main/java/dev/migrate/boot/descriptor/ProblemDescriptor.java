package dev.migrate.boot.descriptor;

import java.util.Map;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MaskedText;
import dev.migrate.error.MigrateException;
import dev.migrate.error.SourceLocation;
import dev.migrate.revision.RevisionId;
import dev.migrate.run.StatementFailedException;
import org.jspecify.annotations.Nullable;

/**
 * A failure. It holds what the project says, never what the database said: that may hold
 * values.
 *
 * @param detail the sentence
 * @param hint what to do next, or null
 * @param code the kind of failure
 * @param revision whose statement failed, or null
 * @param location file and line of that statement, or null
 * @param sqlState of that statement, or null
 */
public record ProblemDescriptor(String detail, @Nullable String hint, ErrorCode code, @Nullable RevisionId revision,
		@Nullable SourceLocation location, @Nullable String sqlState) implements Descriptor {

	/**
	 * Describe a failure.
	 * @param exception the failure
	 * @return its JSON form
	 */
	public static ProblemDescriptor of(MigrateException exception) {
		if (exception instanceof StatementFailedException failed) {
			return new ProblemDescriptor(MaskedText.of(failed.getMessage()), failed.hint(), failed.code(),
					failed.revision(), failed.location(), failed.failure().sqlState());
		}
		return new ProblemDescriptor(MaskedText.of(exception.getMessage()), exception.hint(), exception.code(), null,
				null, null);
	}

	@Override
	public Map<String, Object> fields() {
		return new Fields().with("detail", this.detail)
			.with("hint", this.hint)
			.with("code", this.code.name())
			.with("revision", this.revision)
			.with("location", this.location)
			.with("sqlState", this.sqlState)
			.map();
	}

}

package dev.migrate.run;

import java.sql.SQLException;
import java.util.Objects;

import dev.migrate.dialect.DatabaseFailure;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.error.SourceLocation;
import dev.migrate.revision.RevisionId;
import org.jspecify.annotations.Nullable;

/**
 * The database refused a statement of a revision. The message holds no values; what the
 * server said, which may hold some, is apart.
 */
public final class StatementFailedException extends MigrateException {

	private static final long serialVersionUID = 1L;

	private final transient RevisionId revision;

	private final transient SourceLocation location;

	private final transient DatabaseFailure failure;

	private final int statement;

	StatementFailedException(ErrorCode code, String message, @Nullable String hint, RevisionId revision,
			SourceLocation location, int statement, DatabaseFailure failure, SQLException cause) {
		super(code, message, hint, cause);
		this.revision = revision;
		this.location = location;
		this.statement = statement;
		this.failure = failure;
	}

	/** Return the same failure with a sentence in front of its hint. */
	StatementFailedException explained(String sentence) {
		String hint = (hint() != null) ? sentence + " " + hint() : sentence;
		StatementFailedException explained = new StatementFailedException(code(), String.valueOf(getMessage()), hint,
				this.revision, this.location, this.statement, this.failure,
				(SQLException) Objects.requireNonNull(getCause()));
		explained.setStackTrace(getStackTrace());
		return explained;
	}

	/**
	 * Return the revision.
	 * @return whose statement failed
	 */
	public RevisionId revision() {
		return this.revision;
	}

	/**
	 * Return the place.
	 * @return file and line of the statement, of the error itself where the server tells
	 */
	public SourceLocation location() {
		return this.location;
	}

	/**
	 * Return which statement failed.
	 * @return counted from 1; 0 if it was the commit
	 */
	public int statement() {
		return this.statement;
	}

	/**
	 * Return what the server said.
	 * @return message, SQLSTATE, details
	 */
	public DatabaseFailure failure() {
		return this.failure;
	}

}

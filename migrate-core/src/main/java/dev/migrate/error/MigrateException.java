package dev.migrate.error;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The root of everything this library throws on purpose. The message is one sentence that
 * names the thing and the place; {@link #hint()} says what to do next. Neither ever holds
 * a password.
 */
public class MigrateException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final ErrorCode code;

	private final @Nullable String hint;

	/**
	 * Create a failure.
	 * @param code its kind
	 * @param message one sentence: what, and where
	 * @param hint what to do next, or null if the sentence says it all
	 */
	public MigrateException(ErrorCode code, String message, @Nullable String hint) {
		this(code, message, hint, null);
	}

	/**
	 * Create a failure that another one caused.
	 * @param code its kind
	 * @param message one sentence: what, and where
	 * @param hint what to do next, or null if the sentence says it all
	 * @param cause the cause, or null
	 */
	public MigrateException(ErrorCode code, String message, @Nullable String hint, @Nullable Throwable cause) {
		super(message, cause);
		this.code = code;
		this.hint = hint;
	}

	/**
	 * Return the kind of failure.
	 * @return the code
	 */
	public ErrorCode code() {
		return this.code;
	}

	/**
	 * Return what to do next.
	 * @return one or several lines, or null if the sentence says it all
	 */
	public @Nullable String hint() {
		return this.hint;
	}

	/**
	 * Return the sentence.
	 * @return the message, never null
	 */
	@Override
	public String getMessage() {
		return Objects.requireNonNullElse(super.getMessage(), this.code.name());
	}

}

package dev.migrate.boot.cli;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The application that a command runs in is not able to serve it. The message is one
 * sentence, without passwords.
 */
public final class CommandFailedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final @Nullable String hint;

	/**
	 * Create a failure.
	 * @param message one sentence
	 * @param hint what to do next, or null
	 * @param cause the cause, or null
	 */
	public CommandFailedException(String message, @Nullable String hint, @Nullable Throwable cause) {
		super(message, cause);
		this.hint = hint;
	}

	@Override
	public String getMessage() {
		return Objects.requireNonNullElse(super.getMessage(), "The application can't serve this command.");
	}

	/**
	 * Return what to do next.
	 * @return one or several lines, or null
	 */
	public @Nullable String hint() {
		return this.hint;
	}

}

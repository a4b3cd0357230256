package dev.migrate.error;

import java.util.Arrays;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Text of drivers, pools and servers without the passwords that they like to repeat.
 */
public final class MaskedText {

	private static final String STARS = "***";

	// password=…, PWD: …, "sslpassword":"…", trustStorePassword='…'; not what is masked.
	private static final Pattern PASSWORD = Pattern
		.compile("(?i)((?:password|passwd|passphrase|pwd)\\w*[\"']?\\s*[=:]\\s*+)"
				+ "(?!\\*\\*\\*)(\"[^\"]*\"|'(?:[^']|'')*'|[^&;,\\s)}]*)");

	// Of SQL: IDENTIFIED BY '…', PASSWORD '…'
	private static final Pattern LITERAL = Pattern
		.compile("(?i)(\\b(?:password|identified\\s+by)\\s+(?:\\[\\*\\])?)('(?:[^']|'')*'|\"[^\"]*\")");

	private static final Pattern USER_INFO = Pattern.compile("(//[^/@\\s:]*:)(?:[^\\s/?;]*|[^@\\s]*)@");

	// Drivers repeat it without the rest of the URL, too. What follows the sign in a
	// target is a head, a base or a number of steps.
	private static final Pattern BARE_USER_INFO = Pattern
		.compile("([^/@\\s:]*:)[^@\\s/:]+@(?!(?:heads?|base)\\b|[+-]\\d)");

	private MaskedText() {
	}

	/**
	 * Hide passwords.
	 * @param text any text
	 * @return the text with stars where a password seems to stand
	 */
	public static String of(String text) {
		String masked = PASSWORD.matcher(text).replaceAll("$1" + STARS);
		masked = LITERAL.matcher(masked).replaceAll("$1" + STARS);
		masked = USER_INFO.matcher(masked).replaceAll("$1" + STARS + "@");
		return BARE_USER_INFO.matcher(masked).replaceAll("$1" + STARS + "@");
	}

	/**
	 * Hide passwords in what a stack trace would print.
	 * @param exception any exception
	 * @return the same, or a copy if its message or that of a cause shows a password
	 */
	public static Throwable of(Throwable exception) {
		if (isClean(exception)) {
			return exception;
		}
		IllegalStateException copy = new IllegalStateException(
				exception.getClass().getName() + ": " + of(String.valueOf(exception.getMessage())),
				maskedCause(exception));
		copy.setStackTrace(exception.getStackTrace());
		return copy;
	}

	private static @Nullable Throwable maskedCause(Throwable exception) {
		return (exception.getCause() != null) ? of(exception.getCause()) : null;
	}

	private static boolean isClean(Throwable exception) {
		for (Throwable link = exception; link != null; link = link.getCause()) {
			String message = link.getMessage();
			if ((message != null && !of(message).equals(message))
					|| !Arrays.stream(link.getSuppressed()).allMatch(MaskedText::isClean)) {
				return false;
			}
		}
		return true;
	}

}

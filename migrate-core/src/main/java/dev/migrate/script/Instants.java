package dev.migrate.script;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/**
 * Reads the time of a header. Each file has one, and nearly all are written as we write
 * them: those are read without a formatter.
 */
final class Instants {

	private static final String FORM = "0000-00-00T00:00:00Z";

	private Instants() {
	}

	/**
	 * Read a time.
	 * @param text in UTC, like {@code 2026-11-20T10:04:00Z}
	 * @return the time
	 * @throws DateTimeParseException if it is none
	 */
	static Instant parse(String text) {
		if (!isPlain(text)) {
			return Instant.parse(text);
		}
		try {
			return LocalDateTime
				.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10), number(text, 11, 13),
						number(text, 14, 16), number(text, 17, 19))
				.toInstant(ZoneOffset.UTC);
		}
		catch (DateTimeException ex) {
			// 24:00:00 is a time to the formatter, and it words the refusals.
			return Instant.parse(text);
		}
	}

	private static boolean isPlain(String text) {
		if (text.length() != FORM.length()) {
			return false;
		}
		for (int index = 0; index < FORM.length(); index++) {
			char character = text.charAt(index);
			boolean fits = (FORM.charAt(index) == '0') ? character >= '0' && character <= '9'
					: character == FORM.charAt(index);
			if (!fits) {
				return false;
			}
		}
		return true;
	}

	private static int number(String text, int start, int end) {
		int number = 0;
		for (int index = start; index < end; index++) {
			number = number * 10 + (text.charAt(index) - '0');
		}
		return number;
	}

}

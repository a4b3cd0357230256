package dev.migrate.migration;

import java.math.BigDecimal;
import java.util.Locale;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import org.jspecify.annotations.Nullable;

/**
 * Values as SQL writes them, in a form that all databases read.
 */
final class Literals {

	private Literals() {
	}

	static String sql(@Nullable Object value) {
		if (value == null) {
			return "NULL";
		}
		if (value instanceof Boolean) {
			return value.toString().toUpperCase(Locale.ROOT);
		}
		if (value instanceof Number number) {
			return number(number);
		}
		if (value instanceof CharSequence || value instanceof Character || value instanceof Enum<?>) {
			return text(value.toString());
		}
		throw new MigrateException(ErrorCode.INVALID_SOURCE,
				"A value of " + value.getClass().getName() + " has no SQL literal.",
				"Give a text, a number, a truth value, a date or time, a UUID or bytes, or write SQL.");
	}

	private static String number(Number number) {
		if (number instanceof BigDecimal decimal) {
			return decimal.toPlainString();
		}
		String text = number.toString();
		if (!text.matches("-?[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?")) {
			throw new MigrateException(ErrorCode.INVALID_SOURCE, text + " has no SQL literal.", "Write it as SQL.");
		}
		return text;
	}

	private static String text(String text) {
		return "'" + text.replace("'", "''") + "'";
	}

}

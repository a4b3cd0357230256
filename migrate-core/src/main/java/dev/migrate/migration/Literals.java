package dev.migrate.migration;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.Literal;
import dev.migrate.operation.Literal.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Values of Java as values of SQL.
 */
final class Literals {

	private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder().appendPattern("HH:mm:ss")
		.appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
		.toFormatter(Locale.ROOT);

	private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
		.append(DateTimeFormatter.ISO_LOCAL_DATE)
		.appendLiteral(' ')
		.append(TIME)
		.toFormatter(Locale.ROOT);

	private static final DateTimeFormatter TIMESTAMP_TZ = new DateTimeFormatterBuilder().append(TIMESTAMP)
		.appendOffset("+HH:MM", "+00:00")
		.toFormatter(Locale.ROOT);

	private Literals() {
	}

	static List<Literal> of(@Nullable Object... values) {
		return Stream.of(values).map(Literals::of).toList();
	}

	static Literal of(@Nullable Object value) {
		if (value == null) {
			return new Literal(Kind.NULL, "");
		}
		if (value instanceof Literal literal) {
			return literal;
		}
		if (value instanceof Boolean) {
			return new Literal(Kind.BOOLEAN, value.toString().toUpperCase(Locale.ROOT));
		}
		if (value instanceof Number number) {
			return new Literal(Kind.NUMBER, number(number));
		}
		if (value instanceof CharSequence || value instanceof Character || value instanceof Enum<?>) {
			return new Literal(Kind.TEXT, (value instanceof Enum<?> constant) ? constant.name() : value.toString());
		}
		if (value instanceof UUID) {
			return new Literal(Kind.UUID, value.toString());
		}
		if (value instanceof byte[] bytes) {
			return new Literal(Kind.BYTES, HexFormat.of().formatHex(bytes));
		}
		return time(value);
	}

	private static Literal time(Object value) {
		if (value instanceof LocalDate date) {
			return new Literal(Kind.DATE, date.toString());
		}
		if (value instanceof LocalTime time) {
			return new Literal(Kind.TIME, TIME.format(time));
		}
		if (value instanceof LocalDateTime time) {
			return new Literal(Kind.TIMESTAMP, TIMESTAMP.format(time));
		}
		if (value instanceof OffsetDateTime time) {
			return new Literal(Kind.TIMESTAMP_TZ, TIMESTAMP_TZ.format(time));
		}
		if (value instanceof ZonedDateTime time) {
			return time(time.toOffsetDateTime());
		}
		if (value instanceof Instant time) {
			return time(time.atOffset(ZoneOffset.UTC));
		}
		throw new MigrateException(ErrorCode.INVALID_SOURCE,
				"A value of " + value.getClass().getName() + " has no SQL literal.",
				"Give a text, a number, a truth value, a date or time, a UUID or bytes, or write sql(…).");
	}

	/**
	 * Return a value in a form that all databases read.
	 */
	static String sql(Object value) {
		Literal literal = of(value);
		if (literal.kind() == Kind.BYTES) {
			throw new MigrateException(ErrorCode.INVALID_SOURCE, "Databases write bytes in different ways.",
					"Write the default as SQL.");
		}
		return literal.sql();
	}

	private static String number(Number number) {
		if (number instanceof BigDecimal decimal) {
			return decimal.toPlainString();
		}
		String text = number.toString();
		if (!text.matches("-?[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?")) {
			throw new MigrateException(ErrorCode.INVALID_SOURCE, text + " has no SQL literal.", "Write it as sql(…).");
		}
		return text;
	}

}

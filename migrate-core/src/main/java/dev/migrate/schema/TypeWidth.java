package dev.migrate.schema;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a type takes all that another held.
 *
 * @param from the old type, as the server formats it
 * @param to the new type
 */
public record TypeWidth(String from, String to) {

	private static final Pattern TYPE = Pattern.compile("([a-z ]+?)\\s*(?:\\((\\d+)(?:, ?(\\d+))?\\))?( with.*)?");

	private static final List<String> WHOLE = List.of("smallint", "integer", "bigint", "numeric");

	private static final List<String> NUMBERS = List.of("smallint", "integer", "bigint", "numeric", "decfloat", "real",
			"double precision");

	/**
	 * Return whether a value may not fit or not convert.
	 * @return whether one may
	 */
	public boolean mayFail() {
		if (isText(this.to)) {
			return length(this.to) < (isText(this.from) ? length(this.from) : 64);
		}
		if (base(this.from).equals(base(this.to))) {
			return wholeDigits(this.to) < wholeDigits(this.from);
		}
		return !widensWhole() && !widensFloat() && !isTime();
	}

	/**
	 * Return whether a value may be rounded or cut.
	 * @return whether one may
	 */
	public boolean mayLose() {
		boolean coarser = base(this.from).equals(base(this.to)) && number(this.to, 3) < number(this.from, 3);
		boolean timeOfDay = base(this.from).startsWith("timestamp") && List.of("date").contains(base(this.to));
		boolean fraction = List.of("numeric", "real", "double precision").contains(base(this.from))
				&& List.of("smallint", "integer", "bigint").contains(base(this.to));
		return coarser || timeOfDay || fraction;
	}

	/**
	 * Return whether a value depends on where the session is: a point in time becomes one
	 * of the clock on the wall, or the other way round.
	 * @return whether it does
	 */
	public boolean dependsOnTimeZone() {
		return base(this.from).startsWith("timestamp") && base(this.to).startsWith("timestamp")
				&& hasZone(this.from) != hasZone(this.to);
	}

	private static boolean hasZone(String type) {
		return type.toLowerCase(Locale.ROOT).endsWith("with time zone");
	}

	/**
	 * Return whether the types are of one kind: both text, both numbers, both times, or
	 * one with another length.
	 * @return whether they are
	 */
	public boolean sameKind() {
		return (isText(this.from) && isText(this.to)) || isTime() || base(this.from).equals(base(this.to))
				|| (NUMBERS.contains(base(this.from)) && NUMBERS.contains(base(this.to)));
	}

	/**
	 * Return whether a server writes every row anew, as far as the names of the types
	 * tell.
	 * @return whether it does
	 */
	public boolean rewrites() {
		if (isText(this.from) && isText(this.to) && !base(this.to).startsWith("character (")) {
			return length(this.to) < length(this.from);
		}
		return !this.from.equals(this.to)
				&& !(base(this.from).equals("numeric") && base(this.to).equals("numeric") && !mayFail() && !mayLose());
	}

	private boolean widensWhole() {
		int before = WHOLE.indexOf(base(this.from));
		int after = WHOLE.indexOf(base(this.to));
		return before >= 0 && after >= before && length(this.to) == Integer.MAX_VALUE;
	}

	private boolean widensFloat() {
		return base(this.to).equals("double precision")
				? List.of("smallint", "integer", "real").contains(base(this.from))
				: base(this.to).equals("real") && base(this.from).equals("smallint");
	}

	private boolean isTime() {
		return (base(this.from).equals("date") || base(this.from).startsWith("timestamp"))
				&& (base(this.to).equals("date") || base(this.to).startsWith("timestamp"));
	}

	private static boolean isText(String type) {
		String base = base(type);
		return base.equals("text") || base.startsWith("character") || base.startsWith("varchar");
	}

	private static String base(String type) {
		Matcher matcher = TYPE.matcher(type.toLowerCase(Locale.ROOT));
		return matcher.matches() ? matcher.group(1) : type;
	}

	private static int length(String type) {
		Matcher matcher = TYPE.matcher(type.toLowerCase(Locale.ROOT));
		return (matcher.matches() && matcher.group(2) != null) ? Integer.parseInt(matcher.group(2)) : Integer.MAX_VALUE;
	}

	private static int wholeDigits(String type) {
		int digits = number(type, 2);
		return (digits == Integer.MAX_VALUE) ? digits : digits - number(type, 3);
	}

	private static int number(String type, int group) {
		Matcher matcher = TYPE.matcher(type.toLowerCase(Locale.ROOT));
		if (matcher.matches() && matcher.group(group) != null) {
			return Integer.parseInt(matcher.group(group));
		}
		return (group == 3 && matcher.matches() && matcher.group(2) != null) ? 0 : Integer.MAX_VALUE;
	}

}

package dev.migrate.diff;

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
record TypeWidth(String from, String to) {

	private static final Pattern TYPE = Pattern.compile("([a-z ]+?)\\s*(?:\\((\\d+)(?:, ?(\\d+))?\\))?( with.*)?");

	private static final List<String> WHOLE = List.of("smallint", "integer", "bigint", "numeric");

	boolean mayFail() {
		if (isText(this.to)) {
			return length(this.to) < (isText(this.from) ? length(this.from) : 64);
		}
		if (base(this.from).equals(base(this.to))) {
			return number(this.to, 2) - number(this.to, 3) < number(this.from, 2) - number(this.from, 3);
		}
		return !widensWhole() && !isTime();
	}

	boolean mayLose() {
		boolean coarser = base(this.from).equals(base(this.to)) && number(this.to, 3) < number(this.from, 3);
		boolean timeOfDay = base(this.from).startsWith("timestamp") && List.of("date").contains(base(this.to));
		boolean fraction = List.of("numeric", "real", "double precision").contains(base(this.from))
				&& List.of("smallint", "integer", "bigint").contains(base(this.to));
		return coarser || timeOfDay || fraction;
	}

	boolean rewrites() {
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

	private static int number(String type, int group) {
		Matcher matcher = TYPE.matcher(type.toLowerCase(Locale.ROOT));
		if (matcher.matches() && matcher.group(group) != null) {
			return Integer.parseInt(matcher.group(group));
		}
		return (group == 3 && matcher.matches() && matcher.group(2) != null) ? 0 : Integer.MAX_VALUE;
	}

}

package dev.migrate.dialect.postgresql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.migrate.schema.Check;
import dev.migrate.schema.Validity;
import org.jspecify.annotations.Nullable;

/**
 * Turns back what PostgreSQL makes of a few common conditions. More than looks: the
 * server reads its own text of {@code status IN ('A', 'B')} as something else than it
 * wrote.
 */
final class ExpressionStyle {

	private static final String COLUMN = "([a-z_][a-z0-9_]*|\"(?:[^\"]|\"\")+\")";

	private static final String LITERAL = "'(?:[^']|'')*'";

	private static final Pattern TEXT_IN = Pattern
		.compile("\\(" + COLUMN + "\\)::text (= ANY|<> ALL) \\(\\(ARRAY\\[(.*)\\]\\)::text\\[\\]\\)");

	private static final Pattern IN = Pattern.compile(COLUMN + " (= ANY|<> ALL) \\(ARRAY\\[(.*)\\]\\)");

	private static final Pattern ELEMENT = Pattern
		.compile("(" + LITERAL + ")::(character varying|text|[a-z_0-9.\"]+)|(-?[0-9]+(?:\\.[0-9]+)?)");

	private static final Pattern SIMPLE = Pattern
		.compile(COLUMN + " (?:=|<>|<|>|<=|>=) (?:\\(?-?[0-9]+(?:\\.[0-9]+)?\\)?|true|false|[a-z_][a-z0-9_]*)" + "|"
				+ COLUMN + " IS (?:NOT )?NULL");

	/**
	 * Return an expression in a person's words.
	 */
	String simplified(String expression) {
		String whole = onOneLine(withoutParentheses(expression));
		String single = condition(whole);
		if (single != null) {
			return single;
		}
		List<String> conditions = new ArrayList<>();
		for (String part : new Check("", whole, false, Validity.VALID, null).conjuncts()) {
			String simple = condition(part);
			if (simple == null) {
				return whole;
			}
			conditions.add(simple);
		}
		conditions.sort(Comparator.comparing(whole::indexOf));
		return String.join(" AND ", conditions);
	}

	private static @Nullable String condition(String part) {
		Matcher textIn = TEXT_IN.matcher(part);
		if (textIn.matches()) {
			return membership(textIn);
		}
		Matcher in = IN.matcher(part);
		if (in.matches()) {
			return membership(in);
		}
		return SIMPLE.matcher(part).matches() ? part : null;
	}

	private static @Nullable String membership(Matcher matcher) {
		List<String> elements = new ArrayList<>();
		Matcher element = ELEMENT.matcher(matcher.group(3));
		int end = 0;
		while (element.find()) {
			if (!matcher.group(3).substring(end, element.start()).equals((end == 0) ? "" : ", ")) {
				return null;
			}
			elements.add((element.group(1) != null) ? element.group(1) : element.group(3));
			end = element.end();
		}
		if (end != matcher.group(3).length() || elements.size() < 2) {
			return null;
		}
		return matcher.group(1) + (matcher.group(2).equals("= ANY") ? " IN (" : " NOT IN (")
				+ elements.stream().collect(Collectors.joining(", ")) + ")";
	}

	/**
	 * The server breaks the lines of a CASE; those inside literals stay.
	 */
	private static String onOneLine(String text) {
		StringBuilder line = new StringBuilder();
		boolean quoted = false;
		for (String part : text.split("(?<=')|(?=')")) {
			quoted ^= part.equals("'");
			line.append(quoted ? part : part.replaceAll("\\s*\n\\s*", " "));
		}
		return line.toString().strip();
	}

	private static String withoutParentheses(String text) {
		String bare = text;
		while (bare.startsWith("(") && closing(bare) == bare.length() - 1) {
			bare = bare.substring(1, bare.length() - 1);
		}
		return bare;
	}

	/**
	 * Return where the parenthesis closes that a text begins with.
	 */
	private static int closing(String text) {
		int depth = 0;
		char quote = 0;
		for (int at = 0; at < text.length(); at++) {
			char character = text.charAt(at);
			if (quote != 0) {
				quote = (character == quote) ? 0 : quote;
			}
			else if (character == '\'' || character == '"') {
				quote = character;
			}
			else if (character == '(') {
				depth++;
			}
			else if (character == ')' && --depth == 0) {
				return at;
			}
		}
		return -1;
	}

}

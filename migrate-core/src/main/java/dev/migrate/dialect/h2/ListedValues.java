package dev.migrate.dialect.h2;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code IN} with a list of constants. H2 keeps the session that parsed it: once that is
 * closed, a check with it refuses every row. {@code = ANY} says the same and lives on, so
 * that is what is written; read, both are {@code IN}.
 */
final class ListedValues {

	private static final String QUOTED = "(?:'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\")";

	private static final String CONSTANT = "(?:(?:[A-Z&]+ ?)?'(?:[^']|'')*'|-?[0-9.]+|TRUE|FALSE|NULL)";

	private static final String LIST = "(" + CONSTANT + "(?:, " + CONSTANT + ")+)";

	private static final Pattern IN = Pattern.compile(QUOTED + "| (NOT )?IN\\(" + LIST + "\\)");

	private static final Pattern ANY = Pattern
		.compile(QUOTED + "| (?:=|(<>)) (?:ANY|ALL)\\(ARRAY \\[" + LIST + "\\]\\)");

	private ListedValues() {
	}

	/**
	 * Return an expression as it can be written.
	 */
	static String written(String expression) {
		return replaced(IN, expression, " = ANY (ARRAY[%s])", " <> ALL (ARRAY[%s])");
	}

	/**
	 * Return an expression as it is compared.
	 */
	static String read(String expression) {
		return replaced(ANY, expression, " IN(%s)", " NOT IN(%s)");
	}

	private static String replaced(Pattern pattern, String expression, String positive, String negative) {
		Matcher matcher = pattern.matcher(expression);
		StringBuilder text = new StringBuilder();
		while (matcher.find()) {
			String list = matcher.group(2);
			String form = (matcher.group(1) != null) ? negative : positive;
			matcher.appendReplacement(text,
					Matcher.quoteReplacement((list != null) ? form.formatted(list) : matcher.group()));
		}
		return matcher.appendTail(text).toString();
	}

}

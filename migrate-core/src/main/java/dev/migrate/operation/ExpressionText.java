package dev.migrate.operation;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * An expression that a server has written, seen as a row of names between other text.
 *
 * @param sql the expression
 */
public record ExpressionText(String sql) {

	private static final Pattern TOKEN = Pattern
		.compile("'(?:[^']|'')*'|\"((?:[^\"]|\"\")*)\"|(?<![\\p{L}\\p{N}_$])([\\p{L}_][\\p{L}\\p{N}_$]*)");

	private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");

	/**
	 * Return every name in the expression, function names and key words among them.
	 * @return the names without quotes
	 */
	public SortedSet<String> names() {
		SortedSet<String> names = new TreeSet<>();
		Matcher matcher = TOKEN.matcher(this.sql);
		while (matcher.find()) {
			String name = name(matcher);
			if (name != null) {
				names.add(name);
			}
		}
		return names;
	}

	/**
	 * Return which of some names the expression uses.
	 * @param candidates the names, as the catalogue stores them
	 * @return those used, in the order of the candidates
	 */
	public List<String> uses(List<String> candidates) {
		SortedSet<String> names = names();
		return candidates.stream().filter((name) -> names.contains(name)).distinct().toList();
	}

	/**
	 * Return the expression as the server writes it after some names have changed.
	 * @param renames new names by old names
	 * @return the expression
	 */
	public String renamed(SortedMap<String, String> renames) {
		return renames.isEmpty() ? this.sql : replaced((name) -> renames.getOrDefault(name, name));
	}

	/**
	 * Return the expression with other schemas in front of its names, inside literals
	 * too: there they stand in the names of sequences and types.
	 * @param renames new schemas by old schemas
	 * @return the expression
	 */
	public String qualifiersRenamed(SortedMap<String, String> renames) {
		String text = this.sql;
		for (String schema : renames.keySet()) {
			text = text.replaceAll("(?<![\\p{L}\\p{N}_$.])\"?" + Pattern.quote(schema) + "\"?\\.(?=[\\p{L}_\"])",
					Matcher.quoteReplacement(String.valueOf(renames.get(schema)) + "."));
		}
		return text;
	}

	private String replaced(UnaryOperator<String> change) {
		Matcher matcher = TOKEN.matcher(this.sql);
		StringBuilder text = new StringBuilder();
		while (matcher.find()) {
			String name = name(matcher);
			String changed = (name == null) ? null : change.apply(name);
			String replacement = (changed == null || changed.equals(name)) ? matcher.group() : quoted(matcher, changed);
			matcher.appendReplacement(text, Matcher.quoteReplacement(replacement));
		}
		return matcher.appendTail(text).toString();
	}

	private static String quoted(Matcher matcher, String name) {
		boolean bare = PLAIN.matcher(name).matches() && matcher.group(1) == null;
		return bare ? name : "\"" + name.replace("\"", "\"\"") + "\"";
	}

	private static @Nullable String name(Matcher matcher) {
		return (matcher.group(1) != null) ? matcher.group(1).replace("\"\"", "\"") : matcher.group(2);
	}

}

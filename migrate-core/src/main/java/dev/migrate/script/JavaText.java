package dev.migrate.script;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Texts as Java writes them.
 */
final class JavaText {

	private static final String QUOTES = "\"\"\"";

	private JavaText() {
	}

	static String literal(String text) {
		return '"' + escaped(text) + '"';
	}

	private static String escaped(String text) {
		return text.replace("\\", "\\\\")
			.replace("\"", "\\\"")
			.replace("\r", "\\r")
			.replace("\n", "\\n")
			.replace("\t", "\\t");
	}

	static String literals(Collection<String> texts) {
		return texts.stream().map(JavaText::literal).collect(Collectors.joining(", "));
	}

	/**
	 * Write a text of several lines as a block, if a block says the same.
	 */
	static String block(String text) {
		boolean plain = text.lines().count() < 2 || text.contains("\r") || text.contains("\t")
				|| text.lines().anyMatch((line) -> line.endsWith(" "));
		return plain ? literal(text)
				: text.replace("\\", "\\\\")
					.replace(QUOTES, "\\\"\"\"")
					.lines()
					.map((line) -> line.isEmpty() ? "" : "        " + line)
					.collect(Collectors.joining("\n", QUOTES + "\n", QUOTES));
	}

}

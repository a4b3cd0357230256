package dev.migrate.schema;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The conditions that AND joins at the top of an expression. Written for the text that a
 * server makes of an expression; text it does not understand stays one condition.
 *
 * @param expression the expression
 */
record Conjuncts(String expression) {

	/**
	 * Return the conditions of an expression, without the parentheses around them.
	 */
	static SortedSet<String> of(String expression) {
		SortedSet<String> conditions = new TreeSet<>();
		Deque<String> open = new ArrayDeque<>();
		open.push(expression);
		while (!open.isEmpty()) {
			String bare = withoutParentheses(open.pop());
			List<String> parts = new Conjuncts(bare).split();
			if (parts.size() == 1) {
				conditions.add(bare);
			}
			else {
				parts.forEach(open::push);
			}
		}
		return Collections.unmodifiableSortedSet(conditions);
	}

	private static String withoutParentheses(String text) {
		String bare = text.strip();
		while (bare.startsWith("(") && new Conjuncts(bare).closing(0) == bare.length() - 1) {
			bare = bare.substring(1, bare.length() - 1).strip();
		}
		return bare;
	}

	/**
	 * Split at each AND outside of parentheses, CASE and BETWEEN; not at all beside an
	 * OR, which binds less.
	 */
	private List<String> split() {
		List<String> parts = new ArrayList<>();
		int start = 0;
		int cases = 0;
		int betweens = 0;
		int at = 0;
		while (at < this.expression.length()) {
			int end = tokenEnd(at);
			String word = this.expression.substring(at, end).toUpperCase(Locale.ROOT);
			switch (word) {
				case "CASE" -> cases++;
				case "END" -> cases--;
				case "BETWEEN" -> betweens += (cases == 0) ? 1 : 0;
				case "OR" -> {
					if (cases == 0) {
						return List.of(this.expression);
					}
				}
				case "AND" -> {
					if (cases == 0 && betweens > 0) {
						betweens--;
					}
					else if (cases == 0) {
						parts.add(this.expression.substring(start, at));
						start = end;
					}
				}
				default -> {
				}
			}
			at = end;
		}
		parts.add(this.expression.substring(start));
		return parts;
	}

	/**
	 * Return where the token at a place ends: a word, a quoted text, a whole bracket, or
	 * one character.
	 */
	private int tokenEnd(int at) {
		char first = this.expression.charAt(at);
		if (first == '(' || first == '[') {
			int closing = closing(at);
			return (closing < 0) ? this.expression.length() : closing + 1;
		}
		if (first == '\'' || first == '"') {
			return quoteEnd(at);
		}
		int end = at + 1;
		if (isWord(first)) {
			while (end < this.expression.length() && isWord(this.expression.charAt(end))) {
				end++;
			}
		}
		return end;
	}

	/**
	 * Return the place of the bracket that closes the one at a place, or -1.
	 */
	private int closing(int opening) {
		int depth = 0;
		int at = opening;
		while (at < this.expression.length()) {
			switch (this.expression.charAt(at)) {
				case '(', '[' -> depth++;
				case ')', ']' -> {
					depth--;
					if (depth == 0) {
						return at;
					}
				}
				case '\'', '"' -> at = quoteEnd(at) - 1;
				default -> {
				}
			}
			at++;
		}
		return -1;
	}

	/**
	 * Return the place after a quoted text. A doubled quote ends one and opens the next;
	 * a backslash counts in an E-string only.
	 */
	private int quoteEnd(int at) {
		char quote = this.expression.charAt(at);
		boolean escapes = quote == '\'' && at > 0 && Character.toUpperCase(this.expression.charAt(at - 1)) == 'E'
				&& (at == 1 || !isWord(this.expression.charAt(at - 2)));
		int end = at + 1;
		while (end < this.expression.length() && this.expression.charAt(end) != quote) {
			end += (escapes && this.expression.charAt(end) == '\\') ? 2 : 1;
		}
		return Math.min(end + 1, this.expression.length());
	}

	private static boolean isWord(char character) {
		return Character.isLetterOrDigit(character) || character == '_' || character == '$';
	}

}

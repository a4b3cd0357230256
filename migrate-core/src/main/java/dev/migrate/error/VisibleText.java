package dev.migrate.error;

import java.util.Locale;

/**
 * Text that comes from files, databases and servers, made fit to be read: what would move
 * a terminal's cursor, change its colours or turn the order of letters round is shown as
 * an escape instead.
 */
public final class VisibleText {

	private VisibleText() {
	}

	/**
	 * Tell whether a character does something instead of showing something.
	 * @param character any UTF-16 unit
	 * @return true for control characters but tab and the ends of lines, and for marks
	 * that change the direction of writing
	 */
	public static boolean isHidden(char character) {
		if (character >= ' ' && character <= '~') {
			return false;
		}
		if (character == '\t' || character == '\n' || character == '\r') {
			return false;
		}
		return Character.isISOControl(character) || (character >= '\u202a' && character <= '\u202e')
				|| (character >= '\u2066' && character <= '\u2069') || character == '\u2028' || character == '\u2029';
	}

	/**
	 * Show what is hidden.
	 * @param text any text
	 * @return the text, each hidden character written like &#92;u001b, and a carriage
	 * return that ends no line too
	 */
	public static String of(String text) {
		int first = firstHidden(text);
		if (first < 0) {
			return text;
		}
		StringBuilder visible = new StringBuilder(text.length() + 16).append(text, 0, first);
		for (int index = first; index < text.length(); index++) {
			char character = text.charAt(index);
			if (isHidden(character) || returns(text, index)) {
				visible.append(escape(character));
			}
			else {
				visible.append(character);
			}
		}
		return visible.toString();
	}

	private static int firstHidden(String text) {
		for (int index = 0; index < text.length(); index++) {
			if (isHidden(text.charAt(index)) || returns(text, index)) {
				return index;
			}
		}
		return -1;
	}

	private static boolean returns(String text, int index) {
		return text.charAt(index) == '\r' && !text.startsWith("\n", index + 1);
	}

	/**
	 * Write a character as an escape.
	 * @param character any UTF-16 unit
	 * @return a backslash, u and four hexadecimal digits
	 */
	public static String escape(char character) {
		return "\\u" + String.format(Locale.ROOT, "%04x", (int) character);
	}

}

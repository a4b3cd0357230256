package dev.migrate.script;

/**
 * Where the lines of a text end: at LF, CRLF or a lone CR. Looking for both in a text
 * that has only one of them would read it over and over.
 */
final class TextLines {

	private final String text;

	private final boolean returns;

	TextLines(String text) {
		this.text = text;
		this.returns = text.indexOf('\r') >= 0;
	}

	/** The end of the line that begins at an offset, without what ends it. */
	int end(int start) {
		if (!this.returns) {
			int end = this.text.indexOf('\n', start);
			return (end >= 0) ? end : this.text.length();
		}
		int end = start;
		while (end < this.text.length() && this.text.charAt(end) != '\n' && this.text.charAt(end) != '\r') {
			end++;
		}
		return end;
	}

	/** The beginning of the line behind the one that ends at an offset. */
	int next(int end) {
		return Math.min(this.text.length(), end + (this.text.startsWith("\r\n", end) ? 2 : 1));
	}

}

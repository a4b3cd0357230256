package dev.migrate.sql;

import dev.migrate.error.SourceLocation;

/**
 * Turns offsets of a text into lines and columns. Asked in ascending order, it reads the
 * text once; a line ends with LF, CRLF or a lone CR.
 */
final class Positions {

	private final String text;

	private final int from;

	private final SourceLocation origin;

	private int offset;

	private int line;

	private int column;

	Positions(String text, int from, SourceLocation origin) {
		this.text = text;
		this.from = from;
		this.origin = origin;
		rewind();
	}

	private void rewind() {
		this.offset = this.from;
		this.line = Math.max(1, this.origin.line());
		this.column = Math.max(1, this.origin.column());
	}

	SourceLocation at(int target) {
		if (target < this.offset) {
			rewind();
		}
		for (; this.offset < target; this.offset++) {
			char c = this.text.charAt(this.offset);
			if (c == '\n' || (c == '\r' && !followedByLineFeed())) {
				this.line++;
				this.column = 1;
			}
			else if (!(c == '\uFEFF' && this.offset == 0)) {
				this.column++;
			}
		}
		return new SourceLocation(this.origin.source(), this.line, this.column);
	}

	private boolean followedByLineFeed() {
		return this.offset + 1 < this.text.length() && this.text.charAt(this.offset + 1) == '\n';
	}

}

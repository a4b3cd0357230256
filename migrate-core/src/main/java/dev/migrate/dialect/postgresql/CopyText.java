package dev.migrate.dialect.postgresql;

import java.io.Reader;
import java.util.List;

import dev.migrate.dialect.RowSource;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the text format of COPY, made as they are read.
 */
final class CopyText extends Reader {

	private final RowSource rows;

	private final StringBuilder line = new StringBuilder();

	private int at;

	private boolean ended;

	CopyText(RowSource rows) {
		this.rows = rows;
	}

	@Override
	public int read(char[] buffer, int offset, int length) {
		int filled = 0;
		while (filled < length && (this.at < this.line.length() || nextLine())) {
			int count = Math.min(length - filled, this.line.length() - this.at);
			this.line.getChars(this.at, this.at + count, buffer, offset + filled);
			this.at += count;
			filled += count;
		}
		return (filled == 0) ? -1 : filled;
	}

	private boolean nextLine() {
		this.line.setLength(0);
		this.at = 0;
		List<@Nullable String> row = this.ended ? null : this.rows.next();
		if (row == null) {
			this.ended = true;
			return false;
		}
		String separator = "";
		for (String value : row) {
			this.line.append(separator);
			append(value);
			separator = "\t";
		}
		this.line.append('\n');
		return true;
	}

	private void append(@Nullable String value) {
		if (value == null) {
			this.line.append("\\N");
			return;
		}
		for (int i = 0; i < value.length(); i++) {
			char character = value.charAt(i);
			switch (character) {
				case '\\' -> this.line.append("\\\\");
				case '\n' -> this.line.append("\\n");
				case '\r' -> this.line.append("\\r");
				case '\t' -> this.line.append("\\t");
				default -> this.line.append(character);
			}
		}
	}

	@Override
	public void close() {
		// The rows are closed by whoever opened them.
	}

}

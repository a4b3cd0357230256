package dev.migrate.error;

/**
 * A place in a text, for messages: {@code file:line}.
 *
 * @param source what a user would type to open it: a path below the project, or the entry
 * of a jar; never blank
 * @param line counted from 1; 0 when the whole source is meant
 * @param column counted from 1 in UTF-16 units; 0 when the whole line is meant
 */
public record SourceLocation(String source, int line, int column) {

	/**
	 * Return the place that is a whole source.
	 * @param source the source's name
	 * @return the place
	 */
	public static SourceLocation of(String source) {
		return new SourceLocation(source, 0, 0);
	}

	/**
	 * Return a line of a source.
	 * @param source the source's name
	 * @param line counted from 1
	 * @return the place
	 */
	public static SourceLocation of(String source, int line) {
		return new SourceLocation(source, line, 0);
	}

	/**
	 * Return {@code source}, {@code source:line} or {@code source:line:column}, as far as
	 * they are known.
	 */
	@Override
	public String toString() {
		if (this.line == 0) {
			return this.source;
		}
		return (this.column == 0) ? this.source + ":" + this.line : this.source + ":" + this.line + ":" + this.column;
	}

}

package dev.migrate.operation;

/**
 * A value that an operation carries, for the dialect to write.
 *
 * @param kind what it is
 * @param text in the form that its kind says
 */
public record Literal(Kind kind, String text) {

	/**
	 * Return it in standard SQL.
	 * @return a literal, or the expression
	 */
	public String sql() {
		return switch (this.kind) {
			case NULL -> "NULL";
			case BOOLEAN, NUMBER, EXPRESSION -> this.text;
			case TEXT, UUID -> "'" + this.text.replace("'", "''") + "'";
			case DATE -> "DATE '" + this.text + "'";
			case TIME -> "TIME '" + this.text + "'";
			case TIMESTAMP -> "TIMESTAMP '" + this.text + "'";
			case TIMESTAMP_TZ -> "TIMESTAMP WITH TIME ZONE '" + this.text + "'";
			case BYTES -> "X'" + this.text + "'";
		};
	}

	/**
	 * The kinds of values.
	 */
	public enum Kind {

		/** No value; the text is empty. */
		NULL,

		/** {@code TRUE} or {@code FALSE}. */
		BOOLEAN,

		/** Digits, with sign, point or exponent. */
		NUMBER,

		/** Any text, as it is. */
		TEXT,

		/** In the usual form. */
		UUID,

		/** {@code 2026-11-20}. */
		DATE,

		/** {@code 10:04:00}. */
		TIME,

		/** {@code 2026-11-20 10:04:00}. */
		TIMESTAMP,

		/** {@code 2026-11-20 10:04:00+00:00}. */
		TIMESTAMP_TZ,

		/** Two hex digits for each byte. */
		BYTES,

		/** An SQL expression. */
		EXPRESSION

	}

}

package dev.migrate.sql;

/**
 * A token that means something to the database.
 *
 * @param kind its kind, never one of those that only separate
 * @param text the token as it was written, quotes included
 */
public record Token(TokenKind kind, String text) {

	/**
	 * Whether this is a word, written without quotes; case does not count.
	 * @param word the word
	 * @return whether it is
	 */
	public boolean is(String word) {
		return this.kind == TokenKind.WORD && this.text.equalsIgnoreCase(word);
	}

	/**
	 * Whether this is an operator or a mark of punctuation.
	 * @param symbol the mark
	 * @return whether it is
	 */
	public boolean isSymbol(String symbol) {
		return this.kind == TokenKind.SYMBOL && this.text.equals(symbol);
	}

	/**
	 * Whether this may be a name: a word or a quoted identifier.
	 * @return whether it may
	 */
	public boolean isName() {
		return this.kind == TokenKind.WORD || this.kind == TokenKind.QUOTED_IDENTIFIER;
	}

}

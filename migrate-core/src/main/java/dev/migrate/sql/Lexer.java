package dev.migrate.sql;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.error.SourceLocation;
import dev.migrate.sql.LexicalRules.Feature;

/**
 * A cursor over the tokens of a text: it copies nothing and looks at each character a
 * bounded number of times. The tokens cover the text without a hole.
 */
final class Lexer {

	private final String text;

	private final Positions positions;

	private final Characters characters;

	private final LexicalRules rules;

	private final boolean slashComments;

	private TokenKind kind = TokenKind.BLANK;

	private int start;

	private int end;

	/** Where a literal goes on that takes backslash escapes, or -1. */
	private int escapesContinueAt = -1;

	/** Up to here each sign is known to be an operator of its own. */
	private int signsEnd;

	Lexer(String text, int from, LexicalRules rules, SourceLocation origin) {
		this.text = text;
		this.rules = rules;
		this.characters = rules.characters();
		this.slashComments = rules.has(Feature.SLASH_COMMENTS);
		this.positions = new Positions(text, from, origin);
		this.end = from;
	}

	TokenKind kind() {
		return this.kind;
	}

	/** Offset of the token's first character. */
	int start() {
		return this.start;
	}

	/** Offset behind the token's last character. */
	int end() {
		return this.end;
	}

	SourceLocation location(int offset) {
		return this.positions.at(offset);
	}

	/** Whether the token is this word, written without quotes. Takes upper case. */
	boolean is(String word) {
		return this.kind == TokenKind.WORD && this.end - this.start == word.length()
				&& this.text.regionMatches(true, this.start, word, 0, word.length());
	}

	/** Whether the token is this single character. */
	boolean is(char c) {
		return this.kind == TokenKind.SYMBOL && this.end - this.start == 1 && this.text.charAt(this.start) == c;
	}

	/** Go on behind what the caller has read itself. */
	void moveTo(int offset) {
		this.end = offset;
	}

	/** Move to the next token; false at the end of the text. */
	boolean advance() {
		if (this.end >= this.text.length()) {
			return false;
		}
		this.start = this.end;
		char c = this.text.charAt(this.start);
		if (Characters.isLetter(c)) {
			return wordOrPrefixedQuote(c);
		}
		if (this.characters.isBlank(c) || (c == '\uFEFF' && this.start == 0)) {
			return token(TokenKind.BLANK, blanksEnd(this.start + 1));
		}
		return switch (c) {
			case '\'' -> string(this.start, this.start == this.escapesContinueAt);
			case '"' -> quotedIdentifier(this.start, c);
			case '$' -> dollar();
			case ';' -> token(TokenKind.SEMICOLON, this.start + 1);
			case '\\' -> token(TokenKind.BACKSLASH, this.start + 1);
			case '-' -> nextIs('-') ? token(TokenKind.LINE_COMMENT, lineEnd(this.start)) : operator();
			case '/' -> slash();
			case '`' -> this.rules.has(Feature.BACKTICK_IDENTIFIERS) ? quotedIdentifier(this.start, c) : operator();
			case '.' -> isDigit(peek(this.start + 1)) ? number() : punctuation('.');
			case ':' -> punctuation(':', '=');
			default -> wordOrSymbol(c);
		};
	}

	private boolean token(TokenKind kind, int end) {
		this.kind = kind;
		this.end = end;
		return true;
	}

	private boolean slash() {
		if (nextIs('*')) {
			boolean hint = peek(this.start + 2) == '+';
			return token(hint ? TokenKind.HINT : TokenKind.BLOCK_COMMENT, blockCommentEnd());
		}
		if (this.slashComments && nextIs('/')) {
			return token(TokenKind.LINE_COMMENT, lineEnd(this.start));
		}
		return operator();
	}

	private boolean wordOrSymbol(char c) {
		if (isDigit(c)) {
			return number();
		}
		if (this.characters.isWordStart(c)) {
			return wordOrPrefixedQuote(c);
		}
		return this.characters.isOperator(c) ? operator() : token(TokenKind.SYMBOL, this.start + 1);
	}

	private boolean wordOrPrefixedQuote(char c) {
		char next = peek(this.start + 1);
		if (next == '\'') {
			if ((c == 'e' || c == 'E') && this.rules.has(Feature.ESCAPE_STRINGS)) {
				return string(this.start + 1, true);
			}
			if ("bBxXnN".indexOf(c) >= 0) {
				return string(this.start + 1, false);
			}
		}
		if (next == '&' && (c == 'u' || c == 'U')) {
			char quote = peek(this.start + 2);
			if (quote == '\'') {
				return string(this.start + 2, false);
			}
			if (quote == '"') {
				return quotedIdentifier(this.start + 2, quote);
			}
		}
		return token(TokenKind.WORD, this.characters.wordEnd(this.text, this.start + 1));
	}

	private boolean string(int quote, boolean escapes) {
		int close = escapes ? escapedEnd(quote) : quotedEnd(quote, '\'');
		if (close < 0) {
			throw unterminated("literal", "Close it with a single quote; a quote inside is written twice.");
		}
		this.escapesContinueAt = escapes ? continuation(close) : -1;
		return token(TokenKind.STRING, close);
	}

	private int quotedEnd(int open, char quote) {
		int i = this.text.indexOf(quote, open + 1);
		while (i >= 0 && peek(i + 1) == quote) {
			i = this.text.indexOf(quote, i + 2);
		}
		return (i < 0) ? -1 : i + 1;
	}

	private int escapedEnd(int open) {
		for (int i = open + 1; i < this.text.length(); i++) {
			char c = this.text.charAt(i);
			if (c == '\\') {
				i++;
			}
			else if (c == '\'') {
				if (peek(i + 1) != '\'') {
					return i + 1;
				}
				i++;
			}
		}
		return -1;
	}

	/**
	 * A literal goes on behind blanks that hold a line end, and then its escapes go on
	 * too: the offset of that quote, or -1.
	 */
	private int continuation(int offset) {
		boolean newLine = false;
		int i = offset;
		while (i < this.text.length()) {
			char c = this.text.charAt(i);
			if (c == '\'') {
				return newLine ? i : -1;
			}
			if (c == '-' && peek(i + 1) == '-') {
				i = lineEnd(i);
			}
			else if (this.characters.isBlank(c)) {
				newLine |= c == '\n' || c == '\r';
				i++;
			}
			else {
				return -1;
			}
		}
		return -1;
	}

	private boolean quotedIdentifier(int open, char quote) {
		int close = quotedEnd(open, quote);
		if (close < 0) {
			throw unterminated("quoted identifier", "Close it with " + quote + ".");
		}
		return token(TokenKind.QUOTED_IDENTIFIER, close);
	}

	private boolean dollar() {
		char next = peek(this.start + 1);
		if (isDigit(next)) {
			int i = this.start + 2;
			while (isDigit(peek(i))) {
				i++;
			}
			return token(TokenKind.PARAMETER, i);
		}
		int i = this.start + 1;
		if (this.rules.has(Feature.DOLLAR_TAGS) && this.characters.isWordStart(next)) {
			do {
				i++;
			}
			while (peek(i) != '$' && this.characters.isWordPart(peek(i)));
		}
		if (peek(i) != '$') {
			return token(TokenKind.SYMBOL, this.start + 1);
		}
		String delimiter = this.text.substring(this.start, i + 1);
		int close = this.text.indexOf(delimiter, i + 1);
		if (close < 0) {
			throw unterminated("dollar quote " + delimiter, "Close it with " + delimiter + ".");
		}
		return token(TokenKind.DOLLAR_STRING, close + delimiter.length());
	}

	private boolean number() {
		boolean radix = this.text.charAt(this.start) == '0' && "xXoObB".indexOf(peek(this.start + 1)) >= 0;
		boolean point = radix;
		int i = this.start;
		for (; i < this.text.length(); i++) {
			char c = this.text.charAt(i);
			if (c == '.' && !point && peek(i + 1) != '.') {
				point = true;
			}
			else if ((c == 'e' || c == 'E') && !radix && (peek(i + 1) == '-' || peek(i + 1) == '+')
					&& isDigit(peek(i + 2))) {
				i++;
			}
			else if (c == '$' || !this.characters.isWordPart(c)) {
				break;
			}
		}
		return token(TokenKind.NUMBER, i);
	}

	private boolean punctuation(char... seconds) {
		for (char second : seconds) {
			if (peek(this.start + 1) == second) {
				return token(TokenKind.SYMBOL, this.start + 2);
			}
		}
		return token(TokenKind.SYMBOL, this.start + 1);
	}

	private boolean operator() {
		if (!this.rules.has(Feature.OWN_OPERATORS)) {
			boolean pair = this.start + 1 < this.text.length()
					&& Characters.isFixedPair(this.text.charAt(this.start), this.text.charAt(this.start + 1));
			return token(TokenKind.SYMBOL, this.start + (pair ? 2 : 1));
		}
		if (this.start < this.signsEnd) {
			return token(TokenKind.SYMBOL, this.start + 1);
		}
		int i = this.start + 1;
		boolean special = Characters.allowsTrailingSign(this.text.charAt(this.start));
		while (this.characters.isOperator(peek(i)) && !commentBegins(i)) {
			special |= Characters.allowsTrailingSign(this.text.charAt(i));
			i++;
		}
		// As in PostgreSQL, "=-1" is "=" and "-1": only an operator with one of the
		// special characters may end with a sign.
		this.signsEnd = i;
		while (!special && i - this.start > 1 && "+-".indexOf(this.text.charAt(i - 1)) >= 0) {
			i--;
		}
		return token(TokenKind.SYMBOL, i);
	}

	private boolean commentBegins(int i) {
		char c = this.text.charAt(i);
		char next = peek(i + 1);
		return (c == '-' && next == '-') || (c == '/' && next == '*');
	}

	private int blockCommentEnd() {
		boolean nested = this.rules.has(Feature.NESTED_COMMENTS);
		int depth = 1;
		int i = this.start + 2;
		while (i + 1 < this.text.length()) {
			char c = this.text.charAt(i);
			if (c == '*' && this.text.charAt(i + 1) == '/') {
				i += 2;
				if (--depth == 0) {
					return i;
				}
			}
			else if (nested && c == '/' && this.text.charAt(i + 1) == '*') {
				depth++;
				i += 2;
			}
			else {
				i++;
			}
		}
		throw unterminated("block comment",
				nested ? "Close it with */; a comment inside it needs a */ of its own." : "Close it with */.");
	}

	private int blanksEnd(int offset) {
		int i = offset;
		while (i < this.text.length() && this.characters.isBlank(this.text.charAt(i))) {
			i++;
		}
		return i;
	}

	int lineEnd(int offset) {
		int i = offset;
		while (i < this.text.length() && this.text.charAt(i) != '\n' && this.text.charAt(i) != '\r') {
			i++;
		}
		return i;
	}

	private boolean nextIs(char c) {
		return peek(this.start + 1) == c;
	}

	/** The character at an offset, or NUL behind the end. */
	private char peek(int offset) {
		return (offset < this.text.length()) ? this.text.charAt(offset) : '\0';
	}

	private static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

	private MigrateException unterminated(String what, String hint) {
		return invalid(this.start, "An unterminated " + what + " begins at %s.", hint);
	}

	/** A failure at an offset; the sentence holds one %s for the place. */
	MigrateException invalid(int offset, String sentence, String hint) {
		return new MigrateException(ErrorCode.INVALID_SOURCE, sentence.replace("%s", location(offset).toString()),
				hint);
	}

}

package dev.migrate.ddl;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.sql.LexicalRules;
import dev.migrate.sql.SqlStatement;
import dev.migrate.sql.StatementTokens;
import dev.migrate.sql.StatementTokens.Placed;
import dev.migrate.sql.Token;
import dev.migrate.sql.TokenKind;

/**
 * A place in the tokens of a statement.
 */
final class TokenCursor {

	private static final Token NONE = new Token(TokenKind.SYMBOL, "");

	private final String text;

	private final LexicalRules rules;

	private final List<Placed> tokens;

	private int index;

	TokenCursor(SqlStatement statement, LexicalRules rules) {
		this.text = statement.text();
		this.rules = rules;
		this.tokens = StatementTokens.placed(statement, rules)
			.stream()
			.filter((placed) -> placed.token().kind() != TokenKind.HINT)
			.toList();
	}

	int index() {
		return this.index;
	}

	void moveTo(int place) {
		this.index = place;
	}

	boolean ended() {
		return this.index >= this.tokens.size();
	}

	Token peek(int ahead) {
		int place = this.index + ahead;
		return (place < this.tokens.size()) ? this.tokens.get(place).token() : NONE;
	}

	/** The line of the next token, counted from the first line of the statement. */
	int line() {
		int offset = ended() ? this.text.length() : this.tokens.get(this.index).start();
		return (int) this.text.substring(0, offset).chars().filter((character) -> character == '\n').count();
	}

	/** Whether these words come next. */
	boolean at(String... words) {
		for (int i = 0; i < words.length; i++) {
			if (!peek(i).is(words[i])) {
				return false;
			}
		}
		return true;
	}

	boolean atOneOf(String... words) {
		for (String word : words) {
			if (peek(0).is(word)) {
				return true;
			}
		}
		return false;
	}

	boolean atSymbol(String symbol) {
		return peek(0).isSymbol(symbol);
	}

	/** Go behind these words, if they come next. */
	boolean take(String... words) {
		boolean there = at(words);
		this.index += there ? words.length : 0;
		return there;
	}

	boolean takeSymbol(String symbol) {
		boolean there = atSymbol(symbol);
		this.index += there ? 1 : 0;
		return there;
	}

	void demand(String... words) {
		if (!take(words)) {
			throw new NotUnderstoodException();
		}
	}

	void demandSymbol(String symbol) {
		if (!takeSymbol(symbol)) {
			throw new NotUnderstoodException();
		}
	}

	/** Read a name with dots. */
	Name name() {
		int start = this.index;
		List<String> parts = new ArrayList<>();
		do {
			if (!peek(0).isName()) {
				throw new NotUnderstoodException();
			}
			parts.add(this.rules.fold(peek(0)));
			this.index++;
		}
		while (takeSymbol("."));
		return new Name(parts, textFrom(start));
	}

	/** Read names separated by commas. */
	List<Name> names() {
		List<Name> names = new ArrayList<>();
		do {
			take("ONLY");
			names.add(name());
			takeSymbol("*");
		}
		while (takeSymbol(","));
		return names;
	}

	/** Read the plain names in parentheses; what is no plain name is left out. */
	List<Name> namesInParentheses() {
		int end = parenthesesEnd();
		this.index++;
		List<Name> names = new ArrayList<>();
		while (this.index < end - 1) {
			boolean plain = peek(0).isName() && (peek(1).isSymbol(",") || this.index + 1 == end - 1);
			if (plain) {
				names.add(name());
			}
			skip();
		}
		this.index = end;
		return names;
	}

	/** Go behind the next token, or behind the parentheses that open with it. */
	void skip() {
		this.index = atSymbol("(") ? parenthesesEnd() : this.index + 1;
	}

	/** Go to the comma or closing parenthesis that ends the clause, or to the end. */
	void skipClause() {
		while (!clauseEnds()) {
			skip();
		}
	}

	boolean clauseEnds() {
		return ended() || atSymbol(",") || atSymbol(")");
	}

	private int parenthesesEnd() {
		int depth = 0;
		for (int i = this.index; i < this.tokens.size(); i++) {
			Token token = this.tokens.get(i).token();
			depth += token.isSymbol("(") ? 1 : 0;
			depth -= token.isSymbol(")") ? 1 : 0;
			if (depth == 0) {
				return i + 1;
			}
		}
		throw new NotUnderstoodException();
	}

	/** Find words outside of parentheses, from here on. */
	boolean finds(String... words) {
		int start = this.index;
		while (!ended()) {
			if (at(words)) {
				return true;
			}
			skip();
		}
		this.index = start;
		return false;
	}

	/** What was written from a place up to here; blanks and comments become one blank. */
	String textFrom(int start) {
		return text(start, this.index);
	}

	String text(int start, int end) {
		StringBuilder written = new StringBuilder();
		for (int i = start; i < end; i++) {
			Placed placed = this.tokens.get(i);
			if (i > start && this.tokens.get(i - 1).end() < placed.start()) {
				written.append(' ');
			}
			written.append(placed.token().text());
		}
		return written.toString();
	}

	/** The text of a literal. */
	String literal() {
		Token token = peek(0);
		if (token.kind() != TokenKind.STRING) {
			throw new NotUnderstoodException();
		}
		this.index++;
		return token.text();
	}

	/** Stops the reading of a statement. */
	static final class NotUnderstoodException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		NotUnderstoodException() {
			super("the statement is not understood", null, false, false);
		}

	}

}

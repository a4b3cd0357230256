package dev.migrate.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * The tokens of a statement, without comments and blanks. Hints are tokens; the data of a
 * COPY are not.
 */
public final class StatementTokens {

	private StatementTokens() {
	}

	/**
	 * List the tokens of a statement. It takes several times the memory of the text: for
	 * a statement that may hold a whole table's rows, ask for its {@link StatementFacts}
	 * or its {@link TokenDigest} instead.
	 * @param statement the statement
	 * @param rules the rules that it was split with
	 * @return the tokens in their order
	 */
	public static List<Token> of(SqlStatement statement, LexicalRules rules) {
		List<Token> tokens = new ArrayList<>();
		Lexer lexer = lexer(statement, rules);
		while (lexer.advance()) {
			if (!lexer.kind().separates()) {
				tokens.add(new Token(lexer.kind(), statement.text().substring(lexer.start(), lexer.end())));
			}
		}
		return List.copyOf(tokens);
	}

	/**
	 * List the tokens of a statement with their places in its text.
	 * @param statement the statement
	 * @param rules the rules that it was split with
	 * @return the tokens in their order
	 */
	public static List<Placed> placed(SqlStatement statement, LexicalRules rules) {
		List<Placed> tokens = new ArrayList<>();
		Lexer lexer = lexer(statement, rules);
		while (lexer.advance()) {
			if (!lexer.kind().separates()) {
				String text = statement.text().substring(lexer.start(), lexer.end());
				tokens.add(new Placed(new Token(lexer.kind(), text), lexer.start(), lexer.end()));
			}
		}
		return List.copyOf(tokens);
	}

	/**
	 * A token and where it stands.
	 *
	 * @param token the token
	 * @param start offset of its first character in the statement's text
	 * @param end offset behind its last character
	 */
	public record Placed(Token token, int start, int end) {
	}

	static Lexer lexer(SqlStatement statement, LexicalRules rules) {
		return new Lexer(statement.text(), 0, rules, statement.location());
	}

}

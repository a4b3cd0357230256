package dev.migrate.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.migrate.sql.LexicalRules.Feature;

/**
 * The tokens of a statement without its hints, for asking what stands where. Of a
 * statement that can be as long as the rows of a table, only the beginning is held.
 */
final class Words {

	/** Statements whose facts follow from their beginning, however long they are. */
	private static final Set<String> LONG = Set.of("INSERT", "SELECT", "VALUES", "UPDATE", "COPY");

	private static final int BEGINNING = 32;

	private static final Token NONE = new Token(TokenKind.SYMBOL, "");

	private final List<Token> tokens;

	private final LexicalRules rules;

	private Words(List<Token> tokens, LexicalRules rules) {
		this.tokens = tokens;
		this.rules = rules;
	}

	static Words of(SqlStatement statement, LexicalRules rules) {
		List<Token> tokens = new ArrayList<>();
		Lexer lexer = StatementTokens.lexer(statement, rules);
		int limit = Integer.MAX_VALUE;
		while (tokens.size() < limit && lexer.advance()) {
			if (lexer.kind().separates() || lexer.kind() == TokenKind.HINT) {
				continue;
			}
			tokens.add(new Token(lexer.kind(), statement.text().substring(lexer.start(), lexer.end())));
			if (tokens.size() == 1 && LONG.contains(tokens.get(0).text().toUpperCase(Locale.ROOT))) {
				limit = BEGINNING;
			}
		}
		return new Words(tokens, rules);
	}

	boolean foldsToLowerCase() {
		return this.rules.has(Feature.FOLDS_TO_LOWER_CASE);
	}

	int size() {
		return this.tokens.size();
	}

	/** The token at an index, or one that equals nothing. */
	Token get(int index) {
		return (index < this.tokens.size()) ? this.tokens.get(index) : NONE;
	}

	/** Whether these words stand at an index, one after the other. */
	boolean at(int index, String... words) {
		for (int i = 0; i < words.length; i++) {
			if (!get(index + i).is(words[i])) {
				return false;
			}
		}
		return true;
	}

	boolean begin(String... words) {
		return at(0, words);
	}

	boolean isOneOf(int index, String... words) {
		for (String word : words) {
			if (get(index).is(word)) {
				return true;
			}
		}
		return false;
	}

	/** The index behind these words if they stand at an index, else the index itself. */
	int skip(int index, String... words) {
		return at(index, words) ? index + words.length : index;
	}

	/** The index behind a name with dots at an index. */
	int skipName(int index) {
		int i = index;
		while (get(i).isName() && get(i + 1).isSymbol(".")) {
			i += 2;
		}
		return get(i).isName() ? i + 1 : i;
	}

	/** The index behind the parentheses that open at an index, else the index itself. */
	int skipParentheses(int index) {
		int depth = 0;
		for (int i = index; i < size(); i++) {
			depth += get(i).isSymbol("(") ? 1 : 0;
			depth -= get(i).isSymbol(")") ? 1 : 0;
			if (depth == 0) {
				return (i == index) ? index : i + 1;
			}
		}
		return size();
	}

	/** The parts of the name at an index, as the database folds them. */
	List<String> name(int index) {
		List<String> parts = new ArrayList<>();
		int end = skipName(index);
		for (int i = index; i < end; i += 2) {
			parts.add(this.rules.fold(get(i)));
		}
		return parts;
	}

}

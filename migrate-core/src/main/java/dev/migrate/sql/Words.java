package dev.migrate.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.migrate.sql.LexicalRules.Feature;

/**
 * The tokens of a statement without its hints, for asking what stands where: read as far
 * as somebody asks. Of a statement that can be as long as the rows of a table, only the
 * beginning is held.
 */
final class Words {

	/** Statements whose facts follow from their beginning, however long they are. */
	private static final Set<String> LONG = Set.of("INSERT", "SELECT", "VALUES", "UPDATE", "COPY");

	private static final int BEGINNING = 32;

	private static final Token NONE = new Token(TokenKind.SYMBOL, "");

	private final List<Token> tokens = new ArrayList<>();

	private final LexicalRules rules;

	private final String text;

	private final Lexer lexer;

	private int limit = Integer.MAX_VALUE;

	private Words(SqlStatement statement, LexicalRules rules) {
		this.text = statement.text();
		this.lexer = StatementTokens.lexer(statement, rules);
		this.rules = rules;
	}

	static Words of(SqlStatement statement, LexicalRules rules) {
		return new Words(statement, rules);
	}

	/** Whether there is a token at an index. Reads no further than that. */
	boolean has(int index) {
		while (this.tokens.size() <= index && this.tokens.size() < this.limit && this.lexer.advance()) {
			if (this.lexer.kind().separates() || this.lexer.kind() == TokenKind.HINT) {
				continue;
			}
			this.tokens.add(new Token(this.lexer.kind(), this.text.substring(this.lexer.start(), this.lexer.end())));
			if (this.tokens.size() == 1 && LONG.contains(this.tokens.get(0).text().toUpperCase(Locale.ROOT))) {
				this.limit = BEGINNING;
			}
		}
		return index < this.tokens.size();
	}

	/** The word at an index in upper case, or the empty text. */
	String word(int index) {
		Token token = get(index);
		return (token.kind() == TokenKind.WORD) ? token.text().toUpperCase(Locale.ROOT) : "";
	}

	boolean foldsToLowerCase() {
		return this.rules.has(Feature.FOLDS_TO_LOWER_CASE);
	}

	int size() {
		has(Integer.MAX_VALUE);
		return this.tokens.size();
	}

	/** The token at an index, or one that equals nothing. */
	Token get(int index) {
		return has(index) ? this.tokens.get(index) : NONE;
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

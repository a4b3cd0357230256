package dev.migrate.sql;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a statement does to the transaction and the session that it runs in.
 */
final class SessionFacts {

	private static final Set<String> TRANSACTION_WORDS = Set.of("START", "PREPARE", "SET", "ROLLBACK", "BEGIN",
			"COMMIT", "END", "ABORT");

	private static final String[] DEFINES = { "CREATE", "ALTER", "DROP", "COMMENT" };

	// A query, a conversion of rows, what brings code along, or what ends with the
	// session.
	private static final String[] MORE_THAN_DDL = { "SELECT", "VALUES", "TABLE", "EXECUTE", "USING", "EVENT",
			"EXTENSION", "SET_CONFIG", "TEMP", "TEMPORARY", "PG_TEMP" };

	private SessionFacts() {
	}

	static @Nullable String transactionControl(Words words) {
		if (!TRANSACTION_WORDS.contains(words.word(0))) {
			return null;
		}
		if (words.begin("START", "TRANSACTION")) {
			return "START TRANSACTION";
		}
		if (words.begin("PREPARE", "TRANSACTION")) {
			return "PREPARE TRANSACTION";
		}
		if (words.begin("SET", "AUTOCOMMIT")) {
			return "SET AUTOCOMMIT";
		}
		if (words.at(1, "PREPARED")) {
			return null;
		}
		if (words.begin("ROLLBACK")) {
			int i = words.isOneOf(1, "WORK", "TRANSACTION") ? 2 : 1;
			return words.at(i, "TO") ? null : "ROLLBACK";
		}
		for (String word : new String[] { "BEGIN", "COMMIT", "END", "ABORT" }) {
			if (words.begin(word)) {
				return word;
			}
		}
		return null;
	}

	static boolean addsEnumValue(Words words) {
		return words.begin("ALTER", "TYPE") && words.at(words.skipName(2), "ADD", "VALUE");
	}

	static boolean changesSession(Words words, SqlStatement statement, LexicalRules rules) {
		if (words.begin("SET")) {
			return !words.isOneOf(1, "TRANSACTION", "CONSTRAINTS");
		}
		return words.isOneOf(0, "RESET", "DISCARD", "USE") || callsSetConfig(statement, rules);
	}

	static boolean isPlainDdl(SqlStatement statement, LexicalRules rules) {
		Lexer lexer = StatementTokens.lexer(statement, rules);
		for (int word = 0; lexer.advance();) {
			if (lexer.kind() == TokenKind.QUOTED_IDENTIFIER && mentions(statement.text(), "pg_temp")) {
				return false;
			}
			if (lexer.kind() != TokenKind.WORD) {
				continue;
			}
			if ((word == 0) ? !isOneOf(lexer, DEFINES) : mayRunCode(lexer, word)) {
				return false;
			}
			word++;
		}
		return true;
	}

	static boolean mayRunAnything(Words words) {
		return words.isOneOf(0, "DO", "CALL", "SELECT", "EXECUTE", "WITH") || words.isOneOf(1, "EVENT", "EXTENSION");
	}

	// DROP TABLE, COMMENT ON TABLE are none; TABLE further behind is a query.
	private static boolean mayRunCode(Lexer lexer, int word) {
		return isOneOf(lexer, MORE_THAN_DDL) && !(word <= 2 && lexer.is("TABLE"));
	}

	private static boolean isOneOf(Lexer lexer, String[] words) {
		for (String word : words) {
			if (lexer.is(word)) {
				return true;
			}
		}
		return false;
	}

	private static boolean callsSetConfig(SqlStatement statement, LexicalRules rules) {
		if (!mentions(statement.text(), "set_config")) {
			return false;
		}
		Lexer lexer = StatementTokens.lexer(statement, rules);
		boolean named = false;
		while (lexer.advance()) {
			if (lexer.kind().separates()) {
				continue;
			}
			if (named && lexer.is('(')) {
				return true;
			}
			named = lexer.is("SET_CONFIG");
		}
		return false;
	}

	// Most statements don't, and are not worth taking apart.
	private static boolean mentions(String text, String word) {
		int mark = word.indexOf('_');
		for (int i = text.indexOf('_'); i >= 0; i = text.indexOf('_', i + 1)) {
			if (i >= mark && text.regionMatches(true, i - mark, word, 0, word.length())) {
				return true;
			}
		}
		return false;
	}

}

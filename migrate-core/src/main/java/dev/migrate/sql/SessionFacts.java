package dev.migrate.sql;

import org.jspecify.annotations.Nullable;

/**
 * What a statement does to the transaction and the session that it runs in.
 */
final class SessionFacts {

	private SessionFacts() {
	}

	static @Nullable String transactionControl(Words words) {
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

	private static boolean callsSetConfig(SqlStatement statement, LexicalRules rules) {
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

}

package dev.migrate.sql;

import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a statement does to the transaction and the session that it runs in.
 */
final class SessionFacts {

	private static final Set<String> TRANSACTION_WORDS = Set.of("START", "PREPARE", "SET", "ROLLBACK", "BEGIN",
			"COMMIT", "END", "ABORT");

	private static final Set<String> PLAIN = Set.of("CREATE", "ALTER", "DROP", "COMMENT");

	// A query, a conversion of rows, or something that ends with the session.
	private static final Set<String> MORE_THAN_DDL = Set.of("SELECT", "VALUES", "TABLE", "EXECUTE", "USING",
			"SET_CONFIG", "TEMP", "TEMPORARY", "PG_TEMP");

	private SessionFacts() {
	}

	static @Nullable String transactionControl(Words words) {
		if (!TRANSACTION_WORDS.contains(words.first())) {
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

	static boolean isPlainDdl(Words words) {
		if (!PLAIN.contains(words.first()) || words.isOneOf(1, "EVENT", "EXTENSION")) {
			return false;
		}
		for (int i = words.at(1, "TABLE") ? 2 : 1; words.has(i); i++) {
			if (MORE_THAN_DDL.contains(words.get(i).text().toUpperCase(Locale.ROOT))) {
				return false;
			}
		}
		return true;
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

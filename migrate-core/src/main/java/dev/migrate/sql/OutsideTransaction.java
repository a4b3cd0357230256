package dev.migrate.sql;

import org.jspecify.annotations.Nullable;

/**
 * The statements that PostgreSQL refuses inside a transaction (SQLSTATE 25001) and that
 * can be told by their text.
 */
final class OutsideTransaction {

	private OutsideTransaction() {
	}

	/** The kind of statement, as the server's refusal names it, or null. */
	static @Nullable String statement(Words words) {
		return switch (words.word(0)) {
			case "CREATE" -> create(words);
			case "DROP" -> drop(words);
			case "ALTER" -> alter(words);
			case "REINDEX" -> reindex(words);
			case "CLUSTER" -> (words.skipParentheses(words.skip(1, "VERBOSE")) == words.size()) ? "CLUSTER" : null;
			case "DISCARD" -> words.at(1, "ALL") ? "DISCARD ALL" : null;
			case "COMMIT" -> words.at(1, "PREPARED") ? "COMMIT PREPARED" : null;
			case "ROLLBACK" -> words.at(1, "PREPARED") ? "ROLLBACK PREPARED" : null;
			case "VACUUM" -> "VACUUM";
			default -> null;
		};
	}

	private static @Nullable String create(Words words) {
		if (words.at(words.skip(1, "UNIQUE"), "INDEX", "CONCURRENTLY")) {
			return "CREATE INDEX CONCURRENTLY";
		}
		if (words.at(1, "SUBSCRIPTION")) {
			return createsSlot(words) ? "CREATE SUBSCRIPTION ... WITH (create_slot = true)" : null;
		}
		if (words.at(1, "DATABASE")) {
			return "CREATE DATABASE";
		}
		return words.at(1, "TABLESPACE") ? "CREATE TABLESPACE" : null;
	}

	private static @Nullable String drop(Words words) {
		if (words.at(1, "INDEX", "CONCURRENTLY")) {
			return "DROP INDEX CONCURRENTLY";
		}
		if (words.at(1, "DATABASE")) {
			return "DROP DATABASE";
		}
		return words.at(1, "TABLESPACE") ? "DROP TABLESPACE" : null;
	}

	private static @Nullable String alter(Words words) {
		return switch (words.word(1)) {
			case "SYSTEM" -> "ALTER SYSTEM";
			case "DATABASE" ->
				words.at(words.skipName(2), "SET", "TABLESPACE") ? "ALTER DATABASE SET TABLESPACE" : null;
			case "SUBSCRIPTION" ->
				words.at(words.skipName(2), "REFRESH", "PUBLICATION") ? "ALTER SUBSCRIPTION ... REFRESH" : null;
			case "TABLE" -> detaches(words) ? "ALTER TABLE ... DETACH CONCURRENTLY" : null;
			default -> null;
		};
	}

	private static boolean detaches(Words words) {
		int i = words.skipName(words.skip(words.skip(2, "IF", "EXISTS"), "ONLY"));
		return words.at(i, "DETACH", "PARTITION") && words.at(words.skipName(i + 2), "CONCURRENTLY");
	}

	private static @Nullable String reindex(Words words) {
		int i = words.skipParentheses(1);
		boolean concurrently = words.at(i + 1, "CONCURRENTLY");
		for (int option = 2; option < i; option++) {
			boolean begins = words.get(option - 1).isSymbol("(") || words.get(option - 1).isSymbol(",");
			concurrently |= begins && words.at(option, "CONCURRENTLY") && !isFalse(words.get(option + 1));
		}
		if (concurrently) {
			return "REINDEX CONCURRENTLY";
		}
		for (String whole : new String[] { "DATABASE", "SYSTEM", "SCHEMA" }) {
			if (words.at(i, whole)) {
				return "REINDEX " + whole;
			}
		}
		return null;
	}

	/** It does unless an option says otherwise; not connecting implies no slot. */
	private static boolean createsSlot(Words words) {
		for (int i = 2; i < words.size(); i++) {
			if (words.isOneOf(i, "create_slot", "connect") && words.get(i + 1).isSymbol("=")
					&& isFalse(words.get(i + 2))) {
				return false;
			}
		}
		return true;
	}

	private static boolean isFalse(Token token) {
		String text = token.text().replace("'", "");
		return text.equalsIgnoreCase("false") || text.equalsIgnoreCase("off") || text.equals("0");
	}

}

package dev.migrate.dialect.h2;

import java.util.List;
import java.util.Set;

import dev.migrate.dialect.Postcheck;
import dev.migrate.sql.LexicalRules;
import dev.migrate.sql.SqlStatement;
import dev.migrate.sql.StatementTokens;
import dev.migrate.sql.Token;

/**
 * Statements that commit by themselves, and what is known of them when nobody heard their
 * end. H2 refuses to make a thing of a name twice, or to remove what is gone: running
 * such a statement again is asking whether it is done.
 */
final class H2Statements {

	private static final Set<String> LEAVE_NOTHING = Set.of("SET", "USE", "SELECT", "VALUES", "SHOW", "COMMENT",
			"ANALYZE", "CHECKPOINT", "GRANT", "REVOKE", "DROP", "COMMIT", "ROLLBACK");

	private static final Set<String> UNNAMED = Set.of("CHECK", "FOREIGN", "PRIMARY", "UNIQUE");

	private H2Statements() {
	}

	static Postcheck postcheck(SqlStatement statement) {
		List<Token> tokens = StatementTokens.of(statement, LexicalRules.H2);
		if (tokens.isEmpty()) {
			return Postcheck.REPEAT;
		}
		Token first = tokens.get(0);
		boolean known = LEAVE_NOTHING.stream().anyMatch(first::is) || (first.is("CREATE") && named(tokens))
				|| (first.is("ALTER") && sameTwice(tokens));
		return known ? Postcheck.REPEAT : Postcheck.NONE;
	}

	// CREATE INDEX ON … makes one more each time.
	private static boolean named(List<Token> tokens) {
		return !follows(tokens, "INDEX", Set.of("ON"));
	}

	private static boolean sameTwice(List<Token> tokens) {
		return tokens.stream().noneMatch((token) -> token.is("USING")) && !follows(tokens, "ADD", UNNAMED);
	}

	private static boolean follows(List<Token> tokens, String word, Set<String> next) {
		for (int i = 1; i < tokens.size(); i++) {
			Token token = tokens.get(i);
			if (tokens.get(i - 1).is(word) && next.stream().anyMatch(token::is)) {
				return true;
			}
		}
		return false;
	}

}

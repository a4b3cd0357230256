package dev.migrate.sql;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a statement that PostgreSQL runs outside transactions leaves in the catalogue.
 *
 * @param kind of the thing that it makes or removes
 * @param there whether the thing is there when the statement is done
 * @param name the parts of the thing's name, as the database folds them; empty if it
 * leaves nothing, but for the index or table of a REINDEX
 * @param owner the parts of the name of the table that the thing belongs to; empty if
 * there is none
 */
public record StatementTrace(Kind kind, boolean there, List<String> name, List<String> owner) {

	public StatementTrace {
		name = List.copyOf(name);
		owner = List.copyOf(owner);
	}

	/** What is left. */
	public enum Kind {

		/** An index. */
		INDEX,

		/** A database of the same server. */
		DATABASE,

		/** A tablespace. */
		TABLESPACE,

		/** A subscription of this database. */
		SUBSCRIPTION,

		/** That a table is a partition of another. */
		PARTITION,

		/** Nothing that a second run of the statement would add to. */
		NOTHING

	}

	/**
	 * Read what a statement leaves.
	 * @param statement the statement
	 * @param rules the rules that it was split with
	 * @return the trace, or null if the text does not tell
	 */
	public static @Nullable StatementTrace of(SqlStatement statement, LexicalRules rules) {
		Words words = Words.of(statement, rules);
		if (words.begin("CREATE") && words.at(words.skip(1, "UNIQUE"), "INDEX", "CONCURRENTLY")) {
			StatementFacts.ConcurrentIndex index = StatementFacts.concurrentIndex(statement, rules);
			return (index != null) ? new StatementTrace(Kind.INDEX, true, List.of(index.name()), index.table()) : null;
		}
		if (words.begin("DROP", "INDEX", "CONCURRENTLY")) {
			return thing(Kind.INDEX, false, words, words.skip(3, "IF", "EXISTS"));
		}
		if (words.begin("ALTER", "TABLE")) {
			return detached(words);
		}
		if (words.isOneOf(0, "CREATE", "DROP")) {
			return serverObject(words);
		}
		if (words.begin("REINDEX")) {
			int kind = words.skipParentheses(1);
			return new StatementTrace(Kind.NOTHING, true, words.isOneOf(kind, "INDEX", "TABLE")
					? words.name(words.skip(kind + 1, "CONCURRENTLY")) : List.of(), List.of());
		}
		return leavesNothing(words, statement, rules) ? new StatementTrace(Kind.NOTHING, true, List.of(), List.of())
				: null;
	}

	private static @Nullable StatementTrace thing(Kind kind, boolean there, Words words, int index) {
		List<String> name = words.name(index);
		return name.isEmpty() ? null : new StatementTrace(kind, there, name, List.of());
	}

	private static @Nullable StatementTrace detached(Words words) {
		int table = words.skip(words.skip(2, "IF", "EXISTS"), "ONLY");
		int i = words.skipName(table);
		return (words.at(i, "DETACH", "PARTITION") && words.at(words.skipName(i + 2), "CONCURRENTLY"))
				? new StatementTrace(Kind.PARTITION, false, words.name(i + 2), words.name(table)) : null;
	}

	private static @Nullable StatementTrace serverObject(Words words) {
		for (Kind kind : new Kind[] { Kind.DATABASE, Kind.TABLESPACE, Kind.SUBSCRIPTION }) {
			if (words.at(1, kind.name())) {
				return thing(kind, words.begin("CREATE"), words, words.skip(2, "IF", "EXISTS"));
			}
		}
		return null;
	}

	// A transaction of the revision's own making is gone with its session, and with it
	// what the journal says of its statements: it begins anew.
	private static boolean leavesNothing(Words words, SqlStatement statement, LexicalRules rules) {
		String control = SessionFacts.transactionControl(words);
		return words.isOneOf(0, "VACUUM", "ANALYZE", "CLUSTER", "CHECKPOINT", "SHOW") || words.begin("ALTER", "SYSTEM")
				|| words.begin("ALTER", "DATABASE")
				|| (words.begin("ALTER", "SUBSCRIPTION") && words.at(words.skipName(2), "REFRESH"))
				|| (control != null && !control.startsWith("PREPARE"))
				|| SessionFacts.changesSession(words, statement, rules);
	}

}

package dev.migrate.sql;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the text of a statement alone tells. Code that the statement calls or carries in
 * quotes (a DO block, a function) is not looked into.
 *
 * @param outsideTransaction what it is that can't run inside a transaction, named as the
 * server does, such as {@code CREATE INDEX CONCURRENTLY}; null if nothing is known
 * against it
 * @param transactionControl the keywords with which the statement begins or ends a
 * transaction, in upper case, or null; savepoints don't count
 * @param addsEnumValue whether it is ALTER TYPE … ADD VALUE
 * @param clusterWide what it changes beyond its own database: {@code role},
 * {@code database}, {@code tablespace}, {@code subscription} or {@code server settings};
 * null if it stays inside
 * @param createdTable the parts of the name of the table that it creates, as the database
 * folds them; null for a temporary table or any other statement
 * @param losesRowsOf the tables whose rows or columns it takes away, for messages: dotted
 * names as the database folds them, {@code schema x} for a schema; empty if none
 * @param changesSession whether it changes settings that outlive it: SET, RESET, DISCARD,
 * or a call of set_config
 */
public record StatementFacts(@Nullable String outsideTransaction, @Nullable String transactionControl,
		boolean addsEnumValue, @Nullable String clusterWide, @Nullable List<String> createdTable,
		List<String> losesRowsOf, boolean changesSession) {

	public StatementFacts {
		createdTable = (createdTable != null) ? List.copyOf(createdTable) : null;
		losesRowsOf = List.copyOf(losesRowsOf);
	}

	/**
	 * Read which index a statement builds concurrently.
	 * @param statement the statement
	 * @param rules the rules that it was split with
	 * @return the index, or null if it is another statement or leaves the name to the
	 * server
	 */
	public static @Nullable ConcurrentIndex concurrentIndex(SqlStatement statement, LexicalRules rules) {
		Words words = Words.of(statement, rules);
		int i = words.begin("CREATE") ? words.skip(1, "UNIQUE") : 0;
		if (!words.at(i, "INDEX", "CONCURRENTLY")) {
			return null;
		}
		int name = words.skip(i + 2, "IF", "NOT", "EXISTS");
		int on = words.skipName(name);
		if (!words.at(on, "ON")) {
			return null;
		}
		List<String> index = words.name(name);
		return new ConcurrentIndex(index.get(index.size() - 1), words.name(words.skip(on + 1, "ONLY")));
	}

	/**
	 * An index that is built while others write.
	 *
	 * @param name its name without a schema: it lies in that of its table
	 * @param table the parts of the table's name
	 */
	public record ConcurrentIndex(String name, List<String> table) {

		public ConcurrentIndex {
			table = List.copyOf(table);
		}

	}

	/**
	 * Read which columns a statement forbids NULL in: columns that it adds without a
	 * default, and those it sets NOT NULL.
	 * @param statement the statement
	 * @param rules the rules that it was split with
	 * @return the columns, or null if there are none
	 */
	public static @Nullable NotNull notNull(SqlStatement statement, LexicalRules rules) {
		return TableFacts.notNull(Words.of(statement, rules));
	}

	/**
	 * Columns that may not be NULL from a statement on.
	 *
	 * @param table the parts of the table's name, as the database folds them
	 * @param columns the columns, as the database folds them
	 */
	public record NotNull(List<String> table, List<String> columns) {

		public NotNull {
			table = List.copyOf(table);
			columns = List.copyOf(columns);
		}

	}

	/**
	 * Read which table a statement creates.
	 * @param statement the statement
	 * @param rules the rules that it was split with
	 * @return as {@link #createdTable()}
	 */
	public static @Nullable List<String> createdTable(SqlStatement statement, LexicalRules rules) {
		return TableFacts.created(Words.of(statement, rules));
	}

	/**
	 * Tell whether a statement only defines, changes or drops something that stays. It
	 * then runs no code, unless a default or a check of its own calls a function.
	 * @param statement the statement
	 * @param rules the rules that it was split with
	 * @return false if it holds a query, a conversion or anything temporary
	 */
	public static boolean isPlainDdl(SqlStatement statement, LexicalRules rules) {
		return SessionFacts.isPlainDdl(statement, rules);
	}

	/**
	 * Tell whether a statement may have left code that runs with those after it: an event
	 * trigger.
	 * @param statement the statement
	 * @param rules the rules that it was split with
	 * @return whether it makes one, or calls code that might
	 */
	public static boolean mayRunAnything(SqlStatement statement, LexicalRules rules) {
		return SessionFacts.mayRunAnything(Words.of(statement, rules));
	}

	/**
	 * Find out why a statement can't stand inside a transaction.
	 * @param statement the statement
	 * @param rules the rules that it was split with
	 * @return what the text tells
	 */
	public static Misfit misfit(SqlStatement statement, LexicalRules rules) {
		Words words = Words.of(statement, rules);
		return new Misfit(SessionFacts.transactionControl(words),
				(rules == LexicalRules.POSTGRESQL) ? OutsideTransaction.statement(words) : null);
	}

	/**
	 * What is against a statement inside a transaction.
	 *
	 * @param control as {@link StatementFacts#transactionControl()}
	 * @param outside as {@link StatementFacts#outsideTransaction()}
	 */
	public record Misfit(@Nullable String control, @Nullable String outside) {
	}

	/**
	 * Tell whether a statement adds a value to an enum.
	 * @param statement the statement
	 * @param rules the rules that it was split with
	 * @return whether it is ALTER TYPE … ADD VALUE
	 */
	public static boolean addsEnumValue(SqlStatement statement, LexicalRules rules) {
		return SessionFacts.addsEnumValue(Words.of(statement, rules));
	}

	/**
	 * Tell whether a statement changes settings that outlive it.
	 * @param statement the statement
	 * @param rules the rules that it was split with
	 * @return whether it is SET, RESET, DISCARD, or calls set_config
	 */
	public static boolean changesSession(SqlStatement statement, LexicalRules rules) {
		return SessionFacts.changesSession(Words.of(statement, rules), statement, rules);
	}

	/**
	 * Find out about a statement.
	 * @param statement the statement
	 * @param rules the rules that it was split with
	 * @return the facts
	 */
	public static StatementFacts of(SqlStatement statement, LexicalRules rules) {
		Words words = Words.of(statement, rules);
		boolean postgresql = rules == LexicalRules.POSTGRESQL;
		return new StatementFacts(postgresql ? OutsideTransaction.statement(words) : null,
				SessionFacts.transactionControl(words), SessionFacts.addsEnumValue(words),
				postgresql ? ClusterWide.kind(words) : null, TableFacts.created(words), TableFacts.losesRows(words),
				SessionFacts.changesSession(words, statement, rules));
	}

}

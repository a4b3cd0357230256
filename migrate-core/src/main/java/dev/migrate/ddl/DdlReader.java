package dev.migrate.ddl;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.migrate.sql.LexicalRules;
import dev.migrate.sql.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a statement does. Stateless but for one statement.
 */
public final class DdlReader {

	// Rows may be in them by the thousand, and nothing but their first word matters.
	private static final Set<String> UNREAD = Set.of("INSERT", "SELECT", "VALUES", "COPY", "COMMENT", "ANALYZE",
			"ANALYSE", "SAVEPOINT", "RELEASE", "NOTIFY", "CHECKPOINT", "DISCARD");

	private final TokenCursor cursor;

	private DdlReader(TokenCursor cursor) {
		this.cursor = cursor;
	}

	/**
	 * Read a statement.
	 * @param statement the statement
	 * @param rules the rules that it was split with
	 * @return what it does; {@link Ddl.Unknown} if it is not understood to its end
	 */
	public static Ddl read(SqlStatement statement, LexicalRules rules) {
		if (UNREAD.contains(firstWord(statement.text()))) {
			return new Ddl.Harmless();
		}
		try {
			return new DdlReader(new TokenCursor(statement, rules)).statement();
		}
		catch (TokenCursor.NotUnderstoodException ex) {
			return new Ddl.Unknown();
		}
	}

	private static String firstWord(String text) {
		int end = 0;
		while (end < text.length() && Character.isLetter(text.charAt(end))) {
			end++;
		}
		return text.substring(0, end).toUpperCase(Locale.ROOT);
	}

	private Ddl statement() {
		if (this.cursor.take("CREATE")) {
			return create();
		}
		if (this.cursor.take("ALTER")) {
			return alter();
		}
		if (this.cursor.take("DROP")) {
			return drop();
		}
		if (this.cursor.take("TRUNCATE")) {
			this.cursor.take("TABLE");
			return new Ddl.Truncate(this.cursor.names());
		}
		if (this.cursor.atOneOf("UPDATE", "DELETE", "WITH")) {
			return changeRows();
		}
		if (this.cursor.atOneOf("VACUUM", "CLUSTER", "REINDEX", "REFRESH")) {
			return maintain();
		}
		if (this.cursor.take("DO")) {
			return new Ddl.Block();
		}
		if (this.cursor.take("SET")) {
			return set();
		}
		if (this.cursor.take("RESET")) {
			return new Ddl.Set(this.cursor.name().toString(), "DEFAULT");
		}
		return transaction();
	}

	private Ddl transaction() {
		if (this.cursor.at("ROLLBACK") && (this.cursor.peek(1).is("TO") || this.cursor.peek(2).is("TO"))) {
			return new Ddl.Harmless();
		}
		for (String word : List.of("BEGIN", "START TRANSACTION", "COMMIT", "END", "ROLLBACK", "ABORT")) {
			if (this.cursor.at(word.split(" "))) {
				return new Ddl.Transaction(word);
			}
		}
		return new Ddl.Unknown();
	}

	private Ddl create() {
		this.cursor.take("OR", "REPLACE");
		while (this.cursor.atOneOf("GLOBAL", "LOCAL", "TEMPORARY", "TEMP", "UNLOGGED", "CACHED", "MEMORY",
				"RECURSIVE")) {
			this.cursor.skip();
		}
		if (this.cursor.take("TABLE")) {
			return new TableReader(this.cursor).create();
		}
		if (this.cursor.at("INDEX") || this.cursor.at("UNIQUE", "INDEX")) {
			return createIndex();
		}
		if (this.cursor.at("EXTENSION")) {
			return new Ddl.Harmless();
		}
		Ddl.Kind kind = kind();
		if (kind == null || kind == Ddl.Kind.DATABASE) {
			return new Ddl.Unknown();
		}
		this.cursor.take("IF", "NOT", "EXISTS");
		if (kind == Ddl.Kind.SCHEMA) {
			this.cursor.take("AUTHORIZATION");
		}
		Name name = this.cursor.name();
		// A schema may be created with what is in it.
		boolean more = kind == Ddl.Kind.SCHEMA && !this.cursor.ended() && !this.cursor.at("AUTHORIZATION");
		return more ? new Ddl.Unknown() : new Ddl.Create(kind, name);
	}

	private Ddl createIndex() {
		boolean unique = this.cursor.take("UNIQUE");
		this.cursor.demand("INDEX");
		boolean concurrently = this.cursor.take("CONCURRENTLY");
		boolean ifNotExists = this.cursor.take("IF", "NOT", "EXISTS");
		Name name = this.cursor.at("ON") ? null : this.cursor.name();
		this.cursor.demand("ON");
		int start = this.cursor.index();
		boolean only = this.cursor.take("ONLY");
		Name table = this.cursor.name();
		while (!this.cursor.ended()) {
			this.cursor.skip();
		}
		return new Ddl.CreateIndex(name, table, new Ddl.IndexMode(unique, concurrently, ifNotExists, only),
				this.cursor.textFrom(start));
	}

	private Ddl alter() {
		if (this.cursor.take("TABLE")) {
			return new TableReader(this.cursor).alter();
		}
		Ddl.Kind kind = kind();
		if (kind == null) {
			return new Ddl.Unknown();
		}
		this.cursor.take("IF", "EXISTS");
		Name name = this.cursor.name();
		if (this.cursor.take("RENAME", "TO")) {
			return new Ddl.Rename(kind, name, this.cursor.name());
		}
		if (kind == Ddl.Kind.TYPE && this.cursor.take("ADD", "VALUE")) {
			this.cursor.take("IF", "NOT", "EXISTS");
			return new Ddl.AddEnumValue(name, this.cursor.literal());
		}
		if (kind == Ddl.Kind.TYPE && this.cursor.take("RENAME", "VALUE")) {
			String label = this.cursor.literal();
			this.cursor.demand("TO");
			return new Ddl.RenameEnumValue(name, label, this.cursor.literal());
		}
		return this.cursor.at("OWNER", "TO") ? new Ddl.Harmless() : new Ddl.Unknown();
	}

	private Ddl drop() {
		Ddl.Kind kind = kind();
		if (kind == null) {
			return new Ddl.Unknown();
		}
		boolean concurrently = kind == Ddl.Kind.INDEX && this.cursor.take("CONCURRENTLY");
		this.cursor.take("IF", "EXISTS");
		return new Ddl.Drop(kind, this.cursor.names(), concurrently);
	}

	private Ddl.@Nullable Kind kind() {
		if (this.cursor.take("DOMAIN")) {
			return Ddl.Kind.TYPE;
		}
		for (Ddl.Kind kind : Ddl.Kind.values()) {
			if (this.cursor.take(kind.word().split(" "))) {
				return kind;
			}
		}
		return null;
	}

	private Ddl changeRows() {
		if (this.cursor.at("WITH") && !outsideParentheses()) {
			return new Ddl.Harmless();
		}
		String verb = this.cursor.take("UPDATE") ? "UPDATE" : "DELETE";
		if (verb.equals("DELETE")) {
			this.cursor.demand("DELETE", "FROM");
		}
		this.cursor.take("ONLY");
		Name table = this.cursor.name();
		return new Ddl.ChangeRows(verb, table, !this.cursor.finds("WHERE"));
	}

	/** Go to the verb of a query with common tables, if it changes rows itself. */
	private boolean outsideParentheses() {
		int start = this.cursor.index();
		while (!this.cursor.ended()) {
			if (this.cursor.atSymbol("(") && changesInside()) {
				throw new TokenCursor.NotUnderstoodException();
			}
			this.cursor.skip();
		}
		this.cursor.moveTo(start);
		return this.cursor.finds("UPDATE") || this.cursor.finds("DELETE", "FROM");
	}

	private boolean changesInside() {
		return this.cursor.peek(1).is("UPDATE") || this.cursor.peek(1).is("DELETE") || this.cursor.peek(1).is("MERGE");
	}

	private Ddl maintain() {
		if (this.cursor.take("VACUUM")) {
			boolean full = this.cursor.at("FULL");
			if (this.cursor.atSymbol("(")) {
				int start = this.cursor.index();
				this.cursor.skip();
				full = this.cursor.textFrom(start).toUpperCase(Locale.ROOT).matches("\\(.*\\bFULL\\b.*\\)");
			}
			while (this.cursor.atOneOf("FULL", "FREEZE", "VERBOSE", "ANALYZE")) {
				this.cursor.skip();
			}
			return full ? new Ddl.Maintain("VACUUM FULL", nameOrNull(), false) : new Ddl.Harmless();
		}
		if (this.cursor.take("CLUSTER")) {
			this.cursor.take("VERBOSE");
			options();
			return new Ddl.Maintain("CLUSTER", nameOrNull(), false);
		}
		if (this.cursor.take("REINDEX")) {
			String options = options().toUpperCase(Locale.ROOT);
			this.cursor.skip();
			boolean concurrently = this.cursor.take("CONCURRENTLY") || options.contains("CONCURRENTLY");
			return new Ddl.Maintain("REINDEX", nameOrNull(), concurrently);
		}
		this.cursor.demand("REFRESH", "MATERIALIZED", "VIEW");
		boolean concurrently = this.cursor.take("CONCURRENTLY");
		return new Ddl.Maintain("REFRESH MATERIALIZED VIEW", this.cursor.name(), concurrently);
	}

	private String options() {
		int start = this.cursor.index();
		if (this.cursor.atSymbol("(")) {
			this.cursor.skip();
		}
		return this.cursor.textFrom(start);
	}

	private @Nullable Name nameOrNull() {
		return this.cursor.ended() ? null : this.cursor.name();
	}

	private Ddl set() {
		if (!this.cursor.take("SESSION")) {
			this.cursor.take("LOCAL");
		}
		if (this.cursor.take("TIME", "ZONE")) {
			return new Ddl.Set("timezone", rest());
		}
		if (!this.cursor.peek(0).isName() || this.cursor.atOneOf("ROLE", "TRANSACTION", "CONSTRAINTS")) {
			return new Ddl.Harmless();
		}
		String setting = this.cursor.name().toString().toLowerCase(Locale.ROOT);
		if (!this.cursor.takeSymbol("=") && !this.cursor.take("TO")) {
			return new Ddl.Harmless();
		}
		return new Ddl.Set(setting, rest());
	}

	private String rest() {
		int start = this.cursor.index();
		while (!this.cursor.ended()) {
			this.cursor.skip();
		}
		return this.cursor.textFrom(start);
	}

}

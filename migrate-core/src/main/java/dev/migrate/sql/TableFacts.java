package dev.migrate.sql;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Which tables a statement makes, and of which it takes rows or columns away.
 */
final class TableFacts {

	private TableFacts() {
	}

	/** The name of the table that is created for good, or null. */
	static @Nullable List<String> created(Words words) {
		if (!words.begin("CREATE")) {
			return null;
		}
		int i = 1;
		while (words.isOneOf(i, "GLOBAL", "LOCAL", "UNLOGGED", "FOREIGN", "CACHED", "MEMORY", "PERSISTENT")) {
			i++;
		}
		if (!words.at(i, "TABLE")) {
			return null;
		}
		List<String> name = words.name(words.skip(i + 1, "IF", "NOT", "EXISTS"));
		return (name.isEmpty() || name.get(0).equals("pg_temp")) ? null : name;
	}

	static List<String> losesRows(Words words) {
		if (words.begin("DROP", "TABLE")) {
			return names(words, words.skip(2, "IF", "EXISTS"));
		}
		if (words.begin("TRUNCATE")) {
			return names(words, words.skip(1, "TABLE"));
		}
		if (words.begin("DROP", "SCHEMA")) {
			return cascades(words) ? schemas(words) : List.of();
		}
		if (words.begin("ALTER", "TABLE")) {
			int name = words.skip(words.skip(2, "IF", "EXISTS"), "ONLY");
			return dropsColumn(words, name) ? dotted(words.name(name)) : List.of();
		}
		return words.isOneOf(0, "DELETE", "WITH", "MERGE") ? deletes(words) : List.of();
	}

	/** The columns that ALTER TABLE forbids NULL in, or null. */
	static StatementFacts.@Nullable NotNull notNull(Words words) {
		if (!words.begin("ALTER", "TABLE")) {
			return null;
		}
		int name = words.skip(words.skip(2, "IF", "EXISTS"), "ONLY");
		List<String> columns = new ArrayList<>();
		int i = words.skipName(name);
		i += words.get(i).isSymbol("*") ? 1 : 0;
		while (i < words.size()) {
			int end = action(words, i);
			int column = column(words, i);
			if (column > 0 && forbidsNull(words, column, end)) {
				columns.addAll(words.name(column));
			}
			i = end + 1;
		}
		return columns.isEmpty() ? null : new StatementFacts.NotNull(words.name(name), columns);
	}

	/** The index of the comma that ends an action of ALTER TABLE. */
	private static int action(Words words, int begin) {
		int i = begin;
		while (i < words.size() && !words.get(i).isSymbol(",")) {
			i = Math.max(words.skipParentheses(i), i + 1);
		}
		return i;
	}

	private static int column(Words words, int begin) {
		if (!words.isOneOf(begin, "ALTER", "ADD")
				|| words.isOneOf(begin + 1, "CONSTRAINT", "PRIMARY", "UNIQUE", "FOREIGN", "CHECK", "EXCLUDE")) {
			return 0;
		}
		return words.skip(words.skip(begin + 1, "COLUMN"), "IF", "NOT", "EXISTS");
	}

	private static boolean forbidsNull(Words words, int column, int end) {
		boolean forbids = false;
		for (int i = column + 1; i < end; i++) {
			forbids |= words.at(i, "NOT", "NULL");
			if (words.isOneOf(i, "DEFAULT", "GENERATED", "DROP")) {
				return false;
			}
		}
		return forbids;
	}

	private static List<String> names(Words words, int index) {
		List<String> names = new ArrayList<>();
		int i = index;
		while (true) {
			int name = words.skip(i, "ONLY");
			names.addAll(dotted(words.name(name)));
			i = words.skipName(name);
			i += words.get(i).isSymbol("*") ? 1 : 0;
			if (!words.get(i).isSymbol(",")) {
				return names;
			}
			i++;
		}
	}

	private static List<String> schemas(Words words) {
		return names(words, words.skip(2, "IF", "EXISTS")).stream().map((name) -> "schema " + name).toList();
	}

	private static boolean cascades(Words words) {
		return words.at(words.size() - 1, "CASCADE");
	}

	/** Whether one of the actions, which commas separate, begins by dropping a column. */
	private static boolean dropsColumn(Words words, int name) {
		int i = words.skipName(name);
		i += words.get(i).isSymbol("*") ? 1 : 0;
		// These are ordinary column names where there is no such action.
		String[] others = words.foldsToLowerCase() ? new String[] { "CONSTRAINT" }
				: new String[] { "CONSTRAINT", "PRIMARY", "INDEX", "FOREIGN" };
		boolean begins = true;
		while (i < words.size()) {
			if (begins && words.at(i, "DROP") && !words.isOneOf(i + 1, others)) {
				return true;
			}
			begins = words.get(i).isSymbol(",");
			int behind = words.skipParentheses(i);
			i = Math.max(behind, i + 1);
		}
		return false;
	}

	private static List<String> deletes(Words words) {
		List<String> names = new ArrayList<>();
		if (words.begin("MERGE", "INTO")) {
			for (int i = 2; i < words.size(); i++) {
				if (words.at(i, "THEN", "DELETE")) {
					return dotted(words.name(words.skip(2, "ONLY")));
				}
			}
		}
		for (int i = 0; i < words.size(); i++) {
			if (words.at(i, "DELETE", "FROM")) {
				names.addAll(dotted(words.name(words.skip(i + 2, "ONLY"))));
			}
		}
		return names;
	}

	private static List<String> dotted(List<String> name) {
		return name.isEmpty() ? List.of() : List.of(String.join(".", name));
	}

}

package dev.migrate.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.migrate.schema.Column;
import dev.migrate.schema.Table;

/**
 * How much two columns or tables look like one under two names.
 */
final class Likeness {

	private static final int ALIKE = 50;

	private Likeness() {
	}

	/**
	 * Return the share of columns that two tables have in common, in percent.
	 */
	static int of(Table one, Table other) {
		long same = one.columns()
			.stream()
			.filter((column) -> other.column(column.name())
				.filter((match) -> match.type().equals(column.type()))
				.isPresent())
			.count();
		int all = Math.max(one.columns().size(), other.columns().size());
		return (all == 0) ? 0 : (int) (100 * same / all);
	}

	/**
	 * Return whether a column may have become another. Neither a type nor a name in
	 * common: that is no rename which anybody would answer with yes.
	 */
	static boolean mayBeOne(Column column, Column other) {
		return column.type().equals(other.type()) || kind(column).equals(kind(other))
				|| names(column.name(), other.name()) >= ALIKE;
	}

	/** A type without its length. */
	private static String kind(Column column) {
		return column.type().sql().replaceFirst("\\(.*", "");
	}

	static Question.Candidate candidate(Table from, Column column, Table to, Column other) {
		List<String> reasons = new ArrayList<>();
		int likelihood = 0;
		if (column.type().equals(other.type())) {
			reasons.add("same type " + column.type());
			likelihood += 40;
		}
		if (column.nullable() == other.nullable()) {
			likelihood += 10;
		}
		int names = names(column.name(), other.name());
		if (names >= ALIKE) {
			reasons.add("similar name");
		}
		likelihood += names * 3 / 10;
		if (from.columns().indexOf(column) == to.columns().indexOf(other)) {
			reasons.add("same position");
			likelihood += 10;
		}
		if (ColumnUse.constraints(from, column.name()).size() == ColumnUse.constraints(to, other.name()).size()
				&& ColumnUse.indexes(from, column.name()).size() == ColumnUse.indexes(to, other.name()).size()) {
			likelihood += 10;
		}
		return new Question.Candidate(other.name(), likelihood, reasons);
	}

	/**
	 * Return how alike two names are, in percent: by edit distance, without regard to
	 * case and underscores.
	 */
	static int names(String one, String other) {
		String first = one.toLowerCase(Locale.ROOT).replace("_", "");
		String second = other.toLowerCase(Locale.ROOT).replace("_", "");
		int longest = Math.max(first.length(), second.length());
		return (longest == 0) ? 100 : 100 - 100 * distance(first, second) / longest;
	}

	private static int distance(String first, String second) {
		int[] previous = new int[second.length() + 1];
		for (int column = 0; column <= second.length(); column++) {
			previous[column] = column;
		}
		for (int row = 1; row <= first.length(); row++) {
			int[] current = new int[second.length() + 1];
			current[0] = row;
			for (int column = 1; column <= second.length(); column++) {
				int replaced = previous[column - 1] + ((first.charAt(row - 1) == second.charAt(column - 1)) ? 0 : 1);
				current[column] = Math.min(replaced, Math.min(previous[column], current[column - 1]) + 1);
			}
			previous = current;
		}
		return previous[second.length()];
	}

}

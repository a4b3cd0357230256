package dev.migrate.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.FillValue;
import dev.migrate.operation.MovedRows;
import dev.migrate.schema.QualifiedName;

/**
 * Writes the UPDATE that gives rows a value in a column that has nothing of its own for
 * them.
 */
public abstract class FillStatements {

	private final SqlWords words;

	/**
	 * Create the writer.
	 * @param words how the database spells things
	 */
	protected FillStatements(SqlWords words) {
		this.words = words;
	}

	protected final SqlWords words() {
		return this.words;
	}

	final String all(QualifiedName table, String column, FillValue value) {
		return value.accept(new Statement(table, column, ""));
	}

	final String missing(QualifiedName table, String column, FillValue value) {
		return value.accept(new Statement(table, column, this.words.name(column) + " IS NULL"));
	}

	/**
	 * Write one UPDATE for columns that get what one row of another table holds.
	 * @param columns new columns of one table, each with a value that moved from the same
	 * table along the same key
	 * @return the statement
	 */
	public final String moved(List<AddColumn> columns) {
		QualifiedName table = columns.get(0).table();
		List<FillValue.Moved> values = columns.stream()
			.map((added) -> (FillValue.Moved) Objects.requireNonNull(added.fill()))
			.toList();
		String other = this.words.name(values.get(0).table());
		String own = columns.stream()
			.map((added) -> this.words.name(added.column().name()))
			.collect(Collectors.joining(", "));
		String theirs = values.stream()
			.map((value) -> other + "." + this.words.name(value.column()))
			.collect(Collectors.joining(", "));
		return "UPDATE " + this.words.name(table) + " SET (" + own + ") = (SELECT " + theirs + " FROM " + other
				+ " WHERE " + sameRow(table, values.get(0)) + ")";
	}

	final String rows(QualifiedName table, MovedRows rows) {
		String kinds = rows.kinds().stream().map(this.words::literal).collect(Collectors.joining(", "));
		return "INSERT INTO " + this.words.name(table) + " (" + this.words.names(rows.own()) + ") SELECT "
				+ this.words.names(rows.theirs()) + " FROM " + this.words.name(rows.table()) + " WHERE "
				+ this.words.name(rows.kind()) + " IN (" + kinds + ")";
	}

	private String sameRow(QualifiedName table, FillValue.Moved value) {
		List<String> same = new ArrayList<>();
		for (int index = 0; index < value.key().size(); index++) {
			same.add(this.words.name(value.table()) + "." + this.words.name(value.key().get(index)) + " = "
					+ this.words.name(table) + "." + this.words.name(value.ownKey().get(index)));
		}
		return String.join(" AND ", same);
	}

	/**
	 * Write an UPDATE that numbers rows, in whatever order.
	 * @param table the table
	 * @param column the column that gets the numbers, from 1
	 * @param condition which rows get one, or empty for all
	 * @return the statement
	 */
	protected abstract String numberRows(QualifiedName table, String column, String condition);

	/**
	 * Write a UUID that is another for each row.
	 * @return an expression
	 */
	protected abstract String randomUuid();

	/**
	 * Write what comes after an UPDATE's assignments.
	 * @param condition which rows, or empty for all
	 * @return the clause, or nothing
	 */
	protected static String where(String condition) {
		return condition.isEmpty() ? "" : " WHERE " + condition;
	}

	private final class Statement implements FillValue.Visitor<String> {

		private final QualifiedName table;

		private final String column;

		private final String condition;

		Statement(QualifiedName table, String column, String condition) {
			this.table = table;
			this.column = column;
			this.condition = condition;
		}

		private String set(String expression) {
			return "UPDATE " + words().name(this.table) + " SET " + words().name(this.column) + " = " + expression
					+ where(this.condition);
		}

		@Override
		public String visit(FillValue.Expression value) {
			return set(value.sql());
		}

		@Override
		public String visit(FillValue.FirstRow value) {
			return set("(SELECT " + words().name(value.column()) + " FROM " + words().name(value.table()) + " ORDER BY "
					+ words().names(value.order()) + " LIMIT 1)");
		}

		@Override
		public String visit(FillValue.Moved value) {
			String other = words().name(value.table());
			return set("(SELECT " + other + "." + words().name(value.column()) + " FROM " + other + " WHERE "
					+ sameRow(this.table, value) + ")");
		}

		@Override
		public String visit(FillValue.Numbering value) {
			return numberRows(this.table, this.column, this.condition);
		}

		@Override
		public String visit(FillValue.RandomUuid value) {
			return set(randomUuid());
		}

	}

}

package dev.migrate.operation;

import java.util.List;

import dev.migrate.schema.QualifiedName;

/**
 * What rows get in a column that has nothing of its own for them.
 */
public sealed interface FillValue {

	/**
	 * Call the visitor's method for this value.
	 * @param <R> what the visitor returns
	 * @param visitor the visitor
	 * @return what the visitor returned
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * Whoever has to know every value.
	 *
	 * @param <R> what comes out for a value
	 */
	interface Visitor<R> {

		R visit(Expression value);

		R visit(FirstRow value);

		R visit(Moved value);

		R visit(Numbering value);

		R visit(RandomUuid value);

	}

	/**
	 * The same expression for all rows.
	 *
	 * @param sql written as typed
	 */
	record Expression(String sql) implements FillValue {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visit(this);
		}

	}

	/**
	 * A value of the first row of another table, the same for all rows: where a column
	 * refers to that table nothing else would do.
	 *
	 * @param table the other table
	 * @param column its column
	 * @param order which row is the first
	 */
	record FirstRow(QualifiedName table, String column, List<String> order) implements FillValue {

		public FirstRow {
			order = List.copyOf(order);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visit(this);
		}

	}

	/**
	 * What the row of another table holds that a row belongs to.
	 *
	 * @param table the other table
	 * @param column its column
	 * @param key columns of the other table that no two rows have the same values in
	 * @param ownKey the columns that have the same values here, in the same order
	 * @param complete whether every row of the other table has a row here
	 */
	record Moved(QualifiedName table, String column, List<String> key, List<String> ownKey,
			boolean complete) implements FillValue {

		public Moved {
			key = List.copyOf(key);
			ownKey = List.copyOf(ownKey);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visit(this);
		}

	}

	/**
	 * A number of its own for each row, from 1.
	 */
	record Numbering() implements FillValue {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visit(this);
		}

	}

	/**
	 * A UUID of its own for each row.
	 */
	record RandomUuid() implements FillValue {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visit(this);
		}

	}

}

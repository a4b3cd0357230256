package dev.migrate.schema;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * One column or expression of an index. Exactly one of the two is given.
 *
 * @param column the column, or null if it is an expression
 * @param expression the expression in the server's words, or null if it is a column
 * @param descending whether the order is descending
 * @param nullsFirst whether NULLs come first; where nothing is said, PostgreSQL takes the
 * value of {@code descending} and H2 its opposite
 * @param operatorClass the operator class as SQL, with its parameters, or null if it is
 * the type's own
 * @param collation the collation as SQL, or null if it is the column's own
 */
public record IndexElement(@Nullable String column, @Nullable String expression, boolean descending, boolean nullsFirst,
		@Nullable String operatorClass, @Nullable String collation) {

	public IndexElement {
		if ((column == null) == (expression == null)) {
			throw new IllegalArgumentException("an index element is a column or an expression");
		}
	}

	/**
	 * Return an ascending column with its NULLs last, PostgreSQL's default.
	 * @param column the column
	 * @return the element
	 */
	public static IndexElement column(String column) {
		return new IndexElement(column, null, false, false, null, null);
	}

	/**
	 * Return an ascending expression with its NULLs last, PostgreSQL's default.
	 * @param expression the expression
	 * @return the element
	 */
	public static IndexElement expression(String expression) {
		return new IndexElement(null, expression, false, false, null, null);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof IndexElement that && Objects.equals(this.column, that.column)
				&& Objects.equals(this.expression, that.expression) && this.descending == that.descending
				&& this.nullsFirst == that.nullsFirst && Objects.equals(this.operatorClass, that.operatorClass)
				&& Objects.equals(this.collation, that.collation);
	}

	@Override
	public int hashCode() {
		return 31 * Objects.hashCode(this.column) + Objects.hashCode(this.expression);
	}

}

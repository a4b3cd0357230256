package dev.migrate.schema;

import java.util.Objects;
import java.util.SortedSet;

import org.jspecify.annotations.Nullable;

/**
 * A check constraint of a table or domain. The order of the conditions that AND joins
 * does not count for equality: Bean Validation writes it differently from one start to
 * the next.
 *
 * @param name the constraint's name
 * @param expression in the server's words, without the word CHECK
 * @param noInherit whether child tables are free of it
 * @param validity which rows it holds for
 * @param comment the comment, or null if there is none
 */
public record Check(String name, String expression, boolean noInherit, Validity validity,
		@Nullable String comment) implements TablePart {

	/**
	 * Return a plain check.
	 * @param name the constraint's name
	 * @param expression the condition
	 * @return the check
	 */
	public static Check of(String name, String expression) {
		return new Check(name, expression, false, Validity.VALID, null);
	}

	/**
	 * Return the conditions that AND joins at the top of the expression, without the
	 * parentheses around them.
	 * @return one condition or more
	 */
	public SortedSet<String> conjuncts() {
		return Conjuncts.of(this.expression);
	}

	public Check withName(String newName) {
		return new Check(newName, this.expression, this.noInherit, this.validity, this.comment);
	}

	public Check withValidity(Validity newValidity) {
		return new Check(this.name, this.expression, this.noInherit, newValidity, this.comment);
	}

	/**
	 * Return whether the other is a check that differs at most in the order of the
	 * conditions.
	 */
	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Check that && this.name.equals(that.name) && this.noInherit == that.noInherit
				&& this.validity == that.validity && Objects.equals(this.comment, that.comment)
				&& (this.expression.equals(that.expression) || conjuncts().equals(that.conjuncts()));
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.name, conjuncts(), this.noInherit, this.validity, this.comment);
	}

}

package dev.migrate.schema;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A unique constraint. A unique index without a constraint is an {@link Index}.
 *
 * @param name the constraint's name
 * @param columns the columns, in the order of the index
 * @param include the columns that the index carries along
 * @param nullsNotDistinct whether two NULLs count as equal
 * @param deferral when it is checked
 * @param comment the comment, or null if there is none
 */
public record UniqueConstraint(String name, List<String> columns, List<String> include, boolean nullsNotDistinct,
		Deferral deferral, @Nullable String comment) implements TablePart {

	public UniqueConstraint {
		columns = List.copyOf(columns);
		include = List.copyOf(include);
	}

	/**
	 * Return a plain unique constraint.
	 * @param name the constraint's name
	 * @param columns the columns
	 * @return the constraint
	 */
	public static UniqueConstraint of(String name, List<String> columns) {
		return new UniqueConstraint(name, columns, List.of(), false, Deferral.NOT_DEFERRABLE, null);
	}

	public UniqueConstraint withName(String newName) {
		return new UniqueConstraint(newName, this.columns, this.include, this.nullsNotDistinct, this.deferral,
				this.comment);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof UniqueConstraint that && this.name.equals(that.name)
				&& this.columns.equals(that.columns) && this.include.equals(that.include)
				&& this.nullsNotDistinct == that.nullsNotDistinct && this.deferral == that.deferral
				&& Objects.equals(this.comment, that.comment);
	}

	@Override
	public int hashCode() {
		return 31 * this.name.hashCode() + this.columns.hashCode();
	}

}

package dev.migrate.schema;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A primary key.
 *
 * @param name the constraint's name
 * @param columns the columns, in the order of the index
 * @param include the columns that the index carries along
 * @param deferral when it is checked
 * @param comment the comment, or null if there is none
 */
public record PrimaryKey(String name, List<String> columns, List<String> include, Deferral deferral,
		@Nullable String comment) {

	public PrimaryKey {
		columns = List.copyOf(columns);
		include = List.copyOf(include);
	}

	/**
	 * Return a plain primary key.
	 * @param name the constraint's name
	 * @param columns the columns
	 * @return the primary key
	 */
	public static PrimaryKey of(String name, List<String> columns) {
		return new PrimaryKey(name, columns, List.of(), Deferral.NOT_DEFERRABLE, null);
	}

	public PrimaryKey withName(String newName) {
		return new PrimaryKey(newName, this.columns, this.include, this.deferral, this.comment);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof PrimaryKey that && this.name.equals(that.name) && this.columns.equals(that.columns)
				&& this.include.equals(that.include) && this.deferral == that.deferral
				&& Objects.equals(this.comment, that.comment);
	}

	@Override
	public int hashCode() {
		return 31 * this.name.hashCode() + this.columns.hashCode();
	}

}

package dev.migrate.schema;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * An index that belongs to no constraint.
 *
 * @param name the name; it stands in the schema of its table
 * @param unique whether it refuses equal rows
 * @param method the access method ({@code btree}, {@code gin})
 * @param elements what is indexed, in order
 * @param include the columns that it carries along
 * @param predicate which rows it holds, in the server's words, or null for all
 * @param nullsNotDistinct whether two NULLs count as equal
 * @param valid false if a concurrent build was interrupted: it slows writes and serves
 * nobody
 * @param comment the comment, or null if there is none
 */
public record Index(String name, boolean unique, String method, List<IndexElement> elements, List<String> include,
		@Nullable String predicate, boolean nullsNotDistinct, boolean valid,
		@Nullable String comment) implements TablePart {

	public Index {
		elements = List.copyOf(elements);
		include = List.copyOf(include);
	}

	/**
	 * Return a plain index on columns.
	 * @param name the name
	 * @param columns the columns, in order
	 * @return the index
	 */
	public static Index of(String name, List<String> columns) {
		return new Index(name, false, "btree", columns.stream().map(IndexElement::column).toList(), List.of(), null,
				false, true, null);
	}

	public Index withName(String newName) {
		return new Index(newName, this.unique, this.method, this.elements, this.include, this.predicate,
				this.nullsNotDistinct, this.valid, this.comment);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Index that && this.name.equals(that.name) && this.unique == that.unique
				&& this.method.equals(that.method) && this.elements.equals(that.elements)
				&& this.include.equals(that.include) && Objects.equals(this.predicate, that.predicate)
				&& this.nullsNotDistinct == that.nullsNotDistinct && this.valid == that.valid
				&& Objects.equals(this.comment, that.comment);
	}

	@Override
	public int hashCode() {
		return 31 * this.name.hashCode() + this.elements.hashCode();
	}

}

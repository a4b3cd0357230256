package dev.migrate.schema;

import org.jspecify.annotations.Nullable;

/**
 * The name of an object in its schema, as the catalogue stores it: no quotes, no folding.
 *
 * @param schema the schema's name, never blank for a table, view, sequence, type or
 * routine
 * @param name the object's own name
 */
public record QualifiedName(String schema, String name) implements Comparable<QualifiedName> {

	/**
	 * Return another object's name in the same schema.
	 * @param otherName the object's own name
	 * @return the name
	 */
	public QualifiedName sibling(String otherName) {
		return new QualifiedName(this.schema, otherName);
	}

	@Override
	public int compareTo(QualifiedName other) {
		int order = this.schema.compareTo(other.schema);
		return (order != 0) ? order : this.name.compareTo(other.name);
	}

	/**
	 * Return {@code schema.name} for messages: not quoted, not for SQL.
	 */
	@Override
	public String toString() {
		return this.schema.isEmpty() ? this.name : this.schema + "." + this.name;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof QualifiedName that && this.name.equals(that.name) && this.schema.equals(that.schema);
	}

	@Override
	public int hashCode() {
		return 31 * this.schema.hashCode() + this.name.hashCode();
	}

}

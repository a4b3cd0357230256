package dev.migrate.schema;

import java.util.Comparator;

/**
 * The name of an object in its schema, as the catalogue stores it: no quotes, no folding.
 *
 * @param schema the schema's name, never blank for a table, view, sequence, type or
 * routine
 * @param name the object's own name
 */
public record QualifiedName(String schema, String name) implements Comparable<QualifiedName> {

	private static final Comparator<QualifiedName> ORDER = Comparator.comparing(QualifiedName::schema)
		.thenComparing(QualifiedName::name);

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
		return ORDER.compare(this, other);
	}

	/**
	 * Return {@code schema.name} for messages: not quoted, not for SQL.
	 */
	@Override
	public String toString() {
		return this.schema.isEmpty() ? this.name : this.schema + "." + this.name;
	}

}

package dev.migrate.schema;

import org.jspecify.annotations.Nullable;

/**
 * What tells an object of a schema from all others.
 *
 * @param kind its kind
 * @param name its name; for a trigger, policy or rule that of its table or view; for a
 * cast the source type with an empty schema; for a namespace or extension the own name
 * with an empty schema
 * @param detail a routine's identity arguments, the own name of a trigger, policy or
 * rule, a cast's target type, another object's kind in words; else empty
 */
public record ObjectKey(ObjectKind kind, QualifiedName name, String detail) implements Comparable<ObjectKey> {

	/**
	 * Return the key of an object that its name alone identifies.
	 * @param kind the kind
	 * @param name the name
	 * @return the key
	 */
	public static ObjectKey of(ObjectKind kind, QualifiedName name) {
		return new ObjectKey(kind, name, "");
	}

	@Override
	public int compareTo(ObjectKey other) {
		int order = this.kind.compareTo(other.kind);
		if (order == 0) {
			order = this.name.compareTo(other.name);
		}
		return (order != 0) ? order : this.detail.compareTo(other.detail);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof ObjectKey that && this.kind == that.kind && this.name.equals(that.name)
				&& this.detail.equals(that.detail);
	}

	@Override
	public int hashCode() {
		return 31 * (31 * this.kind.hashCode() + this.name.hashCode()) + this.detail.hashCode();
	}

}

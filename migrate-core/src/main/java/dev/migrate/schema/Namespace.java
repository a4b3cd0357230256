package dev.migrate.schema;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What SQL calls a schema: a name space for objects.
 *
 * @param name the name
 * @param comment the comment, or null if there is none or it is the server's own
 */
public record Namespace(String name, @Nullable String comment) implements SchemaObject {

	@Override
	public ObjectKey key() {
		return ObjectKey.of(ObjectKind.NAMESPACE, new QualifiedName("", this.name));
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Namespace that && this.name.equals(that.name)
				&& Objects.equals(this.comment, that.comment);
	}

	@Override
	public int hashCode() {
		return this.name.hashCode();
	}

}

package dev.migrate.schema;

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

}

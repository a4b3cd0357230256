package dev.migrate.schema;

import org.jspecify.annotations.Nullable;

/**
 * An installed extension. Its members are its own business, and so is its version: a
 * revision that creates it gets the one the server has.
 *
 * @param name the name
 * @param schema the schema its members live in
 */
public record Extension(String name, String schema) implements SchemaObject {

	@Override
	public ObjectKey key() {
		return ObjectKey.of(ObjectKind.EXTENSION, new QualifiedName("", this.name));
	}

	@Override
	public @Nullable String comment() {
		return null;
	}

}

package dev.migrate.schema;

import org.jspecify.annotations.Nullable;

/**
 * An object of a kind that is seen and named, but not modelled.
 *
 * @param type its kind in words ({@code foreign table}, {@code aggregate})
 * @param name the name, with identity arguments where it takes them to be unique
 * @param definition the server's text, or null if it has none for this kind
 * @param comment the comment, or null if there is none
 */
public record OtherObject(String type, QualifiedName name, @Nullable String definition,
		@Nullable String comment) implements SchemaObject {

	@Override
	public ObjectKey key() {
		return new ObjectKey(ObjectKind.OTHER, this.name, this.type);
	}

}

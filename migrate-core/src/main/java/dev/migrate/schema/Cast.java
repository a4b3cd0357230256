package dev.migrate.schema;

import org.jspecify.annotations.Nullable;

/**
 * A cast between two types.
 *
 * @param sourceType the type cast from, as the server formats it
 * @param targetType the type cast to, as the server formats it
 * @param definition the whole CREATE statement
 * @param comment the comment, or null if there is none
 */
public record Cast(String sourceType, String targetType, String definition,
		@Nullable String comment) implements SchemaObject {

	@Override
	public ObjectKey key() {
		return new ObjectKey(ObjectKind.CAST, new QualifiedName("", this.sourceType), this.targetType);
	}

}

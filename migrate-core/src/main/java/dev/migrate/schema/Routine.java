package dev.migrate.schema;

import org.jspecify.annotations.Nullable;

/**
 * A function or procedure.
 *
 * @param name the name
 * @param identityArguments the types that tell it from its namesakes, as the server lists
 * them
 * @param procedure whether it is a procedure
 * @param definition the whole CREATE statement in the server's words
 * @param comment the comment, or null if there is none
 */
public record Routine(QualifiedName name, String identityArguments, boolean procedure, String definition,
		@Nullable String comment) implements SchemaObject {

	@Override
	public ObjectKey key() {
		return new ObjectKey(ObjectKind.ROUTINE, this.name, this.identityArguments);
	}

}

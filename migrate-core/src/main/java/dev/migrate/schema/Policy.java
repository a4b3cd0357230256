package dev.migrate.schema;

import org.jspecify.annotations.Nullable;

/**
 * A row security policy.
 *
 * @param table the table it is on
 * @param name the name
 * @param definition the whole CREATE statement, its expressions in the server's words
 * @param comment the comment, or null if there is none
 */
public record Policy(QualifiedName table, String name, String definition,
		@Nullable String comment) implements SchemaObject {

	@Override
	public ObjectKey key() {
		return new ObjectKey(ObjectKind.POLICY, this.table, this.name);
	}

}

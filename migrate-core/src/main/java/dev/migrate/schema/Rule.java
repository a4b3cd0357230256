package dev.migrate.schema;

import org.jspecify.annotations.Nullable;

/**
 * A rewrite rule.
 *
 * @param relation the table or view it is on
 * @param name the name
 * @param definition the whole CREATE statement in the server's words
 * @param enabled when it fires
 * @param comment the comment, or null if there is none
 */
public record Rule(QualifiedName relation, String name, String definition, Firing enabled,
		@Nullable String comment) implements SchemaObject {

	@Override
	public ObjectKey key() {
		return new ObjectKey(ObjectKind.RULE, this.relation, this.name);
	}

}

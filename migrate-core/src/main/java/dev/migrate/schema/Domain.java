package dev.migrate.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A domain.
 *
 * @param name the name
 * @param type the type it is made from
 * @param nullable whether it takes NULL
 * @param collation the collation as SQL, or null if it is the type's own
 * @param defaultExpression the default in the server's words, or null if there is none
 * @param checks the checks, sorted by name
 * @param comment the comment, or null if there is none
 */
public record Domain(QualifiedName name, ColumnType type, boolean nullable, @Nullable String collation,
		@Nullable String defaultExpression, List<Check> checks, @Nullable String comment) implements SchemaObject {

	public Domain {
		checks = Table.sorted(checks);
	}

	public Domain withChecks(List<Check> newChecks) {
		return new Domain(this.name, this.type, this.nullable, this.collation, this.defaultExpression, newChecks,
				this.comment);
	}

	@Override
	public ObjectKey key() {
		return ObjectKey.of(ObjectKind.DOMAIN, this.name);
	}

}

package dev.migrate.migration;

import dev.migrate.operation.TableConstraint;
import dev.migrate.schema.QualifiedName;

/**
 * A constraint as a person defines it. Without a name it gets the one that PostgreSQL
 * would choose: {@code students_email_key}.
 */
public sealed interface ConstraintDefinition extends TableElement
		permits PrimaryKeyDefinition, UniqueDefinition, ForeignKeyDefinition, CheckDefinition, ExclusionDefinition {

	/**
	 * Return the constraint of a table.
	 * @param table the table
	 * @return the constraint with its name
	 */
	TableConstraint of(QualifiedName table);

}

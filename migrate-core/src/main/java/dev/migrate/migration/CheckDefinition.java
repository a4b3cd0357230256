package dev.migrate.migration;

import dev.migrate.operation.TableConstraint;
import dev.migrate.schema.Check;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import dev.migrate.schema.Validity;

/**
 * A check constraint.
 *
 * @param check the check
 */
public record CheckDefinition(Check check) implements ConstraintDefinition {

	/**
	 * Don't look at the rows that are there.
	 * @return a new definition
	 */
	public CheckDefinition notValid() {
		return new CheckDefinition(this.check.withValidity(Validity.NOT_VALID));
	}

	@Override
	public TableConstraint of(QualifiedName table) {
		return new TableConstraint.Checked(this.check);
	}

	@Override
	public Table in(Table table) {
		return ConstraintPlacement.in(table, of(table.name()));
	}

}

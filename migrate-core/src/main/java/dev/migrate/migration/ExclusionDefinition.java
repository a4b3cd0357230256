package dev.migrate.migration;

import dev.migrate.operation.TableConstraint;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;

/**
 * A constraint known by its text, as PostgreSQL writes {@code EXCLUDE USING gist (…)}.
 *
 * @param exclusion the constraint
 */
public record ExclusionDefinition(Exclusion exclusion) implements ConstraintDefinition {

	@Override
	public TableConstraint of(QualifiedName table) {
		return new TableConstraint.Excluded(this.exclusion);
	}

	@Override
	public Table in(Table table) {
		return ConstraintPlacement.in(table, of(table.name()));
	}

}

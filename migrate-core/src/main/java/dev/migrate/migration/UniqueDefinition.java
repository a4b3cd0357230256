package dev.migrate.migration;

import java.util.List;

import dev.migrate.operation.TableConstraint;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import dev.migrate.schema.UniqueConstraint;

/**
 * A unique constraint.
 *
 * @param unique the constraint; its name is empty if it has none
 */
public record UniqueDefinition(UniqueConstraint unique) implements ConstraintDefinition {

	/**
	 * Give it a name.
	 * @param name the name
	 * @return a new definition
	 */
	public UniqueDefinition named(String name) {
		return new UniqueDefinition(this.unique.withName(name));
	}

	/**
	 * Carry other columns along in its index.
	 * @param columns the columns
	 * @return a new definition
	 */
	public UniqueDefinition including(String... columns) {
		return with(List.of(columns), this.unique.nullsNotDistinct(), this.unique.deferral());
	}

	/**
	 * Let two NULLs count as equal.
	 * @return a new definition
	 */
	public UniqueDefinition nullsNotDistinct() {
		return with(this.unique.include(), true, this.unique.deferral());
	}

	/**
	 * Let transactions check it at their end.
	 * @param deferral when it is checked
	 * @return a new definition
	 */
	public UniqueDefinition checked(Deferral deferral) {
		return with(this.unique.include(), this.unique.nullsNotDistinct(), deferral);
	}

	private UniqueDefinition with(List<String> include, boolean nullsNotDistinct, Deferral deferral) {
		return new UniqueDefinition(new UniqueConstraint(this.unique.name(), this.unique.columns(), include,
				nullsNotDistinct, deferral, this.unique.comment()));
	}

	@Override
	public TableConstraint of(QualifiedName table) {
		return new TableConstraint.Unique(this.unique.name().isEmpty()
				? this.unique.withName(DefaultNames.of(table, this.unique.columns(), "key")) : this.unique);
	}

	@Override
	public Table in(Table table) {
		return ConstraintPlacement.in(table, of(table.name()));
	}

}

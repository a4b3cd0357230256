package dev.migrate.migration;

import java.util.List;

import dev.migrate.operation.TableConstraint;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;

/**
 * A primary key.
 *
 * @param key the key; its name is empty if it has none
 */
public record PrimaryKeyDefinition(PrimaryKey key) implements ConstraintDefinition {

	/**
	 * Give it a name.
	 * @param name the name
	 * @return a new definition
	 */
	public PrimaryKeyDefinition named(String name) {
		return new PrimaryKeyDefinition(this.key.withName(name));
	}

	@Override
	public TableConstraint of(QualifiedName table) {
		return new TableConstraint.Primary(
				this.key.name().isEmpty() ? this.key.withName(DefaultNames.of(table, List.of(), "pkey")) : this.key);
	}

	@Override
	public Table in(Table table) {
		return ConstraintPlacement.in(table, of(table.name()));
	}

}

package dev.migrate.migration;

import java.util.List;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.TableConstraint;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Table;
import dev.migrate.schema.Validity;

/**
 * A foreign key.
 *
 * @param key the key; its name is empty if it has none
 */
public record ForeignKeyDefinition(ForeignKey key) implements ConstraintDefinition {

	/**
	 * Give it a name.
	 * @param name the name
	 * @return a new definition
	 */
	public ForeignKeyDefinition named(String name) {
		return new ForeignKeyDefinition(this.key.withName(name));
	}

	/**
	 * Say where it points.
	 * @param table the table referred to
	 * @param columns its columns, in the order of the referring ones
	 * @return a new definition
	 */
	public ForeignKeyDefinition references(String table, String... columns) {
		return new ForeignKeyDefinition(new ForeignKey(this.key.name(), this.key.columns(), Names.qualified(table),
				List.of(columns), this.key.onDelete(), this.key.onUpdate(), this.key.onDeleteColumns(),
				this.key.matchFull(), this.key.deferral(), this.key.validity(), this.key.comment()));
	}

	/**
	 * Say what happens to the referring rows when the row is deleted.
	 * @param action what happens
	 * @return a new definition
	 */
	public ForeignKeyDefinition onDelete(ReferentialAction action) {
		return new ForeignKeyDefinition(this.key.withOnDelete(action));
	}

	/**
	 * Say what happens to the referring rows when the key changes.
	 * @param action what happens
	 * @return a new definition
	 */
	public ForeignKeyDefinition onUpdate(ReferentialAction action) {
		return new ForeignKeyDefinition(new ForeignKey(this.key.name(), this.key.columns(), this.key.target(),
				this.key.targetColumns(), this.key.onDelete(), action, this.key.onDeleteColumns(), this.key.matchFull(),
				this.key.deferral(), this.key.validity(), this.key.comment()));
	}

	/**
	 * Let transactions check it at their end.
	 * @param deferral when it is checked
	 * @return a new definition
	 */
	public ForeignKeyDefinition checked(Deferral deferral) {
		return new ForeignKeyDefinition(new ForeignKey(this.key.name(), this.key.columns(), this.key.target(),
				this.key.targetColumns(), this.key.onDelete(), this.key.onUpdate(), this.key.onDeleteColumns(),
				this.key.matchFull(), deferral, this.key.validity(), this.key.comment()));
	}

	/**
	 * Don't look at the rows that are there.
	 * @return a new definition
	 */
	public ForeignKeyDefinition notValid() {
		return new ForeignKeyDefinition(this.key.withValidity(Validity.NOT_VALID));
	}

	@Override
	public TableConstraint of(QualifiedName table) {
		if (this.key.targetColumns().isEmpty()) {
			throw new MigrateException(ErrorCode.INVALID_SOURCE,
					"The foreign key of " + table + " does not say where it points.",
					"Write foreignKey(\"course_id\").references(\"courses\", \"id\").");
		}
		return new TableConstraint.Foreign(this.key.name().isEmpty()
				? this.key.withName(DefaultNames.of(table, this.key.columns(), "fkey")) : this.key);
	}

	@Override
	public Table in(Table table) {
		return ConstraintPlacement.in(table, of(table.name()));
	}

}

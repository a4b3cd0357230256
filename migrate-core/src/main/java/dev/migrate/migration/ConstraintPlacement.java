package dev.migrate.migration;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.operation.TableConstraint;
import dev.migrate.schema.Check;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Table;
import dev.migrate.schema.UniqueConstraint;

/**
 * Puts a constraint where a table keeps it.
 */
final class ConstraintPlacement implements TableConstraint.Visitor<Table> {

	private final Table table;

	private ConstraintPlacement(Table table) {
		this.table = table;
	}

	static Table in(Table table, TableConstraint constraint) {
		return constraint.accept(new ConstraintPlacement(table));
	}

	private static <T> List<T> and(List<T> values, T value) {
		List<T> all = new ArrayList<>(values);
		all.add(value);
		return all;
	}

	@Override
	public Table visit(PrimaryKey primaryKey) {
		return this.table.withPrimaryKey(primaryKey);
	}

	@Override
	public Table visit(UniqueConstraint unique) {
		return this.table.withUniqueConstraints(and(this.table.uniqueConstraints(), unique));
	}

	@Override
	public Table visit(ForeignKey foreignKey) {
		return this.table.withForeignKeys(and(this.table.foreignKeys(), foreignKey));
	}

	@Override
	public Table visit(Check check) {
		return this.table.withChecks(and(this.table.checks(), check));
	}

	@Override
	public Table visit(Exclusion exclusion) {
		return this.table.withExclusions(and(this.table.exclusions(), exclusion));
	}

}

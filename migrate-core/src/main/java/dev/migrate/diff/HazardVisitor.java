package dev.migrate.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.AlterDomain;
import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.ChangeColumnType;
import dev.migrate.operation.ChangeComment;
import dev.migrate.operation.ChangeDefault;
import dev.migrate.operation.ChangeGenerated;
import dev.migrate.operation.ChangeIdentity;
import dev.migrate.operation.ChangeNullability;
import dev.migrate.operation.CreateDomain;
import dev.migrate.operation.CreateEnum;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateObject;
import dev.migrate.operation.CreateSchema;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropDomain;
import dev.migrate.operation.DropEnum;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropObject;
import dev.migrate.operation.DropSchema;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.FillValue;
import dev.migrate.operation.Operation;
import dev.migrate.operation.IndexMode;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.OperationVisitor;
import dev.migrate.operation.RebuildEnum;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameConstant;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameEnumValue;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.RenameSequence;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.RenameType;
import dev.migrate.operation.TableConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.TypeWidth;

/**
 * Knows the dangers of every operation.
 */
final class HazardVisitor implements OperationVisitor<List<Hazard>> {

	private final SortedSet<QualifiedName> newTables = new TreeSet<>();

	private final SortedSet<QualifiedName> emptied = new TreeSet<>();

	HazardVisitor(List<Operation> operations) {
		for (Operation operation : operations) {
			if (operation instanceof CreateTable created) {
				this.newTables.add(created.table().name());
			}
			if (operation instanceof AddColumn added && added.fill() instanceof FillValue.Moved moved) {
				this.emptied.add(moved.table());
			}
		}
	}

	private static List<Hazard> of(Hazard.Kind kind, String sentence) {
		return List.of(new Hazard(kind, sentence));
	}

	private List<Hazard> onRows(QualifiedName table, Hazard.Kind kind, String sentence) {
		return this.newTables.contains(table) ? List.of() : of(kind, sentence);
	}

	private List<Hazard> rewritten(QualifiedName table) {
		return onRows(table, Hazard.Kind.REWRITES, "Table " + table + " is rewritten while nobody may read it.");
	}

	@Override
	public List<Hazard> visit(CreateSchema operation) {
		return List.of();
	}

	@Override
	public List<Hazard> visit(DropSchema operation) {
		return of(Hazard.Kind.LOSES_DATA, "Schema " + operation.namespace().name() + " goes.");
	}

	@Override
	public List<Hazard> visit(CreateTable operation) {
		return List.of();
	}

	@Override
	public List<Hazard> visit(DropTable operation) {
		QualifiedName name = operation.table().name();
		if (operation.rows() != null) {
			return of(Hazard.Kind.LOSES_DATA, "The rows of table " + name + " live on in table "
					+ operation.rows().table() + "; a downgrade brings back those that have "
					+ String.join(" or ", operation.rows().kinds()) + " in column " + operation.rows().kind() + ".");
		}
		List<Hazard> hazards = new ArrayList<>();
		hazards.add(new Hazard(Hazard.Kind.LOSES_DATA, "All rows of table " + name + " are lost."));
		if (this.emptied.contains(name)) {
			hazards.add(new Hazard(Hazard.Kind.LOSES_DATA, "A downgrade makes table " + name
					+ " again without rows: what moved into another table is lost then."));
		}
		return hazards;
	}

	@Override
	public List<Hazard> visit(RenameTable operation) {
		return of(Hazard.Kind.BREAKS_RUNNING_CODE,
				"Running instances still use the name " + operation.from() + " for table " + operation.to() + ".");
	}

	@Override
	public List<Hazard> visit(AddColumn operation) {
		Column column = operation.column();
		String name = operation.table() + "." + column.name();
		List<Hazard> hazards = new ArrayList<>();
		boolean refusesNull = !column.nullable() && column.identity() == null && column.generated() == null;
		if (refusesNull && column.defaultExpression() == null) {
			if (operation.fill() == null) {
				hazards.addAll(onRows(operation.table(), Hazard.Kind.MAY_FAIL,
						"Column " + name + " refuses NULL and rows that are there get no value."));
			}
			hazards.addAll(onRows(operation.table(), Hazard.Kind.BREAKS_RUNNING_CODE,
					"Running instances that don't know column " + name + " can't insert rows any more."));
		}
		if (operation.fill() != null) {
			hazards.addAll(onRows(operation.table(), Hazard.Kind.REWRITES,
					"Every row of table " + operation.table() + " is updated."));
		}
		boolean computed = column.identity() != null || (column.generated() != null && column.generated().stored());
		if (computed) {
			hazards.addAll(rewritten(operation.table()));
		}
		return hazards;
	}

	@Override
	public List<Hazard> visit(DropColumn operation) {
		Column column = operation.column();
		String name = operation.table() + "." + column.name();
		List<Hazard> hazards = new ArrayList<>();
		if (operation.fill() instanceof FillValue.Moved moved) {
			if (!moved.complete()) {
				hazards.add(new Hazard(Hazard.Kind.LOSES_DATA, "The values of column " + name + " are lost where table "
						+ moved.table() + " has no row for them."));
			}
			if (!column.nullable()) {
				hazards.add(new Hazard(Hazard.Kind.MAY_FAIL,
						"A downgrade fails while a row of table " + operation.table() + " gets no value from table "
								+ moved.table() + " for column " + column.name() + ", which refuses NULL."));
			}
			return hazards;
		}
		hazards.add(new Hazard(Hazard.Kind.LOSES_DATA, "The values of column " + name + " are lost."));
		boolean givesItself = column.nullable() || column.defaultExpression() != null || column.identity() != null
				|| column.generated() != null;
		if (operation.fill() != null) {
			hazards.add(new Hazard(Hazard.Kind.LOSES_DATA, "A downgrade gives every row of table " + operation.table()
					+ " " + operation.fill().accept(new FillWords()) + " in column " + column.name() + "."));
		}
		else if (!givesItself) {
			hazards.add(new Hazard(Hazard.Kind.MAY_FAIL, "A downgrade fails while table " + operation.table()
					+ " has rows: nothing is known that they could get in column " + column.name() + "."));
		}
		return hazards;
	}

	@Override
	public List<Hazard> visit(RenameColumn operation) {
		return of(Hazard.Kind.BREAKS_RUNNING_CODE, "Running instances still use the name " + operation.from()
				+ " for column " + operation.table() + "." + operation.to() + ".");
	}

	@Override
	public List<Hazard> visit(ChangeColumnType operation) {
		TypeWidth width = new TypeWidth(operation.before().type().sql(), operation.after().type().sql());
		String name = operation.table() + "." + operation.after().name();
		String change = " from " + operation.before().type() + " to " + operation.after().type();
		List<Hazard> hazards = new ArrayList<>();
		if (width.mayFail()) {
			hazards.addAll(onRows(operation.table(), Hazard.Kind.MAY_FAIL,
					"Values of column " + name + " may not fit or convert" + change + "."));
		}
		if (width.mayLose()) {
			hazards.addAll(onRows(operation.table(), Hazard.Kind.LOSES_DATA,
					"Values of column " + name + " may be rounded or cut" + change + "."));
		}
		if (!operation.constants().isEmpty()) {
			hazards.addAll(onRows(operation.table(), Hazard.Kind.LOSES_DATA,
					"The constants of column " + name + " count as they do in the code now, "
							+ String.join(", ", operation.constants())
							+ " from 0 on: see that they did when the rows were written."));
		}
		if (width.dependsOnTimeZone()) {
			hazards.addAll(onRows(operation.table(), Hazard.Kind.LOSES_DATA, "Values of column " + name
					+ " are converted in the time zone of the session that upgrades: say in the file which it is, as by USING "
					+ operation.after().name() + " AT TIME ZONE 'UTC'."));
		}
		if (width.rewrites()) {
			hazards.addAll(rewritten(operation.table()));
		}
		return hazards;
	}

	@Override
	public List<Hazard> visit(ChangeNullability operation) {
		if (operation.after().nullable()) {
			return List.of();
		}
		String name = operation.table() + "." + operation.after().name();
		List<Hazard> hazards = new ArrayList<>();
		if (operation.fill() == null) {
			hazards.addAll(onRows(operation.table(), Hazard.Kind.MAY_FAIL,
					"A row with NULL in column " + name + " makes it fail."));
		}
		hazards.addAll(onRows(operation.table(), Hazard.Kind.BLOCKS,
				"All rows of table " + operation.table() + " are read while nobody else may."));
		return hazards;
	}

	@Override
	public List<Hazard> visit(ChangeDefault operation) {
		return List.of();
	}

	@Override
	public List<Hazard> visit(ChangeIdentity operation) {
		if (operation.before().identity() != null && operation.after().identity() != null) {
			return new SequenceSteps(operation.before().identity().options(), operation.after().identity().options())
				.ofIdentity(operation.table() + "." + operation.after().name());
		}
		return (operation.after().identity() != null) ? List.of()
				: of(Hazard.Kind.LOSES_DATA, "Where the numbers of column " + operation.table() + "."
						+ operation.after().name() + " stood is lost.");
	}

	@Override
	public List<Hazard> visit(ChangeGenerated operation) {
		String name = operation.table() + "." + operation.after().name();
		return (operation.after().generated() == null) ? List.of()
				: of(Hazard.Kind.LOSES_DATA, "The values of column " + name + " are replaced by computed ones.");
	}

	@Override
	public List<Hazard> visit(AddConstraint operation) {
		TableConstraint constraint = operation.constraint();
		String rows = switch (constraint.kind()) {
			case PRIMARY_KEY, UNIQUE -> "Equal values in " + String.join(", ", constraint.columns());
			case FOREIGN_KEY -> "Values in " + String.join(", ", constraint.columns()) + " that refer to nothing";
			case CHECK, EXCLUSION -> "Rows that " + constraint.name() + " refuses";
		};
		List<Hazard> hazards = new ArrayList<>();
		hazards.addAll(onRows(operation.table(), Hazard.Kind.MAY_FAIL,
				rows + " in table " + operation.table() + " make it fail."));
		hazards.addAll(onRows(operation.table(), Hazard.Kind.BLOCKS,
				"All rows of table " + operation.table() + " are read while others can't write."));
		return hazards;
	}

	@Override
	public List<Hazard> visit(DropConstraint operation) {
		return List.of();
	}

	@Override
	public List<Hazard> visit(RenameConstraint operation) {
		return List.of();
	}

	@Override
	public List<Hazard> visit(CreateIndex operation) {
		List<Hazard> hazards = new ArrayList<>();
		if (operation.index().unique()) {
			hazards.addAll(onRows(operation.table(), Hazard.Kind.MAY_FAIL,
					"Equal values in table " + operation.table() + " make it fail."));
		}
		if (operation.mode() == IndexMode.ORDINARY) {
			hazards.addAll(onRows(operation.table(), Hazard.Kind.BLOCKS,
					"Nobody can write to table " + operation.table() + " while the index is built."));
		}
		return hazards;
	}

	@Override
	public List<Hazard> visit(DropIndex operation) {
		return List.of();
	}

	@Override
	public List<Hazard> visit(RenameIndex operation) {
		return List.of();
	}

	@Override
	public List<Hazard> visit(CreateSequence operation) {
		return List.of();
	}

	@Override
	public List<Hazard> visit(DropSequence operation) {
		return of(Hazard.Kind.LOSES_DATA, "Where sequence " + operation.sequence().name() + " stood is lost.");
	}

	@Override
	public List<Hazard> visit(AlterSequence operation) {
		return new SequenceSteps(operation.before().options(), operation.after().options())
			.ofSequence(operation.after().name());
	}

	@Override
	public List<Hazard> visit(RenameSequence operation) {
		return of(Hazard.Kind.BREAKS_RUNNING_CODE,
				"Running instances still use the name " + operation.from() + " for sequence " + operation.to() + ".");
	}

	@Override
	public List<Hazard> visit(CreateEnum operation) {
		return List.of();
	}

	@Override
	public List<Hazard> visit(DropEnum operation) {
		return List.of();
	}

	@Override
	public List<Hazard> visit(AddEnumValue operation) {
		return of(Hazard.Kind.NEEDS_COMMIT, "The value " + operation.label() + " of enum type "
				+ operation.before().name() + " can't be used before it is committed.");
	}

	@Override
	public List<Hazard> visit(RebuildEnum operation) {
		List<Hazard> hazards = new ArrayList<>();
		List<String> gone = new ArrayList<>(operation.before().labels());
		gone.removeAll(operation.after().labels());
		if (!gone.isEmpty()) {
			hazards.add(new Hazard(Hazard.Kind.MAY_FAIL,
					"A row that holds " + String.join(" or ", gone) + " makes it fail."));
		}
		operation.uses().tables().forEach((table) -> hazards.addAll(rewritten(table.name())));
		return hazards;
	}

	@Override
	public List<Hazard> visit(RenameType operation) {
		return List.of();
	}

	@Override
	public List<Hazard> visit(RenameEnumValue operation) {
		return of(Hazard.Kind.BREAKS_RUNNING_CODE, "Running instances still use " + operation.from() + " for "
				+ operation.to() + " of enum type " + operation.type() + ".");
	}

	@Override
	public List<Hazard> visit(RenameConstant operation) {
		return List.of(
				new Hazard(Hazard.Kind.REWRITES,
						"Every row of table " + operation.table() + " that holds " + operation.from() + " is updated."),
				new Hazard(Hazard.Kind.BREAKS_RUNNING_CODE, "Running instances still use " + operation.from() + " for "
						+ operation.to() + " in column " + operation.table() + "." + operation.column() + "."));
	}

	@Override
	public List<Hazard> visit(CreateDomain operation) {
		return List.of();
	}

	@Override
	public List<Hazard> visit(DropDomain operation) {
		return List.of();
	}

	@Override
	public List<Hazard> visit(AlterDomain operation) {
		return of(Hazard.Kind.MAY_FAIL, "Values that domain " + operation.after().name() + " refuses make it fail.");
	}

	@Override
	public List<Hazard> visit(CreateObject operation) {
		return List.of();
	}

	@Override
	public List<Hazard> visit(DropObject operation) {
		return List.of();
	}

	@Override
	public List<Hazard> visit(ChangeComment operation) {
		return List.of();
	}

	@Override
	public List<Hazard> visit(InsertRows operation) {
		return List.of();
	}

	@Override
	public List<Hazard> visit(ExecuteSql operation) {
		return List.of();
	}

}

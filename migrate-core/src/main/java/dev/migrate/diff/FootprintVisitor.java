package dev.migrate.diff;

import java.util.List;
import java.util.Objects;
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
import dev.migrate.schema.ColumnName;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * Knows the footprint of every operation.
 */
final class FootprintVisitor implements OperationVisitor<Footprint> {

	private static final int DROP_PROGRAM = 10;

	private static final int DROP_CONSTRAINT = 20;

	private static final int CREATE_TYPE = 30;

	private static final int CREATE_TABLE = 40;

	private static final int COLUMN = 50;

	private static final int CONSTRAINT = 60;

	private static final int CREATE_PROGRAM = 70;

	private static final int COMMENT = 80;

	private static final int DROP_COLUMN = 85;

	private static final int DROP_TABLE = 90;

	private static final int DROP_TYPE = 95;

	@Override
	public Footprint visit(CreateSchema operation) {
		return Footprint.at(0).bring(Footprint.schema(operation.namespace().name()));
	}

	@Override
	public Footprint visit(DropSchema operation) {
		return Footprint.at(DROP_TYPE + 1).remove(Footprint.schema(operation.namespace().name()));
	}

	@Override
	public Footprint visit(CreateTable operation) {
		Footprint footprint = Footprint.at(CREATE_TABLE).needAll(Footprint.partsOf(operation.table()));
		footprint.brings().addAll(Footprint.wholeOf(operation.table()));
		return footprint;
	}

	@Override
	public Footprint visit(DropTable operation) {
		Footprint footprint = Footprint.at(DROP_TABLE).freeAll(Footprint.partsOf(operation.table()));
		footprint.removes().addAll(Footprint.wholeOf(operation.table()));
		return footprint;
	}

	@Override
	public Footprint visit(RenameTable operation) {
		return Footprint.at(0).bring(Footprint.relation(operation.to())).remove(Footprint.relation(operation.from()));
	}

	@Override
	public Footprint visit(AddColumn operation) {
		return Footprint.at(COLUMN)
			.bring(Footprint.column(operation.table(), operation.column().name()))
			.need(Footprint.relation(operation.table()))
			.needAll(Footprint.partsOf(operation.column()))
			.needAll(generatedFrom(operation.table(), operation.column()))
			.freeAll(copiedFrom(operation.fill()));
	}

	private static SortedSet<String> copiedFrom(@Nullable FillValue fill) {
		SortedSet<String> things = new TreeSet<>();
		if (fill instanceof FillValue.Moved moved) {
			things.add(Footprint.relation(moved.table()));
			things.add(Footprint.column(moved.table(), moved.column()));
			moved.key().forEach((column) -> things.add(Footprint.column(moved.table(), column)));
		}
		return things;
	}

	private static SortedSet<String> generatedFrom(QualifiedName table, Column column) {
		return Footprint.partsOf(table, (column.generated() != null) ? column.generated().expression() : null);
	}

	@Override
	public Footprint visit(DropColumn operation) {
		return Footprint.at(DROP_COLUMN)
			.remove(Footprint.column(operation.table(), operation.column().name()))
			.freeAll(Footprint.partsOf(operation.column()))
			.freeAll(generatedFrom(operation.table(), operation.column()));
	}

	@Override
	public Footprint visit(RenameColumn operation) {
		return Footprint.at(0)
			.bring(Footprint.column(operation.table(), operation.to()))
			.remove(Footprint.column(operation.table(), operation.from()));
	}

	private static Footprint changed(QualifiedName table, Column before, Column after) {
		Footprint footprint = Footprint.at(COLUMN).change(Footprint.column(table, after.name()));
		SortedSet<String> old = Footprint.partsOf(before);
		SortedSet<String> fresh = Footprint.partsOf(after);
		SortedSet<String> both = new TreeSet<>(old);
		both.retainAll(fresh);
		old.removeAll(both);
		fresh.removeAll(both);
		if (!Objects.equals(before.defaultExpression(), after.defaultExpression())) {
			// The new default may speak of what its type has yet to learn.
			fresh.addAll(Footprint.partsOf(after.defaultExpression()));
		}
		return footprint.freeAll(old).needAll(fresh);
	}

	@Override
	public Footprint visit(ChangeColumnType operation) {
		return changed(operation.table(), operation.before(), operation.after());
	}

	@Override
	public Footprint visit(ChangeNullability operation) {
		return changed(operation.table(), operation.before(), operation.after());
	}

	@Override
	public Footprint visit(ChangeDefault operation) {
		return changed(operation.table(), operation.before(), operation.after());
	}

	/**
	 * The sequence behind an identity takes the name that a serial column's would have.
	 */
	@Override
	public Footprint visit(ChangeIdentity operation) {
		Footprint footprint = changed(operation.table(), operation.before(), operation.after());
		String sequence = "name "
				+ operation.table().sibling(operation.table().name() + "_" + operation.after().name() + "_seq");
		if (operation.before().identity() == null) {
			footprint.bring(sequence);
		}
		if (operation.after().identity() == null) {
			footprint.remove(sequence);
		}
		return footprint;
	}

	@Override
	public Footprint visit(ChangeGenerated operation) {
		return changed(operation.table(), operation.before(), operation.after())
			.needAll(generatedFrom(operation.table(), operation.after()));
	}

	@Override
	public Footprint visit(AddConstraint operation) {
		Footprint footprint = Footprint
			.at((operation.constraint().kind() == TableConstraint.Kind.FOREIGN_KEY) ? CONSTRAINT + 2 : CONSTRAINT)
			.needAll(Footprint.partsOf(operation.table(), operation.constraint()));
		footprint.brings().addAll(Footprint.wholeOf(operation.table(), operation.constraint()));
		return footprint;
	}

	@Override
	public Footprint visit(DropConstraint operation) {
		Footprint footprint = Footprint.at(DROP_CONSTRAINT)
			.freeAll(Footprint.partsOf(operation.table(), operation.constraint()));
		footprint.removes().addAll(Footprint.wholeOf(operation.table(), operation.constraint()));
		return footprint;
	}

	@Override
	public Footprint visit(RenameConstraint operation) {
		return Footprint.at(DROP_CONSTRAINT + 1)
			.remove(Footprint.constraint(operation.table(), operation.from()))
			.remove(Footprint.relation(operation.table().sibling(operation.from())))
			.bring(Footprint.constraint(operation.table(), operation.to()))
			.bring(Footprint.relation(operation.table().sibling(operation.to())));
	}

	@Override
	public Footprint visit(CreateIndex operation) {
		Footprint footprint = Footprint.at(CONSTRAINT + 1)
			.needAll(Footprint.partsOf(operation.table(), operation.index()));
		footprint.brings().addAll(Footprint.wholeOf(operation.table(), operation.index()));
		return footprint;
	}

	@Override
	public Footprint visit(DropIndex operation) {
		Footprint footprint = Footprint.at(DROP_CONSTRAINT)
			.freeAll(Footprint.partsOf(operation.table(), operation.index()));
		footprint.removes().addAll(Footprint.wholeOf(operation.table(), operation.index()));
		return footprint;
	}

	@Override
	public Footprint visit(RenameIndex operation) {
		return Footprint.at(DROP_CONSTRAINT + 1)
			.remove(Footprint.relation(operation.table().sibling(operation.from())))
			.bring(Footprint.relation(operation.table().sibling(operation.to())));
	}

	@Override
	public Footprint visit(CreateSequence operation) {
		QualifiedName name = operation.sequence().name();
		return Footprint.at(CREATE_TYPE)
			.bring(Footprint.relation(name))
			.bring("name " + name)
			.bring("word " + name.name())
			.need(Footprint.schema(name.schema()));
	}

	@Override
	public Footprint visit(DropSequence operation) {
		QualifiedName name = operation.sequence().name();
		return Footprint.at(DROP_TYPE)
			.remove(Footprint.relation(name))
			.remove("name " + name)
			.remove("word " + name.name())
			.freeAll(new TreeSet<>(List.of(Footprint.schema(name.schema()))));
	}

	@Override
	public Footprint visit(AlterSequence operation) {
		Footprint footprint = Footprint.at(COLUMN + 1).change(Footprint.relation(operation.after().name()));
		owner(operation.after(), footprint.needs());
		owner(operation.before(), footprint.frees());
		footprint.frees().removeAll(footprint.needs());
		return footprint;
	}

	private static void owner(Sequence sequence, SortedSet<String> things) {
		ColumnName owner = sequence.ownedBy();
		if (owner != null) {
			things.add(Footprint.relation(owner.table()));
			things.add(Footprint.column(owner.table(), owner.column()));
		}
	}

	@Override
	public Footprint visit(RenameSequence operation) {
		return Footprint.at(0);
	}

	private static Footprint createType(QualifiedName name) {
		return Footprint.at(CREATE_TYPE)
			.bring(Footprint.type(name))
			.bring("word " + name.name())
			.need(Footprint.schema(name.schema()));
	}

	private static Footprint dropType(QualifiedName name) {
		return Footprint.at(DROP_TYPE)
			.remove(Footprint.type(name))
			.remove("word " + name.name())
			.freeAll(new TreeSet<>(List.of(Footprint.schema(name.schema()))));
	}

	private static Footprint changeType(QualifiedName name) {
		return Footprint.at(CREATE_TYPE + 1).change(Footprint.type(name)).change("word " + name.name());
	}

	@Override
	public Footprint visit(CreateEnum operation) {
		return createType(operation.type().name());
	}

	@Override
	public Footprint visit(DropEnum operation) {
		return dropType(operation.type().name());
	}

	@Override
	public Footprint visit(AddEnumValue operation) {
		return changeType(operation.before().name());
	}

	@Override
	public Footprint visit(RebuildEnum operation) {
		return changeType(operation.before().name());
	}

	@Override
	public Footprint visit(RenameType operation) {
		return Footprint.at(0);
	}

	@Override
	public Footprint visit(RenameEnumValue operation) {
		return Footprint.at(0);
	}

	@Override
	public Footprint visit(RenameConstant operation) {
		return Footprint.at(COLUMN).change(Footprint.column(operation.table(), operation.column()));
	}

	@Override
	public Footprint visit(CreateDomain operation) {
		Footprint footprint = createType(operation.domain().name())
			.needAll(Footprint.partsOf(operation.domain().type()))
			.needAll(Footprint.partsOf(operation.domain().defaultExpression()));
		operation.domain().checks().forEach((check) -> footprint.needAll(Footprint.partsOf(check.expression())));
		return footprint;
	}

	@Override
	public Footprint visit(DropDomain operation) {
		return dropType(operation.domain().name()).freeAll(Footprint.partsOf(operation.domain().type()));
	}

	@Override
	public Footprint visit(AlterDomain operation) {
		return changeType(operation.after().name());
	}

	@Override
	public Footprint visit(CreateObject operation) {
		return ProgramFootprint.of(operation.object(), CREATE_PROGRAM).created();
	}

	@Override
	public Footprint visit(DropObject operation) {
		return ProgramFootprint.of(operation.object(), DROP_PROGRAM).dropped();
	}

	@Override
	public Footprint visit(ChangeComment operation) {
		return Footprint.at(COMMENT);
	}

	@Override
	public Footprint visit(InsertRows operation) {
		return Footprint.at(COMMENT).need(Footprint.relation(operation.table()));
	}

	@Override
	public Footprint visit(ExecuteSql operation) {
		return Footprint.at(COMMENT);
	}

}

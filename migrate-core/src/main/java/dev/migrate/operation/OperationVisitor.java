package dev.migrate.operation;

/**
 * Whoever has to know every operation. Without default methods: a new operation does not
 * compile until all of them do.
 *
 * @param <R> what comes out for an operation
 */
public interface OperationVisitor<R> {

	R visit(CreateSchema operation);

	R visit(DropSchema operation);

	R visit(CreateTable operation);

	R visit(DropTable operation);

	R visit(RenameTable operation);

	R visit(AddColumn operation);

	R visit(DropColumn operation);

	R visit(RenameColumn operation);

	R visit(ChangeColumnType operation);

	R visit(ChangeNullability operation);

	R visit(ChangeDefault operation);

	R visit(ChangeIdentity operation);

	R visit(ChangeGenerated operation);

	R visit(AddConstraint operation);

	R visit(DropConstraint operation);

	R visit(RenameConstraint operation);

	R visit(CreateIndex operation);

	R visit(DropIndex operation);

	R visit(RenameIndex operation);

	R visit(CreateSequence operation);

	R visit(DropSequence operation);

	R visit(AlterSequence operation);

	R visit(RenameSequence operation);

	R visit(CreateEnum operation);

	R visit(DropEnum operation);

	R visit(AddEnumValue operation);

	R visit(RebuildEnum operation);

	R visit(RenameType operation);

	R visit(RenameEnumValue operation);

	R visit(RenameConstant operation);

	R visit(CreateDomain operation);

	R visit(DropDomain operation);

	R visit(AlterDomain operation);

	R visit(CreateObject operation);

	R visit(DropObject operation);

	R visit(ChangeComment operation);

	R visit(InsertRows operation);

	R visit(ExecuteSql operation);

}

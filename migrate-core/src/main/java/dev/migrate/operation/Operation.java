package dev.migrate.operation;

/**
 * One change of a schema, as data: what the comparison finds, a Java revision records and
 * a dialect renders. Each carries the whole definition of what it touches, before and
 * after, so that its reverse is known without asking anyone.
 */
public sealed interface Operation permits CreateSchema, DropSchema, CreateTable, DropTable, RenameTable, AddColumn,
		DropColumn, RenameColumn, ChangeColumnType, ChangeNullability, ChangeDefault, ChangeIdentity, ChangeGenerated,
		AddConstraint, DropConstraint, RenameConstraint, CreateIndex, DropIndex, RenameIndex, CreateSequence,
		DropSequence, AlterSequence, RenameSequence, CreateEnum, DropEnum, AddEnumValue, RebuildEnum, RenameType,
		RenameEnumValue, RenameConstant, CreateDomain, DropDomain, AlterDomain, CreateObject, DropObject, ChangeComment,
		InsertRows, ExecuteSql {

	/**
	 * Call the visitor's method for this operation.
	 * @param <R> what the visitor returns
	 * @param visitor the visitor
	 * @return what the visitor returned
	 */
	<R> R accept(OperationVisitor<R> visitor);

	/**
	 * Return what takes this operation back. Rows that it loses don't come back.
	 * @return the reverse, or why there is none
	 */
	Reversal reverse();

	/**
	 * Return the operation in a few plain words, on one line, without SQL.
	 * @return such as {@code add column public.students.age}
	 */
	String summary();

}

package dev.migrate.migration;

import java.util.List;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.ChangeComment;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.IndexMode;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Literal;
import dev.migrate.operation.ObjectReference;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.TableConstraint;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what concerns tables.
 */
abstract class TableRecorder extends ObjectRecorder implements TableOperations {

	@Override
	public void createTable(String name, TableElement... elements) {
		record(new CreateTable(new TableDefinition(name, List.of(elements)).table()));
	}

	@Override
	public void dropTable(String name) {
		record(new DropTable(Table.of(Names.qualified(name), List.of())),
				undefined("table " + name, "dropTable(table(\"" + name + "\", …))"));
	}

	@Override
	public void dropTable(TableDefinition table) {
		record(new DropTable(table.table()));
	}

	@Override
	public void renameTable(String from, String to) {
		record(new RenameTable(Names.qualified(from), Names.qualified(to)));
	}

	@Override
	public void commentOnTable(String table, @Nullable String text) {
		record(new ChangeComment(reference(table), null, text),
				undefined("the comment on " + table, "the former one before the new one"));
	}

	@Override
	public void commentOnTable(String table, @Nullable String was, @Nullable String text) {
		record(new ChangeComment(reference(table), was, text));
	}

	private static ObjectReference reference(String table) {
		return new ObjectReference(ObjectReference.Kind.TABLE, Names.qualified(table), "");
	}

	@Override
	public void addColumn(String table, ColumnDefinition column) {
		QualifiedName name = Names.qualified(table);
		record(new AddColumn(name, column.column(), null));
		column.constraints().forEach((constraint) -> record(new AddConstraint(name, constraint.of(name))));
	}

	@Override
	public void dropColumn(String table, String column) {
		record(new DropColumn(Names.qualified(table), unknown(column)), undefined("column " + table + "." + column,
				"dropColumn(\"" + table + "\", column(\"" + column + "\", …))"));
	}

	@Override
	public void dropColumn(String table, ColumnDefinition column) {
		QualifiedName name = Names.qualified(table);
		column.constraints().forEach((constraint) -> record(new DropConstraint(name, constraint.of(name))));
		record(new DropColumn(name, column.column()));
	}

	private static Column unknown(String name) {
		return Column.of(name, "");
	}

	@Override
	public void renameColumn(String table, String from, String to) {
		record(new RenameColumn(Names.qualified(table), from, to));
	}

	@Override
	public ColumnAlteration alterColumn(String table, String column) {
		return new ColumnAlteration(Names.qualified(table), unknown(column), false, this::record);
	}

	@Override
	public ColumnAlteration alterColumn(String table, ColumnDefinition column) {
		return new ColumnAlteration(Names.qualified(table), column.column(), true, this::record);
	}

	@Override
	public void addConstraint(String table, ConstraintDefinition constraint) {
		QualifiedName name = Names.qualified(table);
		record(new AddConstraint(name, constraint.of(name)));
	}

	@Override
	public void dropConstraint(String table, String name) {
		record(new DropConstraint(Names.qualified(table), new TableConstraint.Checked(Check.of(name, ""))),
				undefined("constraint " + name, "dropConstraint(\"" + table + "\", unique(…) or the like)"));
	}

	@Override
	public void dropConstraint(String table, ConstraintDefinition constraint) {
		QualifiedName name = Names.qualified(table);
		record(new DropConstraint(name, constraint.of(name)));
	}

	@Override
	public void renameConstraint(String table, String from, String to) {
		record(new RenameConstraint(Names.qualified(table), from, to));
	}

	@Override
	public void createIndex(String table, String... columns) {
		createIndex(table, Definitions.index(columns));
	}

	@Override
	public void createIndex(String table, IndexDefinition index) {
		QualifiedName name = Names.qualified(table);
		record(new CreateIndex(name, index.of(name)));
	}

	@Override
	public void createIndexConcurrently(String table, IndexDefinition index) {
		QualifiedName name = Names.qualified(table);
		record(new CreateIndex(name, index.of(name), IndexMode.CONCURRENT));
	}

	@Override
	public void dropIndex(String table, String name) {
		record(new DropIndex(Names.qualified(table), Index.of(name, List.of())),
				undefined("index " + name, "dropIndex(\"" + table + "\", index(…))"));
	}

	@Override
	public void dropIndex(String table, IndexDefinition index) {
		QualifiedName name = Names.qualified(table);
		record(new DropIndex(name, index.of(name)));
	}

	@Override
	public void dropIndexConcurrently(String table, IndexDefinition index) {
		QualifiedName name = Names.qualified(table);
		record(new DropIndex(name, index.of(name), IndexMode.CONCURRENT));
	}

	@Override
	public void renameIndex(String table, String from, String to) {
		record(new RenameIndex(Names.qualified(table), from, to));
	}

	@Override
	public Execution bulkInsert(String table, List<String> columns, List<List<Literal>> rows) {
		QualifiedName name = Names.qualified(table);
		for (List<Literal> row : rows) {
			if (row.size() != columns.size()) {
				throw new MigrateException(ErrorCode.INVALID_SOURCE,
						"A row for " + table + " has " + row.size() + " values, and there are " + columns.size()
								+ " columns: " + String.join(", ", columns) + ".",
						"Give one value for each column; null is one.");
			}
		}
		return executed(new InsertRows(name, columns, rows),
				"which rows to delete can't be told; say it with bulkInsert(…).reversedBy(…)",
				(reversal) -> new InsertRows(name, columns, rows, reversal));
	}

}

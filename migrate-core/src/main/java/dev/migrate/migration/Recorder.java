package dev.migrate.migration;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.error.SourceLocation;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.Reversal;
import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import dev.migrate.sql.JdbcWork;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what a revision asks for.
 */
final class Recorder implements Operations {

	private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

	private final @Nullable Recording upgrade;

	private final List<Recorded> entries = new ArrayList<>();

	private boolean transactional = true;

	private @Nullable String irreversible;

	Recorder(@Nullable Recording upgrade) {
		this.upgrade = upgrade;
	}

	Recording recording() {
		return new Recording(this.entries, this.transactional, this.irreversible);
	}

	private void record(Operation operation) {
		record(operation, null);
	}

	private void record(Operation operation, @Nullable String oneWay) {
		this.entries.add(new Recorded.Change(operation, oneWay, caller(), List.of()));
	}

	private static SourceLocation caller() {
		return STACK.walk((frames) -> frames
			.filter((frame) -> !frame.getDeclaringClass().getPackageName().equals(Recorder.class.getPackageName()))
			.findFirst()
			.map((frame) -> SourceLocation.of(frame.getClassName(), Math.max(0, frame.getLineNumber())))
			.orElse(SourceLocation.of("a Java revision")));
	}

	private static String undefined(String what, String remedy) {
		return "what " + what + " was is not said: write " + remedy;
	}

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
		record(new DropColumn(Names.qualified(table), column.column()));
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
	public void execute(String sql) {
		record(new ExecuteSql(sql, null), "no statement is known that takes back what was executed");
	}

	@Override
	public void run(String description, JdbcCode code) {
		run(description, (jdbc, arguments) -> code.run(jdbc));
	}

	@Override
	public void run(String description, JdbcWork code) {
		this.entries.add(new Recorded.Code(description, code, caller(), List.of()));
	}

	@Override
	public void outsideTransaction() {
		this.transactional = false;
	}

	@Override
	public void irreversible(String reason) {
		upgraded("irreversible");
		this.irreversible = reason;
	}

	@Override
	public void reverse() {
		Recording recorded = upgraded("reverse");
		this.transactional &= recorded.transactional();
		for (int index = recorded.entries().size() - 1; index >= 0; index--) {
			this.entries.add(recorded.entries().get(index).accept(new Reverse()));
		}
	}

	private Recording upgraded(String method) {
		if (this.upgrade == null) {
			throw new MigrateException(ErrorCode.INVALID_SOURCE, caller() + " calls " + method + "() in an upgrade.",
					"Only a downgrade may: move it to downgrade(Operations).");
		}
		return this.upgrade;
	}

	/** Knows the way back of what an upgrade recorded. */
	private static final class Reverse implements Recorded.Visitor<Recorded> {

		@Override
		public Recorded visit(Recorded.Change change) {
			Reversal reversal = change.operation().reverse();
			String oneWay = change.oneWay();
			if (oneWay == null && reversal instanceof Reversal.By by) {
				return new Recorded.Change(by.operation(), null, change.location(), change.dialects());
			}
			String reason = (oneWay == null && reversal instanceof Reversal.Impossible impossible) ? impossible.reason()
					: String.valueOf(oneWay);
			throw impossible(change.location() + " (" + change.operation().summary() + ")", reason);
		}

		@Override
		public Recorded visit(Recorded.Code code) {
			throw impossible(code.location() + " (code: " + code.description() + ")",
					"nothing is known of what code does");
		}

		private static MigrateException impossible(String what, String reason) {
			return new MigrateException(ErrorCode.INVALID_SOURCE,
					"reverse() can't take back " + what + ": " + reason + ".",
					"Say it there, or write this downgrade step by step.");
		}

	}

}

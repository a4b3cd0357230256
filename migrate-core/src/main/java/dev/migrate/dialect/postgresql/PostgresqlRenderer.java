package dev.migrate.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.migrate.dialect.Definitions;
import dev.migrate.dialect.SequenceClauses;
import dev.migrate.dialect.StandardSqlRenderer;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.ChangeColumnType;
import dev.migrate.operation.ChangeGenerated;
import dev.migrate.operation.ChangeIdentity;
import dev.migrate.operation.CreateEnum;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateObject;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropEnum;
import dev.migrate.operation.DropObject;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.IndexMode;
import dev.migrate.operation.ObjectReference;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RebuildEnum;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.RenameSequence;
import dev.migrate.operation.RenameEnumValue;
import dev.migrate.operation.RenameType;
import dev.migrate.operation.TableConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnName;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectKind;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SequenceOptions;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableOptions;

/**
 * Writes operations for PostgreSQL 14 to 18.
 */
public final class PostgresqlRenderer extends StandardSqlRenderer {

	/**
	 * Create the renderer.
	 * @param currentSchema the schema that needs no mention
	 */
	public PostgresqlRenderer(String currentSchema) {
		this(new PostgresqlWords(currentSchema));
	}

	/**
	 * Create a renderer of operations that a person typed.
	 * @return the renderer
	 */
	public static PostgresqlRenderer typed() {
		return new PostgresqlRenderer(new TypedPostgresqlWords());
	}

	private PostgresqlRenderer(PostgresqlWords words) {
		super(words, new Definitions(words), new PostgresqlNames(), new PostgresqlFills(words));
	}

	@Override
	public List<String> render(List<? extends Operation> operations) {
		List<String> statements = new ArrayList<>();
		for (List<Operation> group : new Neighbours(this::needsFilling).in(operations)) {
			if (group.size() == 1) {
				statements.addAll(render(group.get(0)));
				continue;
			}
			List<AddColumn> added = all(group, AddColumn.class);
			List<ChangeColumnType> changed = all(group, ChangeColumnType.class);
			if (added.isEmpty()) {
				statements.add(alter(changed.get(0).table(),
						changed.stream().flatMap((change) -> clauses(change).stream()).toList()));
			}
			else {
				addColumns(added, statements);
			}
		}
		return statements;
	}

	private static <T> List<T> all(List<Operation> group, Class<T> type) {
		return group.stream().filter(type::isInstance).map(type::cast).toList();
	}

	private void addColumns(List<AddColumn> columns, List<String> statements) {
		QualifiedName table = columns.get(0).table();
		boolean moved = needsFilling(columns.get(0));
		statements.add(alter(table,
				columns.stream()
					.map((added) -> "ADD COLUMN "
							+ definitions().column(moved ? added.column().withDefault(null) : added.column()))
					.toList()));
		if (moved) {
			statements.add(fills().moved(columns));
			columns.stream()
				.filter((added) -> added.column().defaultExpression() != null)
				.forEach((added) -> statements
					.add(alterColumn(table, added.column(), "SET DEFAULT " + words().defaultOf(added.column()))));
		}
		for (AddColumn added : columns) {
			addComment(statements, ObjectReference.column(table, added.column().name()), added.column().comment());
		}
	}

	@Override
	public List<String> visit(CreateTable operation) {
		Table table = operation.table();
		QualifiedName parent = table.options().partitionOf();
		if (parent == null) {
			return super.visit(operation);
		}
		List<String> statements = new ArrayList<>();
		statements.add("CREATE TABLE " + words().name(table.name()) + " PARTITION OF " + words().name(parent)
				+ ("DEFAULT".equals(table.options().partitionBound()) ? " " : "\n    ")
				+ table.options().partitionBound() + createTableTail(table));
		// What it has beside what comes from its parent.
		TableConstraint.of(table)
			.forEach((constraint) -> statements.addAll(visit(new AddConstraint(table.name(), constraint))));
		table.indexes().forEach((index) -> statements.addAll(createIndex(table.name(), index)));
		addComment(statements, ObjectReference.to(table), table.comment());
		return statements;
	}

	@Override
	protected String createTableHead(Table table) {
		return table.options().unlogged() ? "CREATE UNLOGGED TABLE " : super.createTableHead(table);
	}

	@Override
	protected String createTableTail(Table table) {
		TableOptions options = table.options();
		StringBuilder tail = new StringBuilder();
		if (!options.inherits().isEmpty()) {
			tail.append(" INHERITS (")
				.append(options.inherits().stream().map(words()::name).collect(Collectors.joining(", ")))
				.append(')');
		}
		if (options.partitionKey() != null) {
			tail.append(" PARTITION BY ").append(options.partitionKey());
		}
		return tail.toString();
	}

	@Override
	protected List<String> tableExtras(Table table) {
		List<String> statements = new ArrayList<>();
		if (table.options().rowSecurity()) {
			statements.add(alter(table.name(), "ENABLE ROW LEVEL SECURITY"));
		}
		if (table.options().forceRowSecurity()) {
			statements.add(alter(table.name(), "FORCE ROW LEVEL SECURITY"));
		}
		return statements;
	}

	@Override
	public List<String> visit(CreateIndex operation) {
		return inMode(operation.mode(), super.visit(operation));
	}

	@Override
	public List<String> visit(DropIndex operation) {
		return inMode(operation.mode(), super.visit(operation));
	}

	private static List<String> inMode(IndexMode mode, List<String> statements) {
		if (mode == IndexMode.ORDINARY) {
			return statements;
		}
		List<String> concurrent = new ArrayList<>(statements);
		concurrent.set(0, statements.get(0).replaceFirst("INDEX ", "INDEX CONCURRENTLY "));
		return concurrent;
	}

	@Override
	protected List<String> createIndex(QualifiedName table, Index index) {
		StringBuilder text = new StringBuilder("CREATE ").append(index.unique() ? "UNIQUE " : "")
			.append("INDEX ")
			.append(words().name(index.name()))
			.append(" ON ")
			.append(words().name(table));
		if (!index.method().equals("btree")) {
			text.append(" USING ").append(index.method());
		}
		text.append(" (")
			.append(index.elements().stream().map(definitions()::element).collect(Collectors.joining(", ")))
			.append(')');
		if (!index.include().isEmpty()) {
			text.append(" INCLUDE (").append(words().names(index.include())).append(')');
		}
		if (index.nullsNotDistinct()) {
			text.append(" NULLS NOT DISTINCT");
		}
		if (index.predicate() != null) {
			text.append(" WHERE ").append(words().expression(index.predicate()));
		}
		List<String> statements = new ArrayList<>();
		statements.add(text.toString());
		addComment(statements, ObjectReference.index(table, index.name()), index.comment());
		return statements;
	}

	@Override
	public List<String> visit(RenameColumn operation) {
		return List.of(alter(operation.table(),
				"RENAME COLUMN " + words().name(operation.from()) + " TO " + words().name(operation.to())));
	}

	@Override
	public List<String> visit(RenameIndex operation) {
		return List.of("ALTER INDEX " + words().name(operation.table().sibling(operation.from())) + " RENAME TO "
				+ words().name(operation.to()));
	}

	@Override
	public List<String> visit(ChangeColumnType operation) {
		return List.of(alter(operation.table(), clauses(operation)));
	}

	private List<String> clauses(ChangeColumnType operation) {
		Column before = operation.before();
		Column after = operation.after();
		TypeChange change = new TypeChange(before, after);
		String alter = "ALTER COLUMN " + words().name(after.name()) + " ";
		List<String> clauses = new ArrayList<>();
		boolean carriesDefault = change.carriesDefault();
		if (before.defaultExpression() != null && !carriesDefault) {
			clauses.add(alter + "DROP DEFAULT");
		}
		String type = alter + "TYPE " + words().type(after.type());
		if (after.collation() != null) {
			type += " COLLATE " + words().local(after.collation());
		}
		String conversion = operation.conversion(words().name(after.name()));
		if (conversion != null) {
			boolean named = !operation.constants().isEmpty() && after.type().definedBy() != null;
			type += " USING " + (named ? "(" + conversion + ")::" + words().type(after.type()) : conversion);
		}
		else if (change.needsUsing()) {
			type += " USING " + change.using(words().name(after.name()), words().type(after.type()));
		}
		clauses.add(type);
		if (after.defaultExpression() != null && !carriesDefault) {
			clauses.add(alter + "SET DEFAULT " + words().defaultOf(after));
		}
		return clauses;
	}

	@Override
	public List<String> visit(ChangeIdentity operation) {
		Column before = operation.before();
		Column after = operation.after();
		if (after.identity() == null) {
			return List.of(alterColumn(operation.table(), after, "DROP IDENTITY"));
		}
		if (before.identity() == null) {
			String column = words().name(after.name());
			return List.of(
					alterColumn(operation.table(), after,
							"ADD " + definitions().identity(after.identity(), after.type().sql())),
					"SELECT setval(pg_get_serial_sequence(" + words().literal(words().name(operation.table())) + ", "
							+ words().literal(after.name()) + "), coalesce(max(" + column + "), 0) + 1, false) FROM "
							+ words().name(operation.table()));
		}
		List<String> clauses = new ArrayList<>();
		if (before.identity().always() != after.identity().always()) {
			clauses.add("SET GENERATED " + (after.identity().always() ? "ALWAYS" : "BY DEFAULT"));
		}
		SequenceClauses.between(before.identity().options(), after.identity().options())
			.forEach((clause) -> clauses.add("SET " + clause));
		return clauses.isEmpty() ? List.of()
				: List.of(alterColumn(operation.table(), after, String.join(" ", clauses)));
	}

	@Override
	public List<String> visit(ChangeGenerated operation) {
		Column before = operation.before();
		Column after = operation.after();
		if (after.generated() == null && before.generated() != null && before.generated().stored()) {
			return List.of(alterColumn(operation.table(), after, "DROP EXPRESSION"));
		}
		return super.visit(operation);
	}

	@Override
	public String moveBeyond(Sequence sequence, List<ColumnName> columns) {
		String highest = highest(columns);
		return "SELECT setval(" + words().literal(words().name(sequence.name())) + ", " + highest + " + "
				+ sequence.options().increment() + ", false) FROM " + holders(columns) + " HAVING " + highest
				+ " IS NOT NULL";
	}

	@Override
	public List<String> visit(CreateSequence operation) {
		Sequence sequence = operation.sequence();
		StringBuilder text = new StringBuilder(sequence.unlogged() ? "CREATE UNLOGGED SEQUENCE " : "CREATE SEQUENCE ")
			.append(words().name(sequence.name()));
		for (String clause : definitions().sequenceOptions(sequence.options(), "bigint")) {
			text.append(' ').append(clause);
		}
		if (sequence.ownedBy() != null) {
			text.append(' ').append(ownedBy(sequence.ownedBy()));
		}
		List<String> statements = new ArrayList<>();
		statements.add(text.toString());
		addComment(statements, ObjectReference.to(sequence), sequence.comment());
		return statements;
	}

	private String ownedBy(ColumnName column) {
		return "OWNED BY " + words().name(column.table()) + "." + words().name(column.column());
	}

	@Override
	public List<String> visit(AlterSequence operation) {
		SequenceOptions before = operation.before().options();
		SequenceOptions after = operation.after().options();
		List<String> clauses = new ArrayList<>();
		if (!before.type().equals(after.type())) {
			clauses.add("AS " + after.type().toUpperCase(Locale.ROOT));
		}
		clauses.addAll(SequenceClauses.between(before, after));
		ColumnName owner = operation.after().ownedBy();
		if (owner == null && operation.before().ownedBy() != null) {
			clauses.add("OWNED BY NONE");
		}
		else if (owner != null && !owner.equals(operation.before().ownedBy())) {
			clauses.add(ownedBy(owner));
		}
		String head = "ALTER SEQUENCE " + words().name(operation.after().name()) + " ";
		List<String> statements = new ArrayList<>();
		if (!clauses.isEmpty()) {
			statements.add(head + String.join(" ", clauses));
		}
		if (operation.before().unlogged() != operation.after().unlogged()) {
			statements.add(head + (operation.after().unlogged() ? "SET UNLOGGED" : "SET LOGGED"));
		}
		return statements;
	}

	@Override
	public List<String> visit(RenameSequence operation) {
		return List.of("ALTER SEQUENCE " + words().name(operation.from()) + " RENAME TO "
				+ words().name(operation.to().name()));
	}

	@Override
	public List<String> visit(CreateEnum operation) {
		List<String> statements = new ArrayList<>();
		statements.add(EnumRebuild.create(words(), operation.type()));
		addComment(statements, ObjectReference.to(operation.type()), operation.type().comment());
		return statements;
	}

	@Override
	public List<String> visit(DropEnum operation) {
		return List.of("DROP TYPE " + words().name(operation.type().name()));
	}

	@Override
	public List<String> visit(AddEnumValue operation) {
		EnumType before = operation.before();
		String place = "";
		if (operation.position() < before.labels().size()) {
			place = " BEFORE " + words().literal(before.labels().get(operation.position()));
		}
		return List.of("ALTER TYPE " + words().name(before.name()) + " ADD VALUE " + words().literal(operation.label())
				+ place);
	}

	@Override
	public List<String> visit(RebuildEnum operation) {
		List<String> statements = new ArrayList<>(new EnumRebuild(this, words(), operation).statements());
		addComment(statements, ObjectReference.to(operation.after()), operation.after().comment());
		return statements;
	}

	@Override
	public List<String> visit(RenameType operation) {
		return List.of("ALTER " + ((operation.kind() == ObjectKind.DOMAIN) ? "DOMAIN " : "TYPE ")
				+ words().name(operation.from()) + " RENAME TO " + words().name(operation.to().name()));
	}

	@Override
	public List<String> visit(RenameEnumValue operation) {
		return List.of("ALTER TYPE " + words().name(operation.type()) + " RENAME VALUE "
				+ words().literal(operation.from()) + " TO " + words().literal(operation.to()));
	}

	@Override
	public List<String> visit(CreateObject operation) {
		List<String> statements = new ArrayList<>(
				new ServerText(words(), definitions(), this::createIndex).create(operation.object()));
		addComment(statements, ObjectReference.to(operation.object()), operation.object().comment());
		return statements;
	}

	@Override
	public List<String> visit(DropObject operation) {
		return List.of(new ServerText(words(), definitions(), this::createIndex).drop(operation.object()));
	}

}

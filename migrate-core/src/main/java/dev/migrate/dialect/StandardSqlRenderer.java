package dev.migrate.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.Objects;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterDomain;
import dev.migrate.operation.ChangeComment;
import dev.migrate.operation.ChangeDefault;
import dev.migrate.operation.ChangeGenerated;
import dev.migrate.operation.ChangeNullability;
import dev.migrate.operation.CreateDomain;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateSchema;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropDomain;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropSchema;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Operation;
import dev.migrate.operation.OperationVisitor;
import dev.migrate.operation.FillValue;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.ObjectReference;
import dev.migrate.operation.RenameConstant;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.ServerNames;
import dev.migrate.operation.TableConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnName;
import dev.migrate.schema.Domain;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.sql.Placeholders;
import org.jspecify.annotations.Nullable;

/**
 * The statements that PostgreSQL and H2 write alike. One statement for an operation where
 * it can be one; a clause per line where there are several.
 */
public abstract class StandardSqlRenderer implements Renderer, OperationVisitor<List<String>> {

	private static final String INDENT = "\n    ";

	private static final int ROWS = 1000;

	private final SqlWords words;

	private final Definitions definitions;

	private final ServerNames serverNames;

	private final FillStatements fills;

	/**
	 * Create the renderer.
	 * @param words how the database spells things
	 * @param definitions what stands inside a table
	 * @param serverNames the names that need not be said
	 * @param fills how rows get values
	 */
	protected StandardSqlRenderer(SqlWords words, Definitions definitions, ServerNames serverNames,
			FillStatements fills) {
		this.words = words;
		this.definitions = definitions;
		this.serverNames = serverNames;
		this.fills = fills;
	}

	@Override
	public final SqlWords words() {
		return this.words;
	}

	protected final FillStatements fills() {
		return this.fills;
	}

	protected final Definitions definitions() {
		return this.definitions;
	}

	@Override
	public final List<String> render(Operation operation) {
		return operation.accept(this);
	}

	@Override
	public List<String> render(List<? extends Operation> operations) {
		return operations.stream().flatMap((operation) -> render(operation).stream()).toList();
	}

	@Override
	public String moveBeyond(Sequence sequence, List<ColumnName> columns) {
		return "ALTER SEQUENCE " + this.words.name(sequence.name()) + " RESTART WITH (SELECT COALESCE("
				+ highest(columns) + ", 0) + " + sequence.options().increment() + " FROM " + holders(columns) + ")";
	}

	protected final String highest(List<ColumnName> columns) {
		return "max(" + ((columns.size() == 1) ? this.words.name(columns.get(0).column()) : "number") + ")";
	}

	protected final String holders(List<ColumnName> columns) {
		if (columns.size() == 1) {
			return this.words.name(columns.get(0).table());
		}
		return columns.stream()
			.map((column) -> "SELECT " + this.words.name(column.column()) + " AS number FROM "
					+ this.words.name(column.table()))
			.collect(Collectors.joining(" UNION ALL ", "(", ") AS taken"));
	}

	/**
	 * Write an ALTER TABLE.
	 * @param table the table
	 * @param clauses at least one clause
	 * @return the statement
	 */
	protected final String alter(QualifiedName table, List<String> clauses) {
		String head = "ALTER TABLE " + this.words.name(table);
		return (clauses.size() == 1) ? head + " " + clauses.get(0) : head + INDENT + String.join("," + INDENT, clauses);
	}

	protected final String alter(QualifiedName table, String clause) {
		return alter(table, List.of(clause));
	}

	protected final String alterColumn(QualifiedName table, Column column, String clause) {
		return alter(table, "ALTER COLUMN " + this.words.name(column.name()) + " " + clause);
	}

	@Override
	public List<String> visit(CreateSchema operation) {
		List<String> statements = new ArrayList<>();
		statements.add("CREATE SCHEMA " + this.words.name(operation.namespace().name()));
		addComment(statements, ObjectReference.to(operation.namespace()), operation.namespace().comment());
		return statements;
	}

	@Override
	public List<String> visit(DropSchema operation) {
		return List.of("DROP SCHEMA " + this.words.name(operation.namespace().name()));
	}

	@Override
	public List<String> visit(CreateTable operation) {
		Table table = operation.table();
		List<String> lines = new TableText(this.words, this.definitions, this.serverNames, table).lines();
		List<String> statements = new ArrayList<>();
		String inside = lines.isEmpty() ? " ()" : " (" + INDENT + String.join("," + INDENT, lines) + "\n)";
		statements.add(createTableHead(table) + this.words.name(table.name()) + inside + createTableTail(table));
		table.indexes().forEach((index) -> statements.addAll(createIndex(table.name(), index)));
		statements.addAll(tableExtras(table));
		addComment(statements, ObjectReference.to(table), table.comment());
		for (Column column : table.columns()) {
			addComment(statements, ObjectReference.column(table.name(), column.name()), column.comment());
		}
		for (TableConstraint constraint : TableConstraint.of(table)) {
			addComment(statements, ObjectReference.constraint(table.name(), constraint.name()), constraint.comment());
		}
		if (operation.rows() != null) {
			statements.add(this.fills.rows(table.name(), operation.rows()));
		}
		return statements;
	}

	protected String createTableHead(Table table) {
		return "CREATE TABLE ";
	}

	protected String createTableTail(Table table) {
		return "";
	}

	protected List<String> tableExtras(Table table) {
		return List.of();
	}

	@Override
	public List<String> visit(DropTable operation) {
		return List.of("DROP TABLE " + this.words.name(operation.table().name()));
	}

	@Override
	public List<String> visit(RenameTable operation) {
		List<String> statements = new ArrayList<>();
		QualifiedName moved = new QualifiedName(operation.to().schema(), operation.from().name());
		if (!moved.equals(operation.from())) {
			statements.add(alter(operation.from(), "SET SCHEMA " + this.words.name(moved.schema())));
		}
		if (!moved.equals(operation.to())) {
			statements.add(alter(moved, "RENAME TO " + this.words.name(operation.to().name())));
		}
		return statements;
	}

	@Override
	public List<String> visit(AddColumn operation) {
		Column column = operation.column();
		QualifiedName table = operation.table();
		List<String> statements = new ArrayList<>();
		if (needsFilling(operation)) {
			Column open = column.withNullable(true).withDefault(null);
			statements.add(alter(table, "ADD COLUMN " + this.definitions.column(open)));
			statements.add(this.fills.all(table, column.name(), Objects.requireNonNull(operation.fill())));
			if (column.defaultExpression() != null) {
				statements.add(alterColumn(table, column, "SET DEFAULT " + this.words.defaultOf(column)));
			}
			if (!column.nullable()) {
				statements.add(alterColumn(table, column, "SET NOT NULL"));
			}
		}
		else {
			statements.add(alter(table, "ADD COLUMN " + this.definitions.column(column)));
		}
		addComment(statements, ObjectReference.column(table, column.name()), column.comment());
		return statements;
	}

	/**
	 * Return whether a column is added in three steps: when rows get something else than
	 * its default.
	 * @param operation the operation
	 * @return whether it has a fill of its own
	 */
	protected final boolean needsFilling(AddColumn operation) {
		Column column = operation.column();
		return operation.fill() != null && (column.defaultExpression() == null
				|| !operation.fill().equals(new FillValue.Expression(this.words.defaultOf(column))));
	}

	@Override
	public List<String> visit(DropColumn operation) {
		return List.of(alter(operation.table(), "DROP COLUMN " + this.words.name(operation.column().name())));
	}

	@Override
	public List<String> visit(ChangeNullability operation) {
		Column after = operation.after();
		if (after.nullable()) {
			return List.of(alterColumn(operation.table(), after, "DROP NOT NULL"));
		}
		List<String> statements = new ArrayList<>();
		if (operation.fill() != null) {
			statements.add(this.fills.missing(operation.table(), after.name(), operation.fill()));
		}
		statements.add(alterColumn(operation.table(), after, "SET NOT NULL"));
		return statements;
	}

	@Override
	public List<String> visit(ChangeDefault operation) {
		Column after = operation.after();
		return List.of(alterColumn(operation.table(), after,
				(after.defaultExpression() != null) ? "SET DEFAULT " + this.words.defaultOf(after) : "DROP DEFAULT"));
	}

	@Override
	public List<String> visit(ChangeGenerated operation) {
		List<String> statements = new ArrayList<>();
		statements.add(alter(operation.table(), "DROP COLUMN " + this.words.name(operation.before().name())));
		statements.addAll(visit(new AddColumn(operation.table(), operation.after(), null)));
		return statements;
	}

	@Override
	public List<String> visit(AddConstraint operation) {
		List<String> statements = new ArrayList<>();
		statements.add(alter(operation.table(), "ADD " + this.definitions.named(operation.constraint())));
		addComment(statements, ObjectReference.constraint(operation.table(), operation.constraint().name()),
				operation.constraint().comment());
		return statements;
	}

	@Override
	public List<String> visit(DropConstraint operation) {
		return List.of(alter(operation.table(), "DROP CONSTRAINT " + this.words.name(operation.constraint().name())));
	}

	@Override
	public List<String> visit(RenameConstraint operation) {
		return List.of(alter(operation.table(),
				"RENAME CONSTRAINT " + this.words.name(operation.from()) + " TO " + this.words.name(operation.to())));
	}

	@Override
	public List<String> visit(RenameConstant operation) {
		String column = this.words.name(operation.column());
		return List.of("UPDATE " + this.words.name(operation.table()) + " SET " + column + " = "
				+ this.words.literal(operation.to()) + " WHERE " + column + " = "
				+ this.words.literal(operation.from()));
	}

	@Override
	public List<String> visit(CreateIndex operation) {
		return createIndex(operation.table(), operation.index());
	}

	/**
	 * Write an index with its comment.
	 * @param table the table
	 * @param index the index
	 * @return the statements
	 */
	protected abstract List<String> createIndex(QualifiedName table, Index index);

	@Override
	public List<String> visit(DropIndex operation) {
		return List.of("DROP INDEX " + this.words.name(operation.table().sibling(operation.index().name())));
	}

	@Override
	public List<String> visit(DropSequence operation) {
		return List.of("DROP SEQUENCE " + this.words.name(operation.sequence().name()));
	}

	@Override
	public List<String> visit(CreateDomain operation) {
		Domain domain = operation.domain();
		List<String> statements = new ArrayList<>();
		statements.add(new DomainText(this.words, this.definitions, domain).create());
		addComment(statements, ObjectReference.to(domain), domain.comment());
		return statements;
	}

	@Override
	public List<String> visit(AlterDomain operation) {
		return new DomainText(this.words, this.definitions, operation.after()).alter(operation.before());
	}

	@Override
	public List<String> visit(DropDomain operation) {
		return List.of("DROP DOMAIN " + this.words.name(operation.domain().name()));
	}

	@Override
	public List<String> visit(ChangeComment operation) {
		return List.of(comment(operation.object(), operation.after()));
	}

	protected final void addComment(List<String> statements, ObjectReference object, @Nullable String comment) {
		if (comment != null) {
			statements.add(comment(object, comment));
		}
	}

	private String comment(ObjectReference object, @Nullable String comment) {
		return "COMMENT ON " + commented(object) + " IS " + ((comment != null) ? this.words.literal(comment) : "NULL");
	}

	/**
	 * Write what a comment is on.
	 * @param object the object
	 * @return such as {@code COLUMN students.age}
	 */
	protected String commented(ObjectReference object) {
		String name = this.words.name(object.name());
		return switch (object.kind()) {
			case NAMESPACE -> "SCHEMA " + this.words.name(object.name().name());
			case COLUMN -> "COLUMN " + name + "." + this.words.name(object.member());
			case INDEX -> "INDEX " + this.words.name(object.name().sibling(object.member()));
			case CONSTRAINT, TRIGGER, POLICY, RULE ->
				object.kind() + " " + this.words.name(object.member()) + " ON " + name;
			case ENUM_TYPE, COMPOSITE_TYPE -> "TYPE " + name;
			case ROUTINE -> "ROUTINE " + name + "(" + object.member() + ")";
			case CAST -> "CAST (" + object.name().name() + " AS " + object.member() + ")";
			case EXTENSION, DOMAIN, SEQUENCE, TABLE, VIEW, OTHER -> object.kind() + " " + name;
		};
	}

	/**
	 * Many rows in one statement, in several where they are very many.
	 */
	@Override
	public List<String> visit(InsertRows operation) {
		String head = "INSERT INTO " + this.words.name(operation.table()) + " (" + this.words.names(operation.columns())
				+ ") VALUES";
		List<String> statements = new ArrayList<>();
		for (int start = 0; start < operation.rows().size(); start += ROWS) {
			List<String> rows = operation.rows()
				.subList(start, Math.min(operation.rows().size(), start + ROWS))
				.stream()
				.map((row) -> row.stream().map(this.words::literal).collect(Collectors.joining(", ", "(", ")")))
				.toList();
			statements
				.add((rows.size() == 1) ? head + " " + rows.get(0) : head + INDENT + String.join("," + INDENT, rows));
		}
		return statements;
	}

	@Override
	public List<String> visit(ExecuteSql operation) {
		return List.of(operation.values().isEmpty() ? operation.sql() : Placeholders.fill(operation.sql(),
				operation.values().stream().map(this.words::literal).toList(), this.words.rules()));
	}

}

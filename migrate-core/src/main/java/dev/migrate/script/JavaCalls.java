package dev.migrate.script;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrate.migration.ColumnAlteration;
import dev.migrate.migration.ColumnDefinition;
import dev.migrate.migration.ConstraintDefinition;
import dev.migrate.migration.Definitions;
import dev.migrate.migration.IndexDefinition;
import dev.migrate.migration.Operations;
import dev.migrate.migration.SequenceDefinition;
import dev.migrate.migration.TableElement;
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
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ObjectKind;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import org.jspecify.annotations.Nullable;

import static dev.migrate.script.JavaText.literal;
import static dev.migrate.script.JavaText.literals;

/**
 * Operations in the words of a Java revision, with all that their reverse has to know.
 * Nothing comes out for what has no words there.
 */
final class JavaCalls implements OperationVisitor<List<JavaCall>> {

	private final JavaWords words;

	JavaCalls(JavaWords words) {
		this.words = words;
	}

	private static List<JavaCall> call(String method, String arguments, Consumer<Operations> action) {
		return List.of(new JavaCall("op." + method + "(" + arguments + ");", action));
	}

	private static List<JavaCall> none() {
		return List.of();
	}

	private String name(QualifiedName name) {
		return this.words.name(name);
	}

	private JavaConstraints constraints(QualifiedName table) {
		return new JavaConstraints(this.words, table);
	}

	@Override
	public List<JavaCall> visit(CreateSchema operation) {
		String name = this.words.name(operation.namespace().name());
		return call("createSchema", literal(name), (op) -> op.createSchema(name));
	}

	@Override
	public List<JavaCall> visit(DropSchema operation) {
		String name = this.words.name(operation.namespace().name());
		return call("dropSchema", literal(name), (op) -> op.dropSchema(name));
	}

	@Override
	public List<JavaCall> visit(CreateTable operation) {
		if (operation.rows() != null) {
			return none();
		}
		String name = name(operation.table().name());
		Written<TableElement[]> inside = inside(operation.table());
		return call("createTable", literal(name) + inside.code(), (op) -> op.createTable(name, inside.value()));
	}

	@Override
	public List<JavaCall> visit(DropTable operation) {
		String name = name(operation.table().name());
		Written<TableElement[]> inside = inside(operation.table());
		return call("dropTable", "table(" + literal(name) + inside.code() + ")",
				(op) -> op.dropTable(Definitions.table(name, inside.value())));
	}

	private Written<TableElement[]> inside(Table table) {
		return new JavaTable(this.words, table).inside();
	}

	@Override
	public List<JavaCall> visit(RenameTable operation) {
		String from = name(operation.from());
		String to = name(operation.to());
		return call("renameTable", literal(from) + ", " + literal(to), (op) -> op.renameTable(from, to));
	}

	@Override
	public List<JavaCall> visit(AddColumn operation) {
		String table = name(operation.table());
		Column column = operation.column();
		if (operation.fill() == null) {
			Written<ColumnDefinition> written = this.words.column(column);
			return call("addColumn", literal(table) + ", " + written.code(),
					(op) -> op.addColumn(table, written.value()));
		}
		if (column.nullable()) {
			return new AddColumn(operation.table(), column, null).accept(this);
		}
		Column open = column.withNullable(true);
		Written<ColumnDefinition> written = this.words.column(open);
		return Stream
			.concat(call("addColumn", literal(table) + ", " + written.code(),
					(op) -> op.addColumn(table, written.value()))
				.stream(), new ChangeNullability(operation.table(), open, column, null).accept(this).stream())
			.toList();
	}

	@Override
	public List<JavaCall> visit(DropColumn operation) {
		String table = name(operation.table());
		Written<ColumnDefinition> column = this.words.column(operation.column());
		return call("dropColumn", literal(table) + ", " + column.code(), (op) -> op.dropColumn(table, column.value()));
	}

	@Override
	public List<JavaCall> visit(RenameColumn operation) {
		String table = name(operation.table());
		String from = this.words.name(operation.from());
		String to = this.words.name(operation.to());
		return call("renameColumn", literal(table) + ", " + literal(from) + ", " + literal(to),
				(op) -> op.renameColumn(table, from, to));
	}

	private List<JavaCall> alter(QualifiedName table, Column before, String change, Consumer<ColumnAlteration> action) {
		String name = name(table);
		Written<ColumnDefinition> column = this.words.column(before);
		return List.of(new JavaCall("op.alterColumn(" + literal(name) + ", " + column.code() + ")." + change + ";",
				(op) -> action.accept(op.alterColumn(name, column.value()))));
	}

	@Override
	public List<JavaCall> visit(ChangeColumnType operation) {
		if (!operation.constants().isEmpty() && operation.after().type().definedBy() != null) {
			return none();
		}
		Written<ColumnType> type = this.words.type(operation.after().type());
		String using = operation.conversion(this.words.sql(operation.after().name()));
		return (using != null)
				? alter(operation.table(), operation.before(), "type(" + type.code() + ", " + literal(using) + ")",
						(column) -> column.type(type.value(), using))
				: alter(operation.table(), operation.before(), "type(" + type.code() + ")",
						(column) -> column.type(type.value()));
	}

	@Override
	public List<JavaCall> visit(ChangeNullability operation) {
		return operation.after().nullable()
				? alter(operation.table(), operation.before(), "nullable()", ColumnAlteration::nullable)
				: alter(operation.table(), operation.before(), "notNull()", ColumnAlteration::notNull);
	}

	@Override
	public List<JavaCall> visit(ChangeDefault operation) {
		if (operation.after().defaultExpression() == null) {
			return alter(operation.table(), operation.before(), "dropDefault()", ColumnAlteration::dropDefault);
		}
		Written<String> value = this.words.defaultOf(operation.after());
		return alter(operation.table(), operation.before(), value.code(), (column) -> column.defaultSql(value.value()));
	}

	@Override
	public List<JavaCall> visit(ChangeIdentity operation) {
		return (operation.after().identity() == null)
				? alter(operation.table(), operation.before(), "dropIdentity()", ColumnAlteration::dropIdentity)
				: alter(operation.table(), operation.before(), "identity()", ColumnAlteration::identity);
	}

	@Override
	public List<JavaCall> visit(ChangeGenerated operation) {
		return (operation.after().generated() == null)
				? alter(operation.table(), operation.before(), "dropGenerated()", ColumnAlteration::dropGenerated)
				: none();
	}

	@Override
	public List<JavaCall> visit(AddConstraint operation) {
		String table = name(operation.table());
		Written<? extends ConstraintDefinition> constraint = operation.constraint()
			.accept(constraints(operation.table()));
		return call("addConstraint", literal(table) + ", " + constraint.code(),
				(op) -> op.addConstraint(table, constraint.value()));
	}

	@Override
	public List<JavaCall> visit(DropConstraint operation) {
		String table = name(operation.table());
		Written<? extends ConstraintDefinition> constraint = operation.constraint()
			.accept(constraints(operation.table()));
		return call("dropConstraint", literal(table) + ", " + constraint.code(),
				(op) -> op.dropConstraint(table, constraint.value()));
	}

	@Override
	public List<JavaCall> visit(RenameConstraint operation) {
		String table = name(operation.table());
		String from = this.words.name(operation.from());
		String to = this.words.name(operation.to());
		return call("renameConstraint", literal(table) + ", " + literal(from) + ", " + literal(to),
				(op) -> op.renameConstraint(table, from, to));
	}

	@Override
	public List<JavaCall> visit(CreateIndex operation) {
		String table = name(operation.table());
		Written<IndexDefinition> index = constraints(operation.table()).index(operation.index());
		String arguments = literal(table) + ", " + index.code();
		return (operation.mode() == IndexMode.CONCURRENT)
				? call("createIndexConcurrently", arguments, (op) -> op.createIndexConcurrently(table, index.value()))
				: call("createIndex", arguments, (op) -> op.createIndex(table, index.value()));
	}

	@Override
	public List<JavaCall> visit(DropIndex operation) {
		String table = name(operation.table());
		Written<IndexDefinition> index = constraints(operation.table()).index(operation.index());
		String arguments = literal(table) + ", " + index.code();
		return (operation.mode() == IndexMode.CONCURRENT)
				? call("dropIndexConcurrently", arguments, (op) -> op.dropIndexConcurrently(table, index.value()))
				: call("dropIndex", arguments, (op) -> op.dropIndex(table, index.value()));
	}

	@Override
	public List<JavaCall> visit(RenameIndex operation) {
		String table = name(operation.table());
		String from = this.words.name(operation.from());
		String to = this.words.name(operation.to());
		return call("renameIndex", literal(table) + ", " + literal(from) + ", " + literal(to),
				(op) -> op.renameIndex(table, from, to));
	}

	@Override
	public List<JavaCall> visit(CreateSequence operation) {
		Written<SequenceDefinition> sequence = this.words.sequence(operation.sequence());
		return call("createSequence", sequence.code(), (op) -> op.createSequence(sequence.value()));
	}

	@Override
	public List<JavaCall> visit(DropSequence operation) {
		Written<SequenceDefinition> sequence = this.words.sequence(operation.sequence());
		return call("dropSequence", sequence.code(), (op) -> op.dropSequence(sequence.value()));
	}

	@Override
	public List<JavaCall> visit(AlterSequence operation) {
		Written<SequenceDefinition> before = this.words.sequence(operation.before());
		Written<SequenceDefinition> after = this.words.sequence(operation.after());
		return call("alterSequence", before.code() + ", " + after.code(),
				(op) -> op.alterSequence(before.value(), after.value()));
	}

	@Override
	public List<JavaCall> visit(RenameSequence operation) {
		String from = name(operation.from());
		String to = this.words.name(operation.to().name());
		return call("renameSequence", literal(from) + ", " + literal(to), (op) -> op.renameSequence(from, to));
	}

	@Override
	public List<JavaCall> visit(CreateEnum operation) {
		String name = name(operation.type().name());
		List<String> labels = operation.type().labels();
		return call("createEnum", literals(Stream.concat(Stream.of(name), labels.stream()).toList()),
				(op) -> op.createEnum(name, labels.toArray(String[]::new)));
	}

	@Override
	public List<JavaCall> visit(DropEnum operation) {
		String name = name(operation.type().name());
		List<String> labels = operation.type().labels();
		return call("dropEnum", literals(Stream.concat(Stream.of(name), labels.stream()).toList()),
				(op) -> op.dropEnum(name, labels.toArray(String[]::new)));
	}

	@Override
	public List<JavaCall> visit(AddEnumValue operation) {
		String name = name(operation.before().name());
		List<String> labels = operation.before().labels();
		if (operation.position() == labels.size()) {
			return call("addEnumValue", literal(name) + ", " + literal(operation.label()),
					(op) -> op.addEnumValue(name, operation.label()));
		}
		String before = labels.get(operation.position());
		return call("addEnumValue", literal(name) + ", " + literal(operation.label()) + ", " + literal(before),
				(op) -> op.addEnumValue(name, operation.label(), before));
	}

	@Override
	public List<JavaCall> visit(RebuildEnum operation) {
		return none();
	}

	@Override
	public List<JavaCall> visit(RenameType operation) {
		if (operation.kind() != ObjectKind.ENUM_TYPE) {
			return none();
		}
		String from = name(operation.from());
		String to = this.words.name(operation.to().name());
		return call("renameEnum", literal(from) + ", " + literal(to), (op) -> op.renameEnum(from, to));
	}

	@Override
	public List<JavaCall> visit(RenameEnumValue operation) {
		return none();
	}

	@Override
	public List<JavaCall> visit(RenameConstant operation) {
		return none();
	}

	@Override
	public List<JavaCall> visit(CreateDomain operation) {
		return none();
	}

	@Override
	public List<JavaCall> visit(DropDomain operation) {
		return none();
	}

	@Override
	public List<JavaCall> visit(AlterDomain operation) {
		return none();
	}

	@Override
	public List<JavaCall> visit(CreateObject operation) {
		return none();
	}

	@Override
	public List<JavaCall> visit(DropObject operation) {
		return none();
	}

	@Override
	public List<JavaCall> visit(ChangeComment operation) {
		String was = operation.before();
		String text = operation.after();
		String table = name(operation.object().name());
		return switch (operation.object().kind()) {
			case TABLE -> call("commentOnTable", Stream.of(literal(table), literalOrNull(was), literalOrNull(text))
				.collect(Collectors.joining(", ")), (op) -> op.commentOnTable(table, was, text));
			case COLUMN -> {
				String column = this.words.name(operation.object().member());
				yield List.of(new JavaCall("op.alterColumn(" + literals(List.of(table, column)) + ").comment("
						+ literalOrNull(text) + ");", (op) -> op.alterColumn(table, column).comment(text)));
			}
			default -> none();
		};
	}

	private static String literalOrNull(@Nullable String text) {
		return (text != null) ? literal(text) : "null";
	}

	@Override
	public List<JavaCall> visit(InsertRows operation) {
		return none();
	}

	@Override
	public List<JavaCall> visit(ExecuteSql operation) {
		return none();
	}

}

package dev.migrate.migration;

import java.util.List;
import java.util.Locale;

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
import dev.migrate.operation.Literal;
import dev.migrate.operation.ObjectReference;
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
import dev.migrate.schema.Domain;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.sql.LexicalRules;
import dev.migrate.sql.StatementSplitter;
import dev.migrate.sql.TokenDigest;
import org.jspecify.annotations.Nullable;

/**
 * Writes each operation in its frozen form: what it does, not what its reverse would have
 * to know.
 */
final class FrozenOperations implements OperationVisitor<FrozenForm>, Recorded.Visitor<FrozenForm> {

	private final FrozenForm form;

	private final FrozenParts parts;

	private final LexicalRules rules;

	FrozenOperations(FrozenForm form, LexicalRules rules) {
		this.form = form;
		this.parts = new FrozenParts(form);
		this.rules = rules;
	}

	@Override
	public FrozenForm visit(Recorded.Change change) {
		return change.operation().accept(this).end();
	}

	@Override
	public FrozenForm visit(Recorded.Code code) {
		return this.form.word("run").word(code.description()).end();
	}

	private FrozenForm on(String operation, QualifiedName name) {
		return this.form.word(operation).word(name.toString());
	}

	@Override
	public FrozenForm visit(CreateSchema operation) {
		return this.form.word("create schema")
			.word(operation.namespace().name())
			.field("comment", operation.namespace().comment());
	}

	@Override
	public FrozenForm visit(DropSchema operation) {
		return this.form.word("drop schema").word(operation.namespace().name());
	}

	@Override
	public FrozenForm visit(CreateTable operation) {
		Table table = operation.table();
		on("create table", table.name()).field("comment", table.comment());
		table.columns().forEach(this.parts::column);
		TableConstraint.of(table).forEach(this.parts::constraint);
		table.indexes().forEach(this.parts::index);
		return this.form;
	}

	@Override
	public FrozenForm visit(DropTable operation) {
		return on("drop table", operation.table().name());
	}

	@Override
	public FrozenForm visit(RenameTable operation) {
		return on("rename table", operation.from()).word(operation.to().toString());
	}

	@Override
	public FrozenForm visit(AddColumn operation) {
		on("add column", operation.table()).field("fill", operation.fill());
		return this.parts.column(operation.column());
	}

	@Override
	public FrozenForm visit(DropColumn operation) {
		return on("drop column", operation.table()).word(operation.column().name());
	}

	@Override
	public FrozenForm visit(RenameColumn operation) {
		return on("rename column", operation.table()).word(operation.from()).word(operation.to());
	}

	@Override
	public FrozenForm visit(ChangeColumnType operation) {
		return on("change type", operation.table()).word(operation.after().name())
			.word(operation.after().type().sql())
			.field("collation", operation.after().collation())
			.field("using", operation.using());
	}

	@Override
	public FrozenForm visit(ChangeNullability operation) {
		return on(operation.after().nullable() ? "allow null" : "refuse null", operation.table())
			.word(operation.after().name())
			.field("fill", operation.fill());
	}

	@Override
	public FrozenForm visit(ChangeDefault operation) {
		return on("change default", operation.table()).word(operation.after().name())
			.field("default", operation.after().defaultExpression());
	}

	@Override
	public FrozenForm visit(ChangeIdentity operation) {
		on("change identity", operation.table()).word(operation.after().name());
		return this.parts.identity(operation.after());
	}

	@Override
	public FrozenForm visit(ChangeGenerated operation) {
		on("change generated", operation.table()).word(operation.after().name());
		return this.parts.generated(operation.after());
	}

	@Override
	public FrozenForm visit(AddConstraint operation) {
		on("add constraint", operation.table());
		return this.parts.constraint(operation.constraint());
	}

	@Override
	public FrozenForm visit(DropConstraint operation) {
		return on("drop constraint", operation.table()).word(operation.constraint().name());
	}

	@Override
	public FrozenForm visit(RenameConstraint operation) {
		return on("rename constraint", operation.table()).word(operation.from()).word(operation.to());
	}

	@Override
	public FrozenForm visit(CreateIndex operation) {
		on("create index", operation.table()).flag("concurrently", operation.mode() == IndexMode.CONCURRENT);
		return this.parts.index(operation.index());
	}

	@Override
	public FrozenForm visit(DropIndex operation) {
		return on("drop index", operation.table()).word(operation.index().name())
			.flag("concurrently", operation.mode() == IndexMode.CONCURRENT);
	}

	@Override
	public FrozenForm visit(RenameIndex operation) {
		return on("rename index", operation.table()).word(operation.from()).word(operation.to());
	}

	@Override
	public FrozenForm visit(CreateSequence operation) {
		return sequence("create sequence", operation.sequence());
	}

	@Override
	public FrozenForm visit(DropSequence operation) {
		return on("drop sequence", operation.sequence().name());
	}

	@Override
	public FrozenForm visit(AlterSequence operation) {
		return sequence("alter sequence", operation.after());
	}

	private FrozenForm sequence(String what, Sequence sequence) {
		on(what, sequence.name()).field("owner", sequence.ownedBy())
			.flag("unlogged", sequence.unlogged())
			.field("comment", sequence.comment());
		return this.parts.options(sequence.options());
	}

	@Override
	public FrozenForm visit(RenameSequence operation) {
		return on("rename sequence", operation.from()).word(operation.to().toString());
	}

	@Override
	public FrozenForm visit(CreateEnum operation) {
		return on("create enum", operation.type().name()).fields("label", operation.type().labels())
			.field("comment", operation.type().comment());
	}

	@Override
	public FrozenForm visit(DropEnum operation) {
		return on("drop enum", operation.type().name());
	}

	@Override
	public FrozenForm visit(AddEnumValue operation) {
		boolean last = operation.position() >= operation.before().labels().size();
		return on("add enum value", operation.before().name()).word(operation.label())
			.field("before", last ? null : operation.before().labels().get(operation.position()));
	}

	@Override
	public FrozenForm visit(RebuildEnum operation) {
		on("rebuild enum", operation.after().name()).fields("label", operation.after().labels());
		operation.uses()
			.tables()
			.forEach((table) -> table.columns()
				.forEach((column) -> this.form.field("column", table.name() + "." + column.name())));
		return this.form;
	}

	@Override
	public FrozenForm visit(RenameType operation) {
		return on("rename type", operation.from()).word(operation.to().toString());
	}

	@Override
	public FrozenForm visit(RenameEnumValue operation) {
		return on("rename enum value", operation.type()).word(operation.from()).word(operation.to());
	}

	@Override
	public FrozenForm visit(RenameConstant operation) {
		return on("rename constant", operation.table()).word(operation.column())
			.word(operation.from())
			.word(operation.to());
	}

	@Override
	public FrozenForm visit(CreateDomain operation) {
		return domain("create domain", operation.domain());
	}

	@Override
	public FrozenForm visit(DropDomain operation) {
		return on("drop domain", operation.domain().name());
	}

	@Override
	public FrozenForm visit(AlterDomain operation) {
		return domain("alter domain", operation.after());
	}

	private FrozenForm domain(String what, Domain domain) {
		on(what, domain.name()).word(domain.type().sql())
			.field("default", domain.defaultExpression())
			.flag("not null", !domain.nullable())
			.field("collation", domain.collation())
			.field("comment", domain.comment());
		domain.checks().forEach((check) -> this.parts.constraint(new TableConstraint.Checked(check)));
		return this.form;
	}

	@Override
	public FrozenForm visit(CreateObject operation) {
		return this.parts.object("create", operation.object());
	}

	@Override
	public FrozenForm visit(DropObject operation) {
		return this.form.word("drop " + ObjectReference.to(operation.object()).kind().words())
			.word(operation.object().key().name().toString())
			.field("detail", emptyToNull(operation.object().key().detail()));
	}

	private static @Nullable String emptyToNull(String text) {
		return text.isEmpty() ? null : text;
	}

	@Override
	public FrozenForm visit(ChangeComment operation) {
		return this.form.word("comment on " + operation.object().kind().words())
			.word(operation.object().name().toString())
			.field("member", emptyToNull(operation.object().member()))
			.field("comment", operation.after());
	}

	@Override
	public FrozenForm visit(InsertRows operation) {
		on("insert", operation.table()).fields("column", operation.columns());
		for (List<Literal> row : operation.rows()) {
			this.form.word("row");
			row.forEach(this::literal);
		}
		return this.form;
	}

	private void literal(Literal literal) {
		this.form.word(literal.kind().name().toLowerCase(Locale.ROOT) + "=" + literal.text());
	}

	/**
	 * SQL counts as its tokens: how it is laid out does not matter.
	 */
	@Override
	public FrozenForm visit(ExecuteSql operation) {
		this.form.word("execute")
			.word(TokenDigest.of(StatementSplitter.split(operation.sql(), "a statement", this.rules).statements(),
					this.rules));
		operation.values().forEach(this::literal);
		return this.form;
	}

}

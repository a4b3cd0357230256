package dev.migrate.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.migrate.ddl.ColumnDefinition;
import dev.migrate.ddl.ConstraintDefinition;
import dev.migrate.ddl.Ddl;
import dev.migrate.ddl.Name;
import dev.migrate.ddl.TableAction;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a revision has done so far, and what it does in all.
 */
final class Progress {

	private final List<Ddl> all;

	private final Memory memory;

	private final Set<QualifiedName> made = new HashSet<>();

	private final Set<Part> madeColumns = new HashSet<>();

	private final Set<Part> valuedColumns = new HashSet<>();

	private final Set<Part> unproven = new HashSet<>();

	private final Set<LintRule> told = new HashSet<>();

	private boolean referred;

	private String currentSchema;

	private boolean lockTimeout;

	Progress(List<Ddl> all, Memory memory, Surroundings surroundings) {
		this.all = List.copyOf(all);
		this.memory = memory;
		this.currentSchema = surroundings.currentSchema();
		this.lockTimeout = surroundings.lockTimeout();
	}

	/** All statements of the revision, those to come included. */
	List<Ddl> all() {
		return this.all;
	}

	Memory memory() {
		return this.memory;
	}

	QualifiedName qualified(Name name) {
		return new QualifiedName(Objects.requireNonNullElse(name.schema(), this.currentSchema), name.own());
	}

	boolean lockTimeout() {
		return this.lockTimeout;
	}

	boolean made(QualifiedName object) {
		return this.made.contains(object);
	}

	boolean made(QualifiedName table, String column) {
		return this.madeColumns.contains(new Part(table, column));
	}

	/** Whether the revision itself has added a column with a default. */
	boolean valued(QualifiedName table, String column) {
		return this.valuedColumns.contains(new Part(table, column));
	}

	/** Whether the revision itself has added a constraint NOT VALID. */
	boolean unproven(QualifiedName table, String constraint) {
		return this.unproven.contains(new Part(table, constraint));
	}

	/** Whether the revision has added a foreign key to a table that was there. */
	boolean referred() {
		return this.referred;
	}

	/** Whether this is the first time that the revision asks it about a rule. */
	boolean first(LintRule rule) {
		return this.told.add(rule);
	}

	/** Whether rules about a statement ask for the schema before or after it. */
	boolean asksForSchema(Ddl ddl) {
		if (ddl instanceof Ddl.AlterTable alter) {
			return !made(qualified(alter.table()))
					&& alter.clauses().stream().anyMatch((clause) -> asksForSchema(clause.action()));
		}
		return ddl instanceof Ddl.CreateTable table && table.ifNotExists();
	}

	private static boolean asksForSchema(TableAction action) {
		if (action instanceof TableAction.AddConstraint add) {
			return add.constraint().kind() == ConstraintDefinition.Kind.PRIMARY_KEY
					|| add.constraint().kind() == ConstraintDefinition.Kind.NOT_NULL;
		}
		return action instanceof TableAction.AddColumn || action instanceof TableAction.DropColumn
				|| action instanceof TableAction.ChangeType || action instanceof TableAction.SetNotNull
				|| action instanceof TableAction.DropConstraint || action instanceof TableAction.AttachPartition;
	}

	/** Whether rules ask for the schema that the revision begins or ends with. */
	boolean asksForEnds() {
		return this.all.stream().anyMatch((ddl) -> {
			if (ddl instanceof Ddl.CreateTable create) {
				return create.constraints().stream().anyMatch(Progress::refers)
						|| create.columns().stream().anyMatch(Progress::refers);
			}
			if (ddl instanceof Ddl.AlterTable alter) {
				return alter.clauses().stream().anyMatch((clause) -> asksForEnd(clause.action()));
			}
			return ddl instanceof Ddl.Create create && create.kind() == Ddl.Kind.TYPE;
		});
	}

	private static boolean asksForEnd(TableAction action) {
		return action instanceof TableAction.DropColumn || action instanceof TableAction.DropConstraint
				|| (action instanceof TableAction.AddConstraint add && refers(add.constraint()))
				|| (action instanceof TableAction.AddColumn column && refers(column.column()));
	}

	private static boolean refers(ColumnDefinition column) {
		return column.constraints().stream().anyMatch(Progress::refers);
	}

	private static boolean refers(ConstraintDefinition constraint) {
		return constraint.kind() == ConstraintDefinition.Kind.FOREIGN_KEY;
	}

	/** Remember a statement that rules have looked at. */
	void pass(Ddl ddl, @Nullable Schema before) {
		if (ddl instanceof Ddl.CreateTable create) {
			QualifiedName name = qualified(create.name());
			boolean there = create.ifNotExists() && before != null && before.table(name).isPresent();
			if (!there) {
				this.made.add(name);
			}
		}
		else if (ddl instanceof Ddl.Create create) {
			this.made.add((create.kind() == Ddl.Kind.SCHEMA) ? new QualifiedName("", create.name().own())
					: qualified(create.name()));
		}
		else if (ddl instanceof Ddl.CreateIndex create && create.name() != null) {
			this.made.add(qualified(create.table()).sibling(create.name().own()));
		}
		else if (ddl instanceof Ddl.AlterTable alter) {
			alter.clauses().forEach((clause) -> pass(qualified(alter.table()), clause.action()));
		}
		else if (ddl instanceof Ddl.Set set) {
			pass(set);
		}
	}

	private void pass(Ddl.Set set) {
		String first = set.value().split(",", 2)[0].strip().replace("'", "").replace("\"", "");
		if (set.setting().equals("search_path")) {
			this.currentSchema = first;
		}
		else if (set.setting().equals("lock_timeout")) {
			this.lockTimeout = !first.matches("0[a-z]*|DEFAULT|default");
		}
	}

	private void pass(QualifiedName table, TableAction action) {
		if (action instanceof TableAction.AddColumn add) {
			Part column = new Part(table, add.column().name().own());
			this.madeColumns.add(column);
			if (add.column().defaultText() != null) {
				this.valuedColumns.add(column);
			}
		}
		else if (action instanceof TableAction.RenameColumn rename && made(table, rename.column().own())) {
			this.madeColumns.add(new Part(table, rename.to().own()));
		}
		else if (action instanceof TableAction.RenameTable rename) {
			move(table, table.sibling(rename.to().own()));
		}
		else if (action instanceof TableAction.MoveTable move) {
			move(table, new QualifiedName(move.schema().own(), table.name()));
		}
		else if (action instanceof TableAction.AddConstraint add) {
			pass(table, add.constraint());
		}
		else if (action instanceof TableAction.ValidateConstraint validate) {
			this.memory.validated(table, validate.constraint().own());
		}
	}

	private void pass(QualifiedName table, ConstraintDefinition constraint) {
		this.referred |= constraint.kind() == ConstraintDefinition.Kind.FOREIGN_KEY && !made(table);
		Name name = constraint.name();
		if (name != null && !constraint.proven()) {
			this.unproven.add(new Part(table, name.own()));
		}
		if (constraint.notNullColumn() != null) {
			this.memory.added(table, constraint);
		}
	}

	private void move(QualifiedName from, QualifiedName to) {
		if (this.made.remove(from)) {
			this.made.add(to);
		}
		else {
			this.made.remove(to);
			this.memory.moved(from, to);
		}
	}

	/** A column or constraint of a table. */
	record Part(QualifiedName table, String name) {
	}

}

package dev.migrate.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

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

	private final Set<QualifiedName> made = new HashSet<>();

	private final Set<String> madeColumns = new HashSet<>();

	private String currentSchema;

	Progress(List<Ddl> all, String currentSchema) {
		this.all = List.copyOf(all);
		this.currentSchema = currentSchema;
	}

	/** All statements of the revision, those to come included. */
	List<Ddl> all() {
		return this.all;
	}

	String currentSchema() {
		return this.currentSchema;
	}

	boolean made(QualifiedName object) {
		return this.made.contains(object);
	}

	boolean made(QualifiedName table, String column) {
		return this.madeColumns.contains(table + "." + column);
	}

	/** Whether a statement changes a table that the revision has not made. */
	boolean touchesOld(Ddl ddl) {
		if (ddl instanceof Ddl.AlterTable alter) {
			return !made(qualified(alter.table()));
		}
		if (ddl instanceof Ddl.CreateIndex index) {
			return !made(qualified(index.table()));
		}
		return ddl instanceof Ddl.Drop || (ddl instanceof Ddl.CreateTable table && table.ifNotExists());
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
			alter.clauses().forEach((clause) -> pass(alter.table(), clause.action()));
		}
		else if (ddl instanceof Ddl.Set set && set.setting().equals("search_path")) {
			String first = set.value().split(",", 2)[0].strip().replace("'", "").replace("\"", "");
			this.currentSchema = first;
		}
	}

	private void pass(Name table, TableAction action) {
		QualifiedName name = qualified(table);
		if (action instanceof TableAction.AddColumn add) {
			this.madeColumns.add(name + "." + add.column().name().own());
		}
		else if (action instanceof TableAction.RenameColumn rename && made(name, rename.column().own())) {
			this.madeColumns.add(name + "." + rename.to().own());
		}
		else if (action instanceof TableAction.RenameTable rename) {
			move(name, name.sibling(rename.to().own()));
		}
		else if (action instanceof TableAction.MoveTable move) {
			move(name, new QualifiedName(move.schema().own(), name.name()));
		}
	}

	private void move(QualifiedName from, QualifiedName to) {
		if (this.made.remove(from)) {
			this.made.add(to);
		}
		else {
			this.made.remove(to);
		}
	}

	private QualifiedName qualified(Name name) {
		return new QualifiedName(Objects.requireNonNullElse(name.schema(), this.currentSchema), name.own());
	}

}

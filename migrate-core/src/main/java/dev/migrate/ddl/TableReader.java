package dev.migrate.ddl;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads CREATE TABLE and ALTER TABLE, from behind the word TABLE on.
 */
final class TableReader {

	private final TokenCursor cursor;

	private final ConstraintReader constraints;

	TableReader(TokenCursor cursor) {
		this.cursor = cursor;
		this.constraints = new ConstraintReader(cursor);
	}

	Ddl create() {
		boolean ifNotExists = this.cursor.take("IF", "NOT", "EXISTS");
		Name name = this.cursor.name();
		List<ColumnDefinition> columns = new ArrayList<>();
		List<ConstraintDefinition> beside = new ArrayList<>();
		if (this.cursor.takeSymbol("(") && !this.cursor.takeSymbol(")")) {
			do {
				element(columns, beside);
			}
			while (this.cursor.takeSymbol(","));
			this.cursor.demandSymbol(")");
		}
		return new Ddl.CreateTable(name, ifNotExists, columns, beside);
	}

	private void element(List<ColumnDefinition> columns, List<ConstraintDefinition> beside) {
		if (this.cursor.take("LIKE")) {
			this.cursor.skipClause();
		}
		else if (this.constraints.atTableConstraint()) {
			beside.add(this.constraints.table());
		}
		else {
			columns.add(new ColumnReader(this.cursor).read());
		}
	}

	Ddl alter() {
		this.cursor.take("IF", "EXISTS");
		this.cursor.take("ONLY");
		if (this.cursor.at("ALL", "IN")) {
			return new Ddl.Unknown();
		}
		Name table = this.cursor.name();
		this.cursor.takeSymbol("*");
		List<Ddl.Clause> clauses = new ArrayList<>();
		do {
			int line = this.cursor.line();
			int start = this.cursor.index();
			TableAction action = action();
			this.cursor.skipClause();
			clauses.add(new Ddl.Clause((action instanceof TableAction.Unknown)
					? new TableAction.Unknown(this.cursor.textFrom(start)) : action, line));
		}
		while (this.cursor.takeSymbol(","));
		if (!this.cursor.ended()) {
			throw new TokenCursor.NotUnderstoodException();
		}
		return new Ddl.AlterTable(table, clauses);
	}

	private TableAction action() {
		if (this.cursor.take("ADD")) {
			return add();
		}
		if (this.cursor.take("DROP")) {
			return drop();
		}
		if (this.cursor.take("ALTER")) {
			return alterPart();
		}
		if (this.cursor.take("RENAME")) {
			return rename();
		}
		if (this.cursor.take("SET")) {
			return set();
		}
		if (this.cursor.take("VALIDATE", "CONSTRAINT")) {
			return new TableAction.ValidateConstraint(this.cursor.name());
		}
		if (this.cursor.take("ATTACH", "PARTITION")) {
			return new TableAction.AttachPartition(this.cursor.name());
		}
		if (this.cursor.take("DETACH", "PARTITION")) {
			Name partition = this.cursor.name();
			return this.cursor.take("FINALIZE") ? new TableAction.Harmless()
					: new TableAction.DetachPartition(partition, this.cursor.take("CONCURRENTLY"));
		}
		boolean harmless = this.cursor.at("OWNER", "TO") || this.cursor.at("RESET")
				|| this.cursor.at("REPLICA", "IDENTITY") || this.cursor.at("CLUSTER", "ON");
		return harmless ? new TableAction.Harmless() : unknown();
	}

	private static TableAction unknown() {
		return new TableAction.Unknown("");
	}

	private TableAction add() {
		if (this.constraints.atTableConstraint()) {
			return new TableAction.AddConstraint(this.constraints.table());
		}
		this.cursor.take("COLUMN");
		this.cursor.take("IF", "NOT", "EXISTS");
		return new TableAction.AddColumn(new ColumnReader(this.cursor).read());
	}

	private TableAction drop() {
		if (this.cursor.take("CONSTRAINT")) {
			this.cursor.take("IF", "EXISTS");
			return new TableAction.DropConstraint(this.cursor.name());
		}
		this.cursor.take("COLUMN");
		this.cursor.take("IF", "EXISTS");
		return new TableAction.DropColumn(this.cursor.name());
	}

	private TableAction rename() {
		if (this.cursor.take("TO")) {
			return new TableAction.RenameTable(this.cursor.name());
		}
		if (this.cursor.take("CONSTRAINT")) {
			return new TableAction.Harmless();
		}
		this.cursor.take("COLUMN");
		Name from = this.cursor.name();
		this.cursor.demand("TO");
		return new TableAction.RenameColumn(from, this.cursor.name());
	}

	private TableAction set() {
		if (this.cursor.take("SCHEMA")) {
			return new TableAction.MoveTable(this.cursor.name());
		}
		if (this.cursor.atOneOf("TABLESPACE", "LOGGED", "UNLOGGED")) {
			return new TableAction.Rewrite("SET " + this.cursor.text(this.cursor.index(), this.cursor.index() + 1));
		}
		if (this.cursor.at("ACCESS", "METHOD")) {
			return new TableAction.Rewrite("SET ACCESS METHOD");
		}
		return (this.cursor.atSymbol("(") || this.cursor.at("WITHOUT")) ? new TableAction.Harmless() : unknown();
	}

	private TableAction alterPart() {
		if (this.cursor.at("CONSTRAINT")) {
			return new TableAction.Harmless();
		}
		this.cursor.take("COLUMN");
		Name column = this.cursor.name();
		if (this.cursor.take("SET", "DATA", "TYPE") || this.cursor.take("TYPE")) {
			return changeType(column);
		}
		if (this.cursor.take("RENAME", "TO")) {
			return new TableAction.RenameColumn(column, this.cursor.name());
		}
		if (this.cursor.take("SET", "NOT", "NULL")) {
			return new TableAction.SetNotNull(column);
		}
		if (this.cursor.take("SET", "DEFAULT")) {
			int start = this.cursor.index();
			this.cursor.skipClause();
			return new TableAction.SetDefault(column, this.cursor.textFrom(start));
		}
		if (this.cursor.take("DROP", "DEFAULT")) {
			return new TableAction.SetDefault(column, null);
		}
		if (this.cursor.take("DROP", "IDENTITY")) {
			return new TableAction.DropIdentity(column);
		}
		if (this.cursor.at("SET", "EXPRESSION")) {
			return new TableAction.Rewrite("SET EXPRESSION");
		}
		return this.cursor.atOneOf("SET", "DROP", "RESET", "RESTART", "ADD") ? new TableAction.Harmless() : unknown();
	}

	private TableAction changeType(Name column) {
		String type = ColumnReader.typeText(this.cursor);
		String using = null;
		if (this.cursor.take("COLLATE")) {
			this.cursor.name();
		}
		if (this.cursor.take("USING")) {
			int start = this.cursor.index();
			this.cursor.skipClause();
			using = this.cursor.textFrom(start);
		}
		return new TableAction.ChangeType(column, type, using);
	}

}

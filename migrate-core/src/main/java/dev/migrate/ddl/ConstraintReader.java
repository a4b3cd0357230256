package dev.migrate.ddl;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.ddl.ConstraintDefinition.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads constraints, of a table and of a column.
 */
final class ConstraintReader {

	private final TokenCursor cursor;

	ConstraintReader(TokenCursor cursor) {
		this.cursor = cursor;
	}

	/**
	 * Whether a constraint of a table comes next; words that may name a column don't do.
	 */
	boolean atTableConstraint() {
		return this.cursor.at("CONSTRAINT") || this.cursor.at("PRIMARY", "KEY") || this.cursor.at("FOREIGN", "KEY")
				|| this.cursor.at("NOT", "NULL") || this.cursor.atOneOf("UNIQUE", "CHECK")
				|| this.cursor.at("EXCLUDE", "USING")
				|| (this.cursor.at("EXCLUDE") && this.cursor.peek(1).isSymbol("("));
	}

	/** Read a constraint of a table, up to the end of its clause. */
	ConstraintDefinition table() {
		Name name = this.cursor.take("CONSTRAINT") ? this.cursor.name() : null;
		return read(name, List.of(), true);
	}

	/** Read a constraint that stands with its column, up to the next one. */
	ConstraintDefinition column(@Nullable Name name, Name column) {
		return read(name, List.of(column), false);
	}

	private ConstraintDefinition read(@Nullable Name name, List<Name> own, boolean table) {
		int start = this.cursor.index();
		Kind kind = kind();
		List<Name> columns = new ArrayList<>(own);
		Name target = null;
		Name index = null;
		Name notNull = null;
		switch (kind) {
			case PRIMARY_KEY, UNIQUE -> {
				if (this.cursor.take("NULLS")) {
					this.cursor.take("NOT");
					this.cursor.demand("DISTINCT");
				}
				if (this.cursor.take("USING", "INDEX")) {
					index = table ? this.cursor.name() : null;
				}
				else if (table) {
					columns.addAll(this.cursor.namesInParentheses());
				}
			}
			case FOREIGN_KEY -> {
				if (table) {
					columns.addAll(this.cursor.namesInParentheses());
					this.cursor.demand("REFERENCES");
				}
				target = this.cursor.name();
			}
			case CHECK -> {
				notNull = notNullColumn();
				this.cursor.skip();
			}
			case NOT_NULL -> columns.add(this.cursor.name());
			case EXCLUDE -> this.cursor.skip();
		}
		Rest rest = rest(table);
		return new ConstraintDefinition(kind, name, columns, target, index, rest.cascades, rest.proven,
				this.cursor.text(start, rest.end), notNull);
	}

	private Kind kind() {
		if (this.cursor.take("PRIMARY", "KEY")) {
			return Kind.PRIMARY_KEY;
		}
		if (this.cursor.take("UNIQUE")) {
			return Kind.UNIQUE;
		}
		if (this.cursor.take("FOREIGN", "KEY") || this.cursor.take("REFERENCES")) {
			return Kind.FOREIGN_KEY;
		}
		if (this.cursor.take("NOT", "NULL")) {
			return Kind.NOT_NULL;
		}
		if (this.cursor.take("EXCLUDE")) {
			return Kind.EXCLUDE;
		}
		this.cursor.demand("CHECK");
		return Kind.CHECK;
	}

	private @Nullable Name notNullColumn() {
		int start = this.cursor.index();
		int depth = 0;
		while (this.cursor.takeSymbol("(")) {
			depth++;
		}
		Name column = null;
		if (depth > 0 && this.cursor.peek(0).isName()) {
			column = this.cursor.name();
			column = this.cursor.take("IS", "NOT", "NULL") ? column : null;
		}
		while (depth > 0 && this.cursor.takeSymbol(")")) {
			depth--;
		}
		this.cursor.moveTo(start);
		return (depth == 0) ? column : null;
	}

	/** What stands behind the constraint itself. */
	private Rest rest(boolean table) {
		int end = this.cursor.index();
		boolean cascades = false;
		boolean proven = true;
		while (!this.cursor.clauseEnds() && (table || !atNextOfColumn())) {
			cascades |= this.cursor.at("ON", "DELETE", "CASCADE");
			if (this.cursor.take("NOT", "VALID") || this.cursor.take("NOT", "ENFORCED")) {
				proven = false;
			}
			else {
				this.cursor.skip();
				end = proven ? this.cursor.index() : end;
			}
		}
		return new Rest(end, cascades, proven);
	}

	private boolean atNextOfColumn() {
		return this.cursor.at("NOT", "NULL") || this.cursor.atOneOf("CONSTRAINT", "DEFAULT", "GENERATED", "PRIMARY",
				"UNIQUE", "REFERENCES", "CHECK", "COLLATE") || isNull();
	}

	// SET NULL belongs to an action of a foreign key.
	private boolean isNull() {
		return this.cursor.at("NULL") && !this.cursor.peek(-1).is("SET");
	}

	private record Rest(int end, boolean cascades, boolean proven) {
	}

}

package dev.migrate.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.migrate.ddl.ColumnDefinition.Source;
import org.jspecify.annotations.Nullable;

/**
 * Reads columns, in CREATE TABLE and ADD COLUMN.
 */
final class ColumnReader {

	private static final Set<String> SERIAL = Set.of("serial", "bigserial", "smallserial", "serial2", "serial4",
			"serial8");

	private final TokenCursor cursor;

	private boolean notNull;

	private @Nullable String defaultText;

	private Source source = Source.WRITTEN;

	private final List<ConstraintDefinition> constraints = new ArrayList<>();

	ColumnReader(TokenCursor cursor) {
		this.cursor = cursor;
	}

	ColumnDefinition read() {
		Name name = this.cursor.name();
		String type = type();
		if (SERIAL.contains(type.toLowerCase(Locale.ROOT))) {
			this.source = Source.NUMBERED;
		}
		Name constraint = null;
		while (!this.cursor.clauseEnds()) {
			if (this.cursor.take("CONSTRAINT")) {
				constraint = this.cursor.name();
			}
			else {
				part(name, constraint);
				constraint = null;
			}
		}
		return new ColumnDefinition(name, type, this.notNull, this.defaultText, this.source, this.constraints);
	}

	private String type() {
		return typeText(this.cursor);
	}

	/** Read a type, up to what may follow one. */
	static String typeText(TokenCursor cursor) {
		int start = cursor.index();
		while (!cursor.clauseEnds() && !behindType(cursor)) {
			cursor.skip();
		}
		return cursor.textFrom(start);
	}

	private static boolean behindType(TokenCursor cursor) {
		return cursor.atOneOf("CONSTRAINT", "NOT", "NULL", "DEFAULT", "GENERATED", "PRIMARY", "UNIQUE", "REFERENCES",
				"CHECK", "COLLATE", "STORAGE", "COMPRESSION", "USING", "AS", "AUTO_INCREMENT");
	}

	private void part(Name column, @Nullable Name constraint) {
		if (this.cursor.take("NOT", "NULL")) {
			this.notNull = true;
		}
		else if (this.cursor.take("DEFAULT")) {
			this.defaultText = expression();
		}
		else if (this.cursor.take("GENERATED")) {
			generated();
		}
		else if (this.cursor.take("COLLATE")) {
			this.cursor.name();
		}
		else if (this.cursor.atOneOf("PRIMARY", "UNIQUE", "REFERENCES", "CHECK")) {
			ConstraintDefinition read = new ConstraintReader(this.cursor).column(constraint, column);
			this.notNull |= read.kind() == ConstraintDefinition.Kind.PRIMARY_KEY;
			this.constraints.add(read);
		}
		else {
			this.cursor.skip();
		}
	}

	private String expression() {
		int start = this.cursor.index();
		this.cursor.skip();
		while (!this.cursor.clauseEnds() && !behindExpression()) {
			this.cursor.skip();
		}
		return this.cursor.textFrom(start);
	}

	private boolean behindExpression() {
		return this.cursor.at("NOT", "NULL") || this.cursor.atOneOf("NULL", "CONSTRAINT", "GENERATED", "PRIMARY",
				"UNIQUE", "REFERENCES", "CHECK", "DEFERRABLE", "INITIALLY");
	}

	private void generated() {
		while (!this.cursor.clauseEnds() && !this.cursor.at("AS")) {
			this.cursor.skip();
		}
		this.cursor.demand("AS");
		if (this.cursor.take("IDENTITY")) {
			this.source = Source.NUMBERED;
			this.notNull = true;
		}
		else {
			this.cursor.skip();
			// Since PostgreSQL 18 VIRTUAL is what is meant when nothing is said.
			this.source = this.cursor.take("STORED") ? Source.STORED : Source.VIRTUAL;
			this.cursor.take("VIRTUAL");
		}
	}

}

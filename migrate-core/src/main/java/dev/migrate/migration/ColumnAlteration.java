package dev.migrate.migration;

import java.util.function.BiConsumer;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.ChangeColumnType;
import dev.migrate.operation.ChangeComment;
import dev.migrate.operation.ChangeDefault;
import dev.migrate.operation.ChangeGenerated;
import dev.migrate.operation.ChangeIdentity;
import dev.migrate.operation.ChangeNullability;
import dev.migrate.operation.ObjectReference;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Changes of one column, each recorded when it is called, in that order.
 */
public final class ColumnAlteration {

	private final QualifiedName table;

	private final BiConsumer<Operation, @Nullable String> recorder;

	private final boolean known;

	private Column column;

	ColumnAlteration(QualifiedName table, Column column, boolean known,
			BiConsumer<Operation, @Nullable String> recorder) {
		this.table = table;
		this.column = column;
		this.known = known;
		this.recorder = recorder;
	}

	private ColumnAlteration record(Operation operation, Column after, @Nullable String missing) {
		this.recorder.accept(operation, (this.known || missing == null) ? null : unknown(missing));
		this.column = after;
		return this;
	}

	private String unknown(String what) {
		return "the former " + what + " of " + this.table + "." + this.column.name()
				+ " is not said: write the column as it was, alterColumn(\"" + this.table + "\", column(\""
				+ this.column.name() + "\", …))";
	}

	/**
	 * Give it another type.
	 * @param type the new type
	 * @return this, for further changes
	 */
	public ColumnAlteration type(ColumnType type) {
		return type(type, null);
	}

	/**
	 * Give it another type.
	 * @param type the new type
	 * @param using the SQL expression that makes the new values from the old, or null
	 * @return this, for further changes
	 */
	public ColumnAlteration type(ColumnType type, @Nullable String using) {
		Column after = this.column.withType(type);
		Column before = this.known ? this.column : after;
		return record(new ChangeColumnType(this.table, before, after, using), after, "type");
	}

	/**
	 * Refuse NULL. A row that has it makes this fail: fill it before.
	 * @return this, for further changes
	 */
	public ColumnAlteration notNull() {
		return nullability(this.column.withNullable(false));
	}

	/**
	 * Take NULL.
	 * @return this, for further changes
	 */
	public ColumnAlteration nullable() {
		return nullability(this.column.withNullable(true));
	}

	private ColumnAlteration nullability(Column after) {
		Column before = after.withNullable(!after.nullable());
		return record(new ChangeNullability(this.table, before, after, null), after, null);
	}

	/**
	 * Give rows to come a value when none is given.
	 * @param value text, number, truth value, date or time, UUID or bytes
	 * @return this, for further changes
	 */
	public ColumnAlteration defaultTo(Object value) {
		return defaultSql(Literals.sql(value));
	}

	/**
	 * Give rows to come a value when none is given.
	 * @param expression in SQL
	 * @return this, for further changes
	 */
	public ColumnAlteration defaultSql(String expression) {
		Column after = this.column.withDefault(expression);
		return record(new ChangeDefault(this.table, this.column, after), after, "default");
	}

	/**
	 * Give rows to come no value of its own any more.
	 * @return this, for further changes
	 */
	public ColumnAlteration dropDefault() {
		Column after = this.column.withDefault(null);
		return record(new ChangeDefault(this.table, this.column, after), after, "default");
	}

	/**
	 * Number the rows to come, unless a number is given.
	 * @return this, for further changes
	 */
	public ColumnAlteration identity() {
		demandDefinition("identity()");
		Column after = new ColumnDefinition(this.column, java.util.List.of()).identity().column();
		return record(new ChangeIdentity(this.table, this.column, after), after, null);
	}

	/**
	 * Number rows no longer.
	 * @return this, for further changes
	 */
	public ColumnAlteration dropIdentity() {
		Column after = this.column.withIdentity(null);
		return record(new ChangeIdentity(this.table, this.column, after), after, "identity");
	}

	/**
	 * Keep what was computed, and compute no more.
	 * @return this, for further changes
	 */
	public ColumnAlteration dropGenerated() {
		demandDefinition("dropGenerated()");
		Column after = this.column.withGenerated(null);
		return record(new ChangeGenerated(this.table, this.column, after), after, null);
	}

	private void demandDefinition(String method) {
		if (!this.known) {
			throw new MigrateException(ErrorCode.INVALID_SOURCE,
					method + " needs to know what column " + this.table + "." + this.column.name() + " is.",
					"Write the column as it is: alterColumn(\"" + this.table + "\", column(\"" + this.column.name()
							+ "\", …)).");
		}
	}

	/**
	 * Comment on it.
	 * @param text the comment, or null for none
	 * @return this, for further changes
	 */
	public ColumnAlteration comment(@Nullable String text) {
		ObjectReference reference = ObjectReference.column(this.table, this.column.name());
		return record(new ChangeComment(reference, this.column.comment(), text), this.column.withComment(text),
				"comment");
	}

	/**
	 * Give it another name.
	 * @param name the new name
	 * @return this, for further changes under the new name
	 */
	public ColumnAlteration rename(String name) {
		return record(new RenameColumn(this.table, this.column.name(), name), this.column.withName(name), null);
	}

}

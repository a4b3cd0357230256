package dev.migrate.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.migrate.schema.Column;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.SequenceOptions;
import dev.migrate.schema.Table;

/**
 * A column as a person defines it. As in SQL it takes NULL unless it is said that it does
 * not.
 *
 * @param column the column
 * @param constraints constraints of this one column
 */
public record ColumnDefinition(Column column, List<ConstraintDefinition> constraints) implements TableElement {

	public ColumnDefinition {
		constraints = List.copyOf(constraints);
	}

	private ColumnDefinition with(Column newColumn) {
		return new ColumnDefinition(newColumn, this.constraints);
	}

	private ColumnDefinition and(ConstraintDefinition constraint) {
		List<ConstraintDefinition> all = new ArrayList<>(this.constraints);
		all.add(constraint);
		return new ColumnDefinition(this.column, all);
	}

	/**
	 * Take NULL: what holds when nothing is said.
	 * @return a new definition
	 */
	public ColumnDefinition nullable() {
		return with(this.column.withNullable(true));
	}

	/**
	 * Refuse NULL.
	 * @return a new definition
	 */
	public ColumnDefinition notNull() {
		return with(this.column.withNullable(false));
	}

	/**
	 * Give rows a value when none is given.
	 * @param value text, number, truth value, date or time, UUID or bytes
	 * @return a new definition
	 */
	public ColumnDefinition defaultTo(Object value) {
		return with(this.column.withDefault(Literals.sql(value)));
	}

	/**
	 * Give rows a value when none is given.
	 * @param expression in SQL, such as {@code now()}
	 * @return a new definition
	 */
	public ColumnDefinition defaultSql(String expression) {
		return with(this.column.withDefault(expression));
	}

	/**
	 * Number the rows, unless a number is given.
	 * @return a new definition, which refuses NULL
	 */
	public ColumnDefinition identity() {
		return numbered(false);
	}

	/**
	 * Number the rows, and refuse a number that is given.
	 * @return a new definition, which refuses NULL
	 */
	public ColumnDefinition identityAlways() {
		return numbered(true);
	}

	private ColumnDefinition numbered(boolean always) {
		String type = this.column.type().sql().toLowerCase(Locale.ROOT);
		long maximum = switch (type) {
			case "smallint" -> Short.MAX_VALUE;
			case "integer" -> Integer.MAX_VALUE;
			default -> Long.MAX_VALUE;
		};
		SequenceOptions options = new SequenceOptions(this.column.type().sql(), 1, 1, 1, maximum, 1, false);
		return with(this.column.withNullable(false).withIdentity(new Identity(always, options)));
	}

	/**
	 * Compute it from the row.
	 * @param expression in SQL
	 * @return a new definition
	 */
	public ColumnDefinition generatedAs(String expression) {
		return with(this.column.withGenerated(new Generated(expression, true)));
	}

	/**
	 * Compare and sort its texts by a collation.
	 * @param collation as SQL names it
	 * @return a new definition
	 */
	public ColumnDefinition collate(String collation) {
		return with(this.column.withCollation(collation));
	}

	/**
	 * Comment on it.
	 * @param text the comment
	 * @return a new definition
	 */
	public ColumnDefinition comment(String text) {
		return with(this.column.withComment(text));
	}

	/**
	 * Make it the primary key.
	 * @return a new definition, which refuses NULL
	 */
	public ColumnDefinition primaryKey() {
		return notNull().and(Definitions.primaryKey(this.column.name()));
	}

	/**
	 * Refuse equal values.
	 * @return a new definition
	 */
	public ColumnDefinition unique() {
		return and(Definitions.unique(this.column.name()));
	}

	/**
	 * Let it refer to rows of a table.
	 * @param table the table
	 * @param targetColumn its column
	 * @return a new definition
	 */
	public ColumnDefinition references(String table, String targetColumn) {
		return and(Definitions.foreignKey(this.column.name()).references(table, targetColumn));
	}

	@Override
	public Table in(Table table) {
		List<Column> columns = new ArrayList<>(table.columns());
		columns.add(this.column);
		Table grown = table.withColumns(columns);
		for (ConstraintDefinition constraint : this.constraints) {
			grown = constraint.in(grown);
		}
		return grown;
	}

}

package dev.migrate.migration;

import dev.migrate.schema.Table;

/**
 * What stands inside a table: a column, constraint, index or the table's comment.
 */
public sealed interface TableElement
		permits ColumnDefinition, ConstraintDefinition, IndexDefinition, TableCommentDefinition {

	/**
	 * Return a table with this element.
	 * @param table the table so far
	 * @return the table with one more element
	 */
	Table in(Table table);

}

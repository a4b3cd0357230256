package dev.migrate.migration;

import dev.migrate.schema.Table;

/**
 * The comment of a table.
 *
 * @param text the comment
 */
public record TableCommentDefinition(String text) implements TableElement {

	@Override
	public Table in(Table table) {
		return table.withComment(this.text);
	}

}

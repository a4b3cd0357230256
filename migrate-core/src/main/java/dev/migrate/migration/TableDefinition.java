package dev.migrate.migration;

import java.util.List;

import dev.migrate.schema.Table;

/**
 * A table as a person defines it.
 *
 * @param name name, or schema and name
 * @param elements columns, constraints, indexes, comment
 */
public record TableDefinition(String name, List<TableElement> elements) {

	public TableDefinition {
		elements = List.copyOf(elements);
	}

	/**
	 * Return the table.
	 * @return the table with all its elements
	 */
	public Table table() {
		Table table = Table.of(Names.qualified(this.name), List.of());
		for (TableElement element : this.elements) {
			table = element.in(table);
		}
		return table;
	}

}

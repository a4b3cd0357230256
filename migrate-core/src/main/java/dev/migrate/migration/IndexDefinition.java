package dev.migrate.migration;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.schema.Index;
import dev.migrate.schema.IndexElement;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;

/**
 * An index as a person defines it. Without a name it gets the one that PostgreSQL would
 * choose: {@code students_last_name_idx}.
 *
 * @param index the index; its name is empty if it has none
 */
public record IndexDefinition(Index index) implements TableElement {

	/**
	 * Give it a name.
	 * @param name the name
	 * @return a new definition
	 */
	public IndexDefinition named(String name) {
		return new IndexDefinition(this.index.withName(name));
	}

	/**
	 * Refuse equal rows.
	 * @return a new definition
	 */
	public IndexDefinition unique() {
		return new IndexDefinition(new Index(this.index.name(), true, this.index.method(), this.index.elements(),
				this.index.include(), this.index.predicate(), this.index.nullsNotDistinct(), true, null));
	}

	/**
	 * Hold only some rows.
	 * @param predicate in SQL
	 * @return a new definition
	 */
	public IndexDefinition where(String predicate) {
		return new IndexDefinition(new Index(this.index.name(), this.index.unique(), this.index.method(),
				this.index.elements(), this.index.include(), predicate, this.index.nullsNotDistinct(), true, null));
	}

	/**
	 * Say how it is built.
	 * @param method such as {@code gin}
	 * @return a new definition
	 */
	public IndexDefinition using(String method) {
		return new IndexDefinition(new Index(this.index.name(), this.index.unique(), method, this.index.elements(),
				this.index.include(), this.index.predicate(), this.index.nullsNotDistinct(), true, null));
	}

	/**
	 * Carry other columns along.
	 * @param columns the columns
	 * @return a new definition
	 */
	public IndexDefinition including(String... columns) {
		return new IndexDefinition(
				new Index(this.index.name(), this.index.unique(), this.index.method(), this.index.elements(),
						List.of(columns), this.index.predicate(), this.index.nullsNotDistinct(), true, null));
	}

	/**
	 * Let two NULLs count as equal.
	 * @return a new definition
	 */
	public IndexDefinition nullsNotDistinct() {
		return new IndexDefinition(new Index(this.index.name(), this.index.unique(), this.index.method(),
				this.index.elements(), this.index.include(), this.index.predicate(), true, true, null));
	}

	/**
	 * Return the index of a table.
	 * @param table the table
	 * @return the index with its name
	 */
	public Index of(QualifiedName table) {
		if (!this.index.name().isEmpty()) {
			return this.index;
		}
		List<String> parts = this.index.elements().stream().map(IndexDefinition::part).toList();
		return this.index.withName(DefaultNames.of(table, parts, "idx"));
	}

	private static String part(IndexElement element) {
		return (element.column() != null) ? element.column() : "expr";
	}

	@Override
	public Table in(Table table) {
		List<Index> indexes = new ArrayList<>(table.indexes());
		indexes.add(of(table.name()));
		return table.withIndexes(indexes);
	}

}

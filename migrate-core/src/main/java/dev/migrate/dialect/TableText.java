package dev.migrate.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.migrate.operation.ExpressionText;
import dev.migrate.operation.ServerNames;
import dev.migrate.operation.TableConstraint;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Table;
import dev.migrate.schema.UniqueConstraint;

/**
 * Writes the inside of a CREATE TABLE: a line for each column, with the constraints of
 * one column beside it, and a line for each other constraint. Names that the server would
 * choose itself are left out.
 */
final class TableText {

	private static final int LONGEST_LINE = 100;

	private final SqlWords words;

	private final Definitions definitions;

	private final ServerNames serverNames;

	private final Table table;

	private final List<String> columnNames;

	TableText(SqlWords words, Definitions definitions, ServerNames serverNames, Table table) {
		this.words = words;
		this.definitions = definitions;
		this.serverNames = serverNames;
		this.table = table;
		this.columnNames = table.columns().stream().map(Column::name).toList();
	}

	/**
	 * Return the lines, without commas.
	 */
	List<String> lines() {
		List<TableConstraint> open = new ArrayList<>(TableConstraint.of(this.table));
		List<String> lines = new ArrayList<>();
		for (Column column : this.table.columns()) {
			lines.add(columnLine(column, open));
		}
		for (TableConstraint constraint : open) {
			lines.add(isServerNamed(constraint) ? this.definitions.unnamed(constraint)
					: this.definitions.named(constraint));
		}
		return lines;
	}

	private String columnLine(Column column, List<TableConstraint> open) {
		StringBuilder line = new StringBuilder(this.definitions.columnBase(column));
		Set<String> key = (this.table.primaryKey() != null) ? new TreeSet<>(this.table.primaryKey().columns())
				: Set.of();
		if (this.definitions.needsNotNull(column) && !key.contains(column.name())) {
			line.append(" NOT NULL");
		}
		for (TableConstraint constraint : List.copyOf(open)) {
			String clause = isServerNamed(constraint) ? inline(column, constraint) : "";
			if (!clause.isEmpty() && line.length() + clause.length() < LONGEST_LINE) {
				line.append(' ').append(clause);
				open.remove(constraint);
			}
		}
		return line.toString();
	}

	/**
	 * Return the constraint as the column takes it, or nothing.
	 */
	private String inline(Column column, TableConstraint constraint) {
		return constraint.accept(new InlineConstraint(column.name()));
	}

	/**
	 * Return whether the server would give the constraint its name unasked. Two of one
	 * name, and those that were given a number to tell them apart, are named.
	 */
	private boolean isServerNamed(TableConstraint constraint) {
		return this.definitions.leavesOutName(constraint,
				this.serverNames.of(this.table.name(), constraint, this.columnNames));
	}

	private final class InlineConstraint implements TableConstraint.Visitor<String> {

		private final List<String> column;

		InlineConstraint(String column) {
			this.column = List.of(column);
		}

		@Override
		public String visit(PrimaryKey primaryKey) {
			return (primaryKey.columns().equals(this.column) && primaryKey.include().isEmpty())
					? withoutColumns(TableText.this.definitions.visit(primaryKey)) : "";
		}

		@Override
		public String visit(UniqueConstraint unique) {
			return (unique.columns().equals(this.column) && unique.include().isEmpty())
					? withoutColumns(TableText.this.definitions.visit(unique)) : "";
		}

		private String withoutColumns(String clause) {
			String columns = " (" + TableText.this.words.names(this.column) + ")";
			int at = clause.indexOf(columns);
			return clause.substring(0, at) + clause.substring(at + columns.length());
		}

		@Override
		public String visit(ForeignKey key) {
			return key.columns().equals(this.column) ? TableText.this.definitions.references(key) : "";
		}

		@Override
		public String visit(Check check) {
			List<String> used = new ExpressionText(check.expression()).uses(TableText.this.columnNames);
			return used.equals(this.column) ? TableText.this.definitions.visit(check) : "";
		}

		@Override
		public String visit(Exclusion exclusion) {
			return "";
		}

	}

}

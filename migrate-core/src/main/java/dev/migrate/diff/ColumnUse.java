package dev.migrate.diff;

import java.util.List;

import dev.migrate.operation.ExpressionText;
import dev.migrate.operation.TableConstraint;
import dev.migrate.schema.Index;
import dev.migrate.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * What in a table uses a column.
 */
final class ColumnUse {

	private ColumnUse() {
	}

	static List<Index> indexes(Table table, String column) {
		return table.indexes().stream().filter((index) -> uses(index, column)).toList();
	}

	static boolean uses(Index index, String column) {
		return index.include().contains(column) || speaks(index.predicate(), column)
				|| index.elements()
					.stream()
					.anyMatch((element) -> column.equals(element.column()) || speaks(element.expression(), column));
	}

	static List<TableConstraint> constraints(Table table, String column) {
		return TableConstraint.of(table).stream().filter((constraint) -> uses(constraint, column)).toList();
	}

	static boolean uses(TableConstraint constraint, String column) {
		if (constraint instanceof TableConstraint.Checked checked) {
			return speaks(checked.check().expression(), column);
		}
		if (constraint instanceof TableConstraint.Excluded excluded) {
			return speaks(excluded.exclusion().definition(), column);
		}
		if (constraint instanceof TableConstraint.Unique unique && unique.unique().include().contains(column)) {
			return true;
		}
		if (constraint instanceof TableConstraint.Primary primary && primary.key().include().contains(column)) {
			return true;
		}
		return constraint.columns().contains(column);
	}

	static boolean speaks(@Nullable String expression, String name) {
		return expression != null && new ExpressionText(expression).names().contains(name);
	}

}

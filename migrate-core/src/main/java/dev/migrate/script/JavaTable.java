package dev.migrate.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrate.migration.ColumnDefinition;
import dev.migrate.migration.ConstraintDefinition;
import dev.migrate.migration.Definitions;
import dev.migrate.migration.TableElement;
import dev.migrate.operation.TableConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.Table;

/**
 * The inside of a table in the words of a Java revision. A constraint of one column that
 * says nothing of its own stands beside the column.
 */
final class JavaTable {

	private static final Pattern PRIMARY_KEY = Pattern.compile("primaryKey\\(\"[^\"]*\"\\)");

	private static final Pattern UNIQUE = Pattern.compile("unique\\(\"[^\"]*\"\\)");

	private static final Pattern REFERENCE = Pattern
		.compile("foreignKey\\(\"[^\"]*\"\\)\\.references\\(\"([^\"\\\\]*)\", \"([^\"\\\\]*)\"\\)");

	private final JavaWords words;

	private final JavaConstraints constraints;

	private final Table table;

	JavaTable(JavaWords words, Table table) {
		this.words = words;
		this.constraints = new JavaConstraints(words, table.name());
		this.table = table;
	}

	/** Return the arguments that follow the name, each on a line of its own. */
	Written<TableElement[]> inside() {
		StringBuilder code = new StringBuilder();
		List<TableElement> elements = new ArrayList<>();
		for (Written<? extends TableElement> element : elements()) {
			code.append(",\n        ").append(element.code());
			elements.add(element.value());
		}
		return new Written<>(code.toString(), elements.toArray(TableElement[]::new));
	}

	private List<Written<? extends TableElement>> elements() {
		List<TableConstraint> rest = new ArrayList<>(TableConstraint.of(this.table));
		List<Written<? extends TableElement>> elements = new ArrayList<>();
		for (Column column : this.table.columns()) {
			Written<ColumnDefinition> written = this.words.column(column);
			for (TableConstraint constraint : List.copyOf(rest)) {
				Written<ColumnDefinition> more = constraint.columns().equals(List.of(column.name()))
						? beside(written, constraint.accept(this.constraints)) : written;
				if (!more.equals(written)) {
					written = more;
					rest.remove(constraint);
				}
			}
			elements.add(written);
		}
		rest.forEach((constraint) -> elements.add(constraint.accept(this.constraints)));
		this.table.indexes().forEach((index) -> elements.add(this.constraints.index(index)));
		String comment = this.table.comment();
		if (comment != null) {
			elements.add(new Written<>("comment(" + JavaText.literal(comment) + ")", Definitions.comment(comment)));
		}
		return elements;
	}

	private static Written<ColumnDefinition> beside(Written<ColumnDefinition> column,
			Written<? extends ConstraintDefinition> constraint) {
		String code = constraint.code();
		if (PRIMARY_KEY.matcher(code).matches()) {
			return new Written<>(column.code().replaceFirst("\\.notNull\\(\\)$", ""), column.value())
				.then("primaryKey()", ColumnDefinition::primaryKey);
		}
		if (UNIQUE.matcher(code).matches()) {
			return column.then("unique()", ColumnDefinition::unique);
		}
		Matcher reference = REFERENCE.matcher(code);
		if (reference.matches()) {
			String target = JavaText.literal(reference.group(1)) + ", " + JavaText.literal(reference.group(2));
			return column.then("references(" + target + ")",
					(definition) -> definition.references(reference.group(1), reference.group(2)));
		}
		return column;
	}

}

package dev.migrate.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.ChangeDefault;
import dev.migrate.operation.ExpressionText;
import dev.migrate.operation.RebuildEnum;
import dev.migrate.operation.TypeUses;
import dev.migrate.schema.Cast;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnName;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;

/**
 * Compares the labels of enum types: labels that came in between are added, all else
 * rebuilds the type.
 */
final class EnumComparison {

	private final ComparisonRules rules;

	private final Schema working;

	private final Schema desired;

	private final Findings findings;

	EnumComparison(ComparisonRules rules, Schema working, Schema desired, Findings findings) {
		this.rules = rules;
		this.working = working;
		this.desired = desired;
		this.findings = findings;
	}

	void compare(EnumType here, EnumType there) {
		if (here.labels().equals(there.labels())) {
			return;
		}
		List<String> common = new ArrayList<>(there.labels());
		common.retainAll(here.labels());
		if (!common.equals(here.labels())) {
			TypeUses uses = uses(here.name(), true);
			this.findings.add(new RebuildEnum(here, new EnumType(here.name(), there.labels(), here.comment()), uses));
			return;
		}
		TypeUses uses = uses(here.name(), false);
		EnumType type = here;
		for (int position = 0; position < there.labels().size(); position++) {
			String label = there.labels().get(position);
			if (!here.labels().contains(label)) {
				AddEnumValue added = new AddEnumValue(type, label, position, uses);
				this.findings.add(added);
				type = added.after();
			}
		}
	}

	/**
	 * Return what uses a type before and after: columns that come or go don't count, they
	 * do so after or before. One that becomes an array of it, or ceases to be one, is
	 * rebuilt first.
	 */
	private TypeUses uses(QualifiedName type, boolean rebuilt) {
		List<Table> tables = new ArrayList<>();
		for (Table table : this.working.tables()) {
			Optional<Table> later = this.desired.table(table.name());
			List<Column> columns = new ArrayList<>();
			for (Column column : table.columns()) {
				if (type.equals(column.type().definedBy()) && keepsType(table.name(), column, later)) {
					columns.add(atThatTime(table, column, later, rebuilt));
				}
			}
			List<Check> checks = table.checks()
				.stream()
				.filter((check) -> speaks(check.expression(), type) && !isChanged(check, later))
				.toList();
			List<Index> indexes = table.indexes().stream().filter((index) -> speaks(index, type)).toList();
			if (!columns.isEmpty()) {
				tables.add(Table.of(table.name(), columns).withChecks(checks).withIndexes(indexes));
			}
		}
		List<Cast> casts = this.working.all(Cast.class)
			.stream()
			.filter((cast) -> speaks(cast.sourceType(), type) || speaks(cast.targetType(), type))
			.toList();
		return new TypeUses(tables, casts);
	}

	private static boolean isChanged(Check check, Optional<Table> later) {
		return later.isPresent()
				&& later.get().checks().stream().noneMatch((other) -> other.conjuncts().equals(check.conjuncts()));
	}

	private boolean keepsType(QualifiedName table, Column column, Optional<Table> later) {
		Mapping mapping = this.rules.actualMapping();
		if (later.isEmpty()) {
			return !this.rules.dropsEverything() && mapping.object(MappedName.Kind.TABLE, table).isEmpty();
		}
		return later.get()
			.column(column.name())
			.map((other) -> Objects.equals(other.type().definedBy(), column.type().definedBy()))
			.orElse(!this.rules.dropsEverything() && mapping.column(table, column.name()).isEmpty());
	}

	/**
	 * A default that changes too is taken away before the type is rebuilt: it may speak
	 * of a label that goes. The new one is set when the type is there.
	 */
	private Column atThatTime(Table table, Column column, Optional<Table> later, boolean rebuilt) {
		Optional<Column> other = later.flatMap((wanted) -> wanted.column(column.name()));
		if (column.defaultExpression() == null || other.isEmpty()
				|| Objects.equals(other.get().defaultExpression(), column.defaultExpression())) {
			return column;
		}
		if (other.get().defaultExpression() == null) {
			return this.rules.dropsEverything() ? column.withDefault(null) : column;
		}
		if (!rebuilt) {
			return column;
		}
		Column without = column.withDefault(null);
		this.findings.add(new ChangeDefault(table.name(), column, without));
		this.findings.takeDefault(new ColumnName(table.name(), column.name()));
		return without;
	}

	private static boolean speaks(Index index, QualifiedName type) {
		return ColumnUse.speaks(index.predicate(), type.name())
				|| index.elements().stream().anyMatch((element) -> ColumnUse.speaks(element.expression(), type.name()));
	}

	private static boolean speaks(String text, QualifiedName type) {
		return new ExpressionText(text).names().contains(type.name());
	}

}

package dev.migrate.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.migrate.operation.AllowedValues;
import dev.migrate.operation.FillValue;
import dev.migrate.operation.NeutralValue;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Domain;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;

/**
 * What rows get in a column that comes back, or that refuses NULL again: something that
 * its constraints accept, for they come back too.
 */
final class ReturnValues {

	private final Schema schema;

	private final Schema later;

	/**
	 * Create the values.
	 * @param schema that the way back leads to
	 * @param later that it leads away from
	 */
	ReturnValues(Schema schema, Schema later) {
		this.schema = schema;
		this.later = later;
	}

	/**
	 * Return what the rows get, or null if the column needs nothing or nothing will do.
	 */
	@Nullable FillValue of(Table table, Column column) {
		if (column.nullable() || column.identity() != null || column.generated() != null) {
			return null;
		}
		Optional<ForeignKey> reference = table.foreignKeys()
			.stream()
			.filter((key) -> key.columns().contains(column.name()))
			.findFirst();
		if (reference.isPresent()) {
			return firstRow(reference.get(), column.name());
		}
		if (isDistinguishing(table, column.name())) {
			FillValue own = ofItsOwn(column);
			if (own != null) {
				return own;
			}
		}
		if (column.defaultExpression() != null) {
			return null;
		}
		String literal = literal(column, AllowedValues.of(table, column.name()));
		return (literal != null) ? new FillValue.Expression(literal) : null;
	}

	/**
	 * Return what takes the place of NULL in a column of another type, which is converted
	 * afterwards.
	 */
	@Nullable FillValue of(Table table, Column column, Column before) {
		FillValue value = of(table, column);
		if (value == null || before.type().equals(column.type())) {
			return value;
		}
		String neutral = NeutralValue.ofType(before.type().sql(), new AllowedValues(List.of()));
		if (value instanceof FillValue.Expression expression) {
			boolean number = expression.sql().matches("-?\\d+");
			if ("''".equals(neutral)) {
				return number ? new FillValue.Expression("'" + expression.sql() + "'") : null;
			}
			return (neutral != null) ? new FillValue.Expression(neutral) : null;
		}
		boolean takesAll = "''".equals(neutral) && !before.type().sql().equals("bytea");
		return takesAll || (value instanceof FillValue.Numbering && "0".equals(neutral)) ? value : null;
	}

	/** A table that comes back has no rows to refer to. */
	private @Nullable FillValue firstRow(ForeignKey key, String column) {
		return this.later.table(key.target()).isEmpty() ? null : new FillValue.FirstRow(key.target(),
				key.targetColumns().get(key.columns().indexOf(column)), key.targetColumns());
	}

	/**
	 * Return whether a column is part of what tells rows apart.
	 */
	static boolean isDistinguishing(Table table, String column) {
		return (table.primaryKey() != null && table.primaryKey().columns().contains(column))
				|| table.uniqueConstraints().stream().anyMatch((unique) -> unique.columns().contains(column))
				|| table.indexes().stream().anyMatch((index) -> index.unique() && ColumnUse.uses(index, column));
	}

	private static @Nullable FillValue ofItsOwn(Column column) {
		if (column.type().definedBy() != null) {
			return null;
		}
		String neutral = NeutralValue.ofType(column.type().sql(), new AllowedValues(List.of()));
		if ("0".equals(neutral) || "''".equals(neutral)) {
			return column.type().sql().equals("bytea") ? null : new FillValue.Numbering();
		}
		return column.type().sql().equalsIgnoreCase("uuid") ? new FillValue.RandomUuid() : null;
	}

	/**
	 * Return the labels of a type on either side; none if it is no enum type.
	 */
	List<String> labels(ColumnType type) {
		return Stream.of(this.schema, this.later)
			.flatMap((side) -> side.enumTypes().stream())
			.filter((candidate) -> candidate.name().equals(type.definedBy()) && !type.sql().endsWith("[]"))
			.map(EnumType::labels)
			.findFirst()
			.orElse(List.of());
	}

	private @Nullable String literal(Column column, AllowedValues allowed) {
		QualifiedName definedBy = column.type().definedBy();
		if (definedBy == null || column.type().sql().endsWith("[]")) {
			return NeutralValue.ofType(column.type().sql(), allowed);
		}
		for (EnumType type : this.schema.enumTypes()) {
			if (type.name().equals(definedBy)) {
				return type.labels().isEmpty() ? null : "'" + type.labels().get(0).replace("'", "''") + "'";
			}
		}
		Optional<Domain> domain = this.schema.domains()
			.stream()
			.filter((candidate) -> candidate.name().equals(definedBy) && candidate.type().definedBy() == null)
			.findFirst();
		if (domain.isEmpty()) {
			return null;
		}
		List<String> conditions = new ArrayList<>(allowed.conditions());
		domain.get().checks().forEach((check) -> conditions.add(check.expression()));
		return NeutralValue.ofType(domain.get().type().sql(), new AllowedValues(conditions));
	}

}

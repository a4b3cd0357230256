package dev.migrate.hibernate;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.ColumnOrderingStrategy;
import org.hibernate.boot.model.relational.ColumnOrderingStrategyStandard;
import org.hibernate.dialect.temptable.TemporaryTableColumn;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Constraint;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.PrimaryKey;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UserDefinedObjectType;
import org.jspecify.annotations.Nullable;

/**
 * Puts the columns of a table in the order of a person: the key, then the attributes as
 * the class declares them. Hibernate's own order (by size) is kept where it means
 * something: in keys.
 */
final class DeclaredColumnOrder implements ColumnOrderingStrategy {

	private static final int UNKNOWN = Integer.MAX_VALUE;

	private final ColumnOrderingStrategy standard = ColumnOrderingStrategyStandard.INSTANCE;

	private final Map<String, PersistentClass> entities = new HashMap<>();

	private final Map<String, Integer> positions = new HashMap<>();

	private final DeclaredFields fields = new DeclaredFields();

	private @Nullable AttributePaths paths;

	void use(Metadata metadata, AttributePaths paths) {
		this.paths = paths;
		for (PersistentClass entity : AttributePaths.sorted(metadata)) {
			this.positions.put(AttributePaths.name(entity), this.positions.size());
			this.entities.put(AttributePaths.name(entity), entity);
		}
	}

	@Override
	@SuppressWarnings("NullAway") // null leaves the order as it is
	public List<Column> orderTableColumns(Table table, Metadata metadata) {
		AttributePaths known = this.paths;
		if (known == null) {
			return null;
		}
		Map<Column, List<Integer>> ranks = new HashMap<>();
		table.getColumns().forEach((column) -> ranks.put(column, rank(table, column, known.of(table, column))));
		List<Column> ordered = new ArrayList<>(table.getColumns());
		ordered.sort(
				Comparator.comparing((column) -> ranks.getOrDefault(column, List.of()), DeclaredColumnOrder::compare));
		return ordered;
	}

	private static int compare(List<Integer> one, List<Integer> other) {
		return Arrays.compare(one.toArray(Integer[]::new), other.toArray(Integer[]::new));
	}

	private List<Integer> rank(Table table, Column column, @Nullable String path) {
		PrimaryKey key = table.getPrimaryKey();
		if (key != null && key.getColumns().contains(column)) {
			return List.of(0);
		}
		List<Integer> rank = new ArrayList<>(List.of(1));
		if (path == null) {
			rank.add(UNKNOWN);
			return rank;
		}
		String[] segments = path.split("\\.");
		PersistentClass entity = this.entities.get(segments[0]);
		Class<?> type = (entity != null && entity.getClassName() != null) ? entity.getMappedClass() : null;
		rank.add(this.positions.getOrDefault(segments[0], UNKNOWN));
		for (int i = 1; i < segments.length; i++) {
			Field field = null;
			int position = UNKNOWN;
			List<Field> fields = this.fields.of(type);
			for (int f = 0; f < fields.size(); f++) {
				if (fields.get(f).getName().equals(segments[i])) {
					field = fields.get(f);
					position = f;
				}
			}
			rank.add(segments[i].equals("class") ? -1 : position);
			type = (field != null) ? field.getType() : null;
		}
		return rank;
	}

	@Override
	public List<Column> orderConstraintColumns(Constraint constraint, Metadata metadata) {
		return this.standard.orderConstraintColumns(constraint, metadata);
	}

	@Override
	public List<Column> orderUserDefinedTypeColumns(UserDefinedObjectType type, Metadata metadata) {
		return this.standard.orderUserDefinedTypeColumns(type, metadata);
	}

	@Override
	public void orderTemporaryTableColumns(List<TemporaryTableColumn> columns, Metadata metadata) {
		this.standard.orderTemporaryTableColumns(columns, metadata);
	}

}

package dev.migrate.load;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import dev.migrate.dialect.RowLoader;
import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * The columns whose values the database, or Hibernate, takes from an identity or a
 * sequence.
 */
final class NumberedColumns {

	private static final Set<String> NUMBERS = Set.of("smallint", "integer", "bigint", "numeric");

	private final Schema schema;

	private final String currentSchema;

	private final Map<String, String> known;

	NumberedColumns(Schema schema, String currentSchema, Map<String, String> known) {
		this.schema = schema;
		this.currentSchema = currentSchema;
		this.known = known;
	}

	List<LoadReport.Moved> moveOn(Collection<Table> tables, RowLoader loader) throws SQLException {
		List<LoadReport.Moved> moved = new ArrayList<>();
		for (Table table : tables) {
			for (Column column : table.columns()) {
				Optional<Sequence> sequence = (column.identity() != null) ? Optional.empty() : sequence(table, column);
				if (column.identity() != null || sequence.isPresent()) {
					Long past = loader.moveOn(table.name(), column, sequence.map(Sequence::name).orElse(null));
					if (past != null) {
						moved.add(new LoadReport.Moved(table.name(), column.name(), past));
					}
				}
			}
		}
		return moved;
	}

	private Optional<Sequence> sequence(Table table, Column column) {
		if (NUMBERS.stream().noneMatch(column.type().sql().toLowerCase(Locale.ROOT)::startsWith)) {
			return Optional.empty();
		}
		return this.schema.sequences()
			.stream()
			.filter((sequence) -> sequence.options().increment() > 0 && feeds(sequence, table, column))
			.findFirst();
	}

	private boolean feeds(Sequence sequence, Table table, Column column) {
		if (sequence.ownedBy() != null) {
			return sequence.ownedBy().table().equals(table.name()) && sequence.ownedBy().column().equals(column.name());
		}
		String defaultValue = column.defaultExpression();
		if (defaultValue != null) {
			return defaultValue
				.matches("(?is)(nextval|next value for)(.*\\W)?" + Pattern.quote(sequence.name().name()) + "\\b.*");
		}
		String said = said(sequence.name());
		if (said != null) {
			return said.equalsIgnoreCase(local(table.name()) + "." + column.name())
					|| said.equalsIgnoreCase(table.name() + "." + column.name());
		}
		// Hibernate's name for the sequence of an entity.
		return table.primaryKey() != null && table.primaryKey().columns().equals(List.of(column.name()))
				&& sequence.name().schema().equals(table.name().schema())
				&& sequence.name().name().equalsIgnoreCase(table.name().name() + "_seq");
	}

	private @Nullable String said(QualifiedName sequence) {
		return this.known.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().equalsIgnoreCase(local(sequence))
					|| entry.getKey().equalsIgnoreCase(sequence.toString()))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse(null);
	}

	private String local(QualifiedName name) {
		return name.schema().equals(this.currentSchema) ? name.name() : name.toString();
	}

}

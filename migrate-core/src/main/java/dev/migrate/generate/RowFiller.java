package dev.migrate.generate;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.migrate.dialect.Dialect;
import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * Puts a few rows into every table of a scratch database, referenced tables first. The
 * database judges the rows; a table that takes none is named.
 */
final class RowFiller {

	private static final int ROWS = 3;

	// Clear of the small keys that revisions insert; small ones where a type is narrow.
	private static final List<Integer> OFFSETS = List.of(1000, 0);

	private final Dialect dialect;

	private final Connection connection;

	private final Map<QualifiedName, List<Map<String, String>>> rows = new LinkedHashMap<>();

	private final SortedMap<QualifiedName, String> refused = new TreeMap<>();

	RowFiller(Dialect dialect, Connection connection) {
		this.dialect = dialect;
		this.connection = connection;
	}

	/** Fill the tables that have no rows of ours yet. */
	void fill(Schema schema) {
		List<Table> waiting = new ArrayList<>(schema.withoutPartitions().tables());
		waiting.removeIf((table) -> this.rows.containsKey(table.name()));
		boolean more = true;
		while (more) {
			List<Table> ready = waiting.stream().filter((table) -> isReady(table, schema)).toList();
			ready.forEach((table) -> fill(table, schema));
			waiting.removeAll(ready);
			more = !ready.isEmpty();
		}
		// What is left waits for itself in a circle: NULL may open it.
		waiting.forEach((table) -> fill(table, schema));
	}

	int filled() {
		return this.rows.size();
	}

	List<String> refused() {
		return this.refused.entrySet().stream().map((entry) -> entry.getKey() + ": " + entry.getValue()).toList();
	}

	private boolean isReady(Table table, Schema schema) {
		return table.foreignKeys()
			.stream()
			.map(ForeignKey::target)
			.allMatch((target) -> target.equals(table.name()) || this.rows.containsKey(target)
					|| this.refused.containsKey(target) || schema.table(target).isEmpty());
	}

	private void fill(Table table, Schema schema) {
		SampleValues values = new SampleValues(schema);
		for (int offset : OFFSETS) {
			List<Map<String, String>> inserted = new ArrayList<>();
			for (int number = 1; number <= ROWS; number++) {
				Map<String, String> row = row(table, values, offset + number, number - 1);
				String reason = insert(table, row);
				if (reason == null) {
					inserted.add(row);
				}
				else {
					this.refused.put(table.name(), reason);
				}
			}
			if (!inserted.isEmpty()) {
				this.rows.put(table.name(), inserted);
				this.refused.remove(table.name());
				return;
			}
		}
	}

	private Map<String, String> row(Table table, SampleValues values, int number, int index) {
		Map<String, String> row = new LinkedHashMap<>();
		for (Column column : table.columns()) {
			if (column.generated() == null) {
				String value = values.value(table, column, number);
				if (value != null) {
					row.put(column.name(), value);
				}
			}
		}
		for (ForeignKey key : table.foreignKeys()) {
			List<Map<String, String>> targets = this.rows.getOrDefault(key.target(), List.of());
			Map<String, String> target = targets.isEmpty() ? Map.of() : targets.get(index % targets.size());
			for (int i = 0; i < key.columns().size(); i++) {
				String referenced = target.get(key.targetColumns().get(i));
				String column = key.columns().get(i);
				if (referenced != null) {
					row.put(column, referenced);
				}
				else if (key.target().equals(table.name()) && isRequired(table, column)) {
					row.put(column, row.getOrDefault(key.targetColumns().get(i), "NULL"));
				}
				else {
					row.put(column, "NULL");
				}
			}
		}
		return row;
	}

	private static boolean isRequired(Table table, String name) {
		return table.columns().stream().anyMatch((column) -> column.name().equals(name) && !column.nullable());
	}

	private @Nullable String insert(Table table, Map<String, String> row) {
		boolean always = table.columns().stream().anyMatch((column) -> column.identity() != null);
		String sql = row.isEmpty() ? "INSERT INTO " + quoted(table.name()) + " DEFAULT VALUES"
				: "INSERT INTO " + quoted(table.name()) + " ("
						+ String.join(", ", row.keySet().stream().map(this.dialect::quote).toList()) + ")"
						+ (always ? " OVERRIDING SYSTEM VALUE" : "") + " VALUES (" + String.join(", ", row.values())
						+ ")";
		try {
			Savepoint savepoint = this.connection.getAutoCommit() ? null : this.connection.setSavepoint();
			try (Statement statement = this.connection.createStatement()) {
				statement.setEscapeProcessing(false);
				statement.execute(sql);
				return null;
			}
			catch (SQLException ex) {
				if (savepoint != null) {
					this.connection.rollback(savepoint);
				}
				return this.dialect.failure(ex).message();
			}
		}
		catch (SQLException ex) {
			return this.dialect.failure(ex).message();
		}
	}

	/**
	 * Count the values of every column.
	 * @return values that are not NULL by column, rows by table
	 */
	SortedMap<String, Long> count(Schema schema) {
		SortedMap<String, Long> counts = new TreeMap<>();
		for (Table table : schema.withoutPartitions().tables()) {
			StringBuilder sql = new StringBuilder("SELECT count(*)");
			table.columns()
				.forEach((column) -> sql.append(", count(").append(this.dialect.quote(column.name())).append(')'));
			try (Statement statement = this.connection.createStatement();
					ResultSet result = statement.executeQuery(sql + " FROM " + quoted(table.name()))) {
				result.next();
				counts.put(table.name().toString(), result.getLong(1));
				for (int i = 0; i < table.columns().size(); i++) {
					counts.put(table.name() + "." + table.columns().get(i).name(), result.getLong(i + 2));
				}
			}
			catch (SQLException ex) {
				throw new IllegalStateException("The rows of " + table.name() + " can't be counted", ex);
			}
		}
		return counts;
	}

	private String quoted(QualifiedName name) {
		return this.dialect.quote(name.schema()) + "." + this.dialect.quote(name.name());
	}

}

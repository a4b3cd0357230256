package dev.migrate.dialect.h2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.RefusedRow;
import dev.migrate.dialect.RowLoader;
import dev.migrate.dialect.RowSource;
import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * One INSERT for each row: H2 checks a foreign key at once. A row that refers to one that
 * may come later is kept back in memory, and tried again.
 */
final class InsertRowLoader implements RowLoader {

	private static final Pattern CONSTRAINT = Pattern.compile(": \"(?:[^\".]+\\.)?([^\":]+): ");

	private final Connection connection;

	private final Dialect dialect;

	private final List<ForeignKey> waiting = new ArrayList<>();

	private final List<Kept> kept = new ArrayList<>();

	InsertRowLoader(Connection connection, Dialect dialect) {
		this.connection = connection;
		this.dialect = dialect;
	}

	@Override
	public void later(Table table, ForeignKey key) {
		this.waiting.add(key);
	}

	@Override
	public @Nullable RefusedRow insert(Table table, List<Column> columns, RowSource rows) throws SQLException {
		Target target = new Target(table, columns);
		try (PreparedStatement statement = prepare(target)) {
			List<@Nullable String> row = rows.next();
			for (long number = 1; row != null; number++) {
				RefusedRow refused = insert(statement, target, row, number);
				if (refused != null && mayHoldLater(target, refused)) {
					this.kept.add(new Kept(target, row, number));
				}
				else if (refused != null) {
					return refused;
				}
				row = rows.next();
			}
		}
		RefusedRow refused = finish();
		return (refused != null && refused.reason() == RefusedRow.Reason.REFERENCE) ? null : refused;
	}

	private boolean mayHoldLater(Target target, RefusedRow refused) {
		if (refused.reason() != RefusedRow.Reason.REFERENCE) {
			return false;
		}
		// What it refers to may itself be kept back.
		return !this.kept.isEmpty() || target.table.foreignKeys()
			.stream()
			.filter((key) -> refused.constraint() == null || refused.constraint().equals(key.name()))
			.anyMatch((key) -> key.target().equals(target.table.name()) || this.waiting.contains(key));
	}

	@Override
	public @Nullable RefusedRow finish() throws SQLException {
		RefusedRow refused = null;
		int before = Integer.MAX_VALUE;
		while (!this.kept.isEmpty() && this.kept.size() < before) {
			before = this.kept.size();
			refused = null;
			for (Iterator<Kept> left = this.kept.iterator(); left.hasNext();) {
				Kept row = left.next();
				RefusedRow again = again(row);
				if (again == null) {
					left.remove();
				}
				else if (again.reason() != RefusedRow.Reason.REFERENCE) {
					return again;
				}
				refused = (refused != null) ? refused : again;
			}
		}
		return this.kept.isEmpty() ? null : refused;
	}

	private @Nullable RefusedRow again(Kept row) throws SQLException {
		try (PreparedStatement statement = prepare(row.target)) {
			return insert(statement, row.target, row.values, row.number);
		}
	}

	private PreparedStatement prepare(Target target) throws SQLException {
		String names = target.columns.stream()
			.map((column) -> this.dialect.quote(column.name()))
			.collect(Collectors.joining(", "));
		// A text alone would become a JSON string.
		String values = target.columns.stream()
			.map((column) -> column.type().sql().startsWith("JSON") ? "? FORMAT JSON" : "?")
			.collect(Collectors.joining(", "));
		boolean identity = target.columns.stream().anyMatch((column) -> column.identity() != null);
		return this.connection.prepareStatement("INSERT INTO " + quoted(target.table.name()) + " (" + names + ")"
				+ (identity ? " OVERRIDING SYSTEM VALUE" : "") + " VALUES (" + values + ")");
	}

	private @Nullable RefusedRow insert(PreparedStatement statement, Target target, List<@Nullable String> row,
			long number) throws SQLException {
		for (int i = 0; i < row.size(); i++) {
			statement.setString(i + 1, row.get(i));
		}
		try {
			statement.executeUpdate();
			return null;
		}
		catch (SQLException ex) {
			String state = Objects.requireNonNullElse(ex.getSQLState(), "?");
			if (!RefusedRow.Reason.isAbout(state)) {
				throw ex;
			}
			RefusedRow.Reason reason = RefusedRow.Reason.of(state);
			String constraint = constraint(ex, target.table);
			return new RefusedRow(target.table.name(), reason, state, number, columns(reason, constraint, target, row),
					constraint, List.of());
		}
	}

	private static @Nullable String constraint(SQLException exception, Table table) {
		Matcher matcher = CONSTRAINT.matcher(Objects.requireNonNullElse(exception.getMessage(), ""));
		return matcher.find() ? table.foreignKeys()
			.stream()
			.map(ForeignKey::name)
			.filter((name) -> name.equals(matcher.group(1)))
			.findFirst()
			.orElse(null) : null;
	}

	private List<String> columns(RefusedRow.Reason reason, @Nullable String constraint, Target target,
			List<@Nullable String> row) throws SQLException {
		Optional<ForeignKey> key = target.table.foreignKeys()
			.stream()
			.filter((each) -> each.name().equals(constraint))
			.findFirst();
		if (key.isPresent()) {
			return key.get().columns();
		}
		for (int i = 0; i < row.size(); i++) {
			Column column = target.columns.get(i);
			boolean guilty = switch (reason) {
				case NULL -> row.get(i) == null && !column.nullable();
				case TYPE, RANGE -> row.get(i) != null && !fits(column, row.get(i));
				default -> false;
			};
			if (guilty) {
				return List.of(column.name());
			}
		}
		return List.of();
	}

	private boolean fits(Column column, @Nullable String value) throws SQLException {
		String sql = column.type().sql();
		if (sql.startsWith("CHARACTER VARYING(") || sql.startsWith("CHARACTER(")) {
			int length = Integer.parseInt(sql.replaceAll("\\D+", ""));
			return value == null || value.length() <= length;
		}
		try (PreparedStatement statement = this.connection.prepareStatement("SELECT CAST(? AS " + sql + ")")) {
			statement.setString(1, value);
			try (ResultSet rows = statement.executeQuery()) {
				return rows.next();
			}
		}
		catch (SQLException ex) {
			return false;
		}
	}

	@Override
	public @Nullable Long moveOn(QualifiedName table, Column column, @Nullable QualifiedName sequence)
			throws SQLException {
		String query = "SELECT m.top, s.next, s.step FROM (SELECT max(" + this.dialect.quote(column.name())
				+ ") AS top FROM " + quoted(table) + ") m, ";
		query += (sequence != null)
				? "(SELECT BASE_VALUE AS next, INCREMENT AS step FROM INFORMATION_SCHEMA.SEQUENCES"
						+ " WHERE SEQUENCE_SCHEMA = ? AND SEQUENCE_NAME = ?) s"
				: "(SELECT IDENTITY_BASE AS next, IDENTITY_INCREMENT AS step FROM INFORMATION_SCHEMA.COLUMNS"
						+ " WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND COLUMN_NAME = ?) s";
		QualifiedName owner = (sequence != null) ? sequence : table;
		try (PreparedStatement statement = this.connection.prepareStatement(query)) {
			statement.setString(1, owner.schema());
			statement.setString(2, owner.name());
			if (sequence == null) {
				statement.setString(3, column.name());
			}
			try (ResultSet rows = statement.executeQuery()) {
				if (!rows.next() || rows.getObject(1) == null || rows.getLong(3) <= 0
						|| rows.getLong(1) < rows.getLong(2)) {
					return null;
				}
				long top = rows.getLong(1);
				restart(table, column, sequence, Math.addExact(top, rows.getLong(3)));
				return top;
			}
		}
	}

	private void restart(QualifiedName table, Column column, @Nullable QualifiedName sequence, long next)
			throws SQLException {
		String sql = (sequence != null) ? "ALTER SEQUENCE " + quoted(sequence) + " RESTART WITH " + next
				: "ALTER TABLE " + quoted(table) + " ALTER COLUMN " + this.dialect.quote(column.name())
						+ " RESTART WITH " + next;
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private String quoted(QualifiedName name) {
		return this.dialect.quote(name.schema()) + "." + this.dialect.quote(name.name());
	}

	private record Target(Table table, List<Column> columns) {
	}

	private record Kept(Target target, List<@Nullable String> values, long number) {
	}

}

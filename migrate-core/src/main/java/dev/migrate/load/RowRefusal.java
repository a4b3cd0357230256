package dev.migrate.load;

import java.util.List;
import java.util.stream.Collectors;

import dev.migrate.dialect.RefusedRow;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.error.SourceLocation;
import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * A refused row in words: where it is and what is wrong, without its values.
 */
final class RowRefusal {

	private final RefusedRow refused;

	private final TableFile file;

	private final @Nullable SourceLocation place;

	RowRefusal(RefusedRow refused, TableFile file) {
		this.refused = refused;
		this.file = file;
		this.place = find();
	}

	private @Nullable SourceLocation find() {
		List<Integer> positions = this.refused.columns().stream().map(this::position).toList();
		boolean search = !this.refused.lookFor().isEmpty() && !positions.contains(-1);
		if (this.refused.number() == 0 && !search) {
			return null;
		}
		try (CsvRows rows = new CsvRows(this.file, (path, count) -> {
		})) {
			List<@Nullable String> row = rows.next();
			while (row != null) {
				List<@Nullable String> values = row;
				boolean found = (this.refused.number() > 0) ? rows.count() == this.refused.number()
						: positions.stream().map(values::get).toList().equals(this.refused.lookFor());
				if (found) {
					return rows.place();
				}
				row = rows.next();
			}
			return null;
		}
		catch (MigrateException ex) {
			// What is wrong further down was not reached.
			return null;
		}
	}

	private int position(String column) {
		return this.file.columns().stream().map(Column::name).toList().indexOf(column);
	}

	boolean isPlaced() {
		return this.place != null;
	}

	MigrateException exception() {
		String where = (this.place != null) ? this.place.toString() : this.file.path().toString();
		return new MigrateException(ErrorCode.INVALID_SOURCE,
				where + ": " + what() + " (SQLSTATE " + this.refused.sqlState() + "). Nothing was loaded.", hint());
	}

	private String what() {
		Table table = this.file.table();
		String columns = this.refused.columns().isEmpty() ? "a value"
				: ((this.refused.columns().size() == 1) ? "column " : "columns ")
						+ String.join(", ", this.refused.columns());
		return switch (this.refused.reason()) {
			case TYPE -> columns + " takes " + type() + ", and this is none";
			case RANGE -> columns + " has no room for this value: it is " + type();
			case NULL -> columns + " refuses NULL";
			case DUPLICATE -> "a row with the same "
					+ (this.refused.columns().isEmpty() ? "key" : String.join(", ", this.refused.columns()))
					+ " is there already";
			case REFERENCE -> columns + " refers to a row" + target(table) + " that is not there";
			case CHECK -> "the row does not pass "
					+ ((this.refused.constraint() != null) ? "the check " + this.refused.constraint() : "a check");
			case OTHER -> "the database refuses the row";
		};
	}

	private String type() {
		return this.refused.columns()
			.stream()
			.flatMap((name) -> this.file.table().column(name).stream())
			.map((column) -> column.type().sql())
			.collect(Collectors.collectingAndThen(Collectors.joining(", "),
					(types) -> types.isEmpty() ? "another type" : types));
	}

	private String target(Table table) {
		return table.foreignKeys()
			.stream()
			.filter((key) -> key.name().equals(this.refused.constraint()))
			.map(ForeignKey::target)
			.map((target) -> " of " + target.name())
			.findFirst()
			.orElse("");
	}

	private @Nullable String hint() {
		return (this.refused.reason() == RefusedRow.Reason.NULL)
				? "A field that is empty is NULL; for an empty text write \"\"." : null;
	}

}

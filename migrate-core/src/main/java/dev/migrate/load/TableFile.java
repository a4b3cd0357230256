package dev.migrate.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.error.SourceLocation;
import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file, with the table and the columns that it is for.
 *
 * @param path where it is
 * @param table named by the file
 * @param columns named by the first line
 */
record TableFile(Path path, Table table, List<Column> columns) {

	TableFile {
		columns = List.copyOf(columns);
	}

	static TableFile of(Path path, Schema schema, String currentSchema) {
		Table table = table(path, schema, currentSchema);
		try (CsvReader reader = CsvReader.open(path)) {
			List<@Nullable String> header = reader.next();
			if (header == null) {
				throw invalid(SourceLocation.of(path.toString()), "is empty", "Its first line names the columns.");
			}
			List<Column> columns = new ArrayList<>();
			for (String name : header) {
				columns.add(column(name, table, columns, reader.place()));
			}
			return new TableFile(path, table, columns);
		}
	}

	private static Table table(Path path, Schema schema, String currentSchema) {
		String file = Objects.requireNonNull(path.getFileName()).toString();
		String name = file.substring(0, file.length() - ".csv".length());
		int dot = name.lastIndexOf('.');
		String wantedSchema = (dot > 0) ? name.substring(0, dot) : currentSchema;
		QualifiedName wanted = new QualifiedName(wantedSchema, name.substring(dot + 1));
		return schema.table(wanted).orElseGet(() -> {
			List<Table> alike = schema.tables()
				.stream()
				.filter((table) -> table.name().toString().equalsIgnoreCase(wanted.toString()))
				.toList();
			if (alike.size() == 1) {
				return alike.get(0);
			}
			throw new MigrateException(ErrorCode.UNKNOWN_TARGET,
					path + " is for a table " + name + ", and there is none. Nothing was loaded.",
					"A file has the name of its table, as in students.csv or school.students.csv. Run `db upgrade`"
							+ " first if a pending revision creates it.");
		});
	}

	private static Column column(@Nullable String name, Table table, List<Column> before, SourceLocation place) {
		String wanted = Objects.requireNonNullElse(name, "");
		Column column = table.column(wanted)
			.or(() -> table.columns().stream().filter((each) -> each.name().equalsIgnoreCase(wanted)).findFirst())
			.orElseThrow(() -> invalid(place,
					"names a column " + wanted.toLowerCase(Locale.ROOT) + " that " + table.name().name()
							+ " does not have",
					"Its columns are " + table.columns()
						.stream()
						.filter((each) -> each.generated() == null)
						.map(Column::name)
						.collect(Collectors.joining(", ")) + "."));
		if (before.contains(column)) {
			throw invalid(place, "names the column " + column.name() + " twice", "Leave one of them out.");
		}
		if (column.generated() != null) {
			throw invalid(place, "names the column " + column.name() + ", which the database computes",
					"Leave it out.");
		}
		return column;
	}

	static MigrateException invalid(SourceLocation place, String what, String hint) {
		return new MigrateException(ErrorCode.INVALID_SOURCE, place + " " + what + ". Nothing was loaded.", hint);
	}

}

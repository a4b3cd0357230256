package dev.migrate.load;

import java.util.List;

import dev.migrate.dialect.RowSource;
import dev.migrate.error.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV file below its first line.
 */
final class CsvRows implements RowSource, AutoCloseable {

	private final TableFile file;

	private final CsvReader reader;

	private final LoadProgress progress;

	private long count;

	CsvRows(TableFile file, LoadProgress progress) {
		this.file = file;
		this.progress = progress;
		this.reader = CsvReader.open(file.path());
		this.reader.next();
	}

	@Override
	public @Nullable List<@Nullable String> next() {
		int columns = this.file.columns().size();
		List<@Nullable String> row = this.reader.next();
		// An empty line is a row with NULL only if there is nothing but one column.
		while (row != null && columns > 1 && row.size() == 1 && row.get(0) == null) {
			row = this.reader.next();
		}
		if (row == null) {
			return null;
		}
		if (row.size() != columns) {
			throw TableFile.invalid(this.reader.place(),
					"has " + row.size() + ((row.size() == 1) ? " field" : " fields") + ", and the first line names "
							+ columns + ((columns == 1) ? " column" : " columns"),
					"Put a field with a comma in it into quotes.");
		}
		this.count++;
		this.progress.at(this.file.path(), this.count);
		return row;
	}

	long count() {
		return this.count;
	}

	SourceLocation place() {
		return this.reader.place();
	}

	@Override
	public void close() {
		this.reader.close();
	}

}

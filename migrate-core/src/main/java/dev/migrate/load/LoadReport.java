package dev.migrate.load;

import java.nio.file.Path;
import java.util.List;

import dev.migrate.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * What was loaded.
 *
 * @param files in the order in which they were loaded
 * @param moved identities and sequences that were moved past what was loaded
 */
public record LoadReport(List<LoadedFile> files, List<Moved> moved) {

	public LoadReport {
		files = List.copyOf(files);
		moved = List.copyOf(moved);
	}

	/**
	 * A file.
	 *
	 * @param path where it is
	 * @param table that its rows went to, or null for SQL
	 * @param count rows, or statements
	 */
	public record LoadedFile(Path path, @Nullable QualifiedName table, long count) {
	}

	/**
	 * An identity or sequence.
	 *
	 * @param table whose rows it numbers
	 * @param column that it numbers
	 * @param past the largest number that is there
	 */
	public record Moved(QualifiedName table, String column, long past) {
	}

}

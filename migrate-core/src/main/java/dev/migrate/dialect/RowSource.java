package dev.migrate.dialect;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Rows on their way into a table, one after the other.
 */
@FunctionalInterface
public interface RowSource {

	/**
	 * Return the next row.
	 * @return a text for each column as the database reads its literals, null for NULL;
	 * or null after the last row
	 */
	@Nullable List<@Nullable String> next();

}

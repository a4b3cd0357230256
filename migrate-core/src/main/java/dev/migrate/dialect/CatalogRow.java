package dev.migrate.dialect;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The current row of a catalogue query, read by the names of its columns.
 *
 * @param rows the rows, standing on the one to read
 */
public record CatalogRow(ResultSet rows) {

	/**
	 * Return a text that is always there.
	 * @param column the column
	 * @return the text
	 * @throws SQLException if the row can't be read or the text is not there
	 */
	public String text(String column) throws SQLException {
		String value = optional(column);
		if (value == null) {
			throw new SQLException("the catalogue holds no " + column + " where there must be one");
		}
		return value;
	}

	/**
	 * Return a text that may be missing.
	 * @param column the column
	 * @return the text, or null if the column is NULL
	 * @throws SQLException if the row can't be read
	 */
	public @Nullable String optional(String column) throws SQLException {
		return this.rows.getString(column);
	}

	/**
	 * Return a boolean.
	 * @param column the column
	 * @return the value; false if the column is NULL
	 * @throws SQLException if the row can't be read
	 */
	public boolean flag(String column) throws SQLException {
		return this.rows.getBoolean(column);
	}

	/**
	 * Return a number.
	 * @param column the column
	 * @return the value; 0 if the column is NULL
	 * @throws SQLException if the row can't be read
	 */
	public long number(String column) throws SQLException {
		return this.rows.getLong(column);
	}

	/**
	 * Return the texts of an array.
	 * @param column the column
	 * @return the texts; none if the column is NULL
	 * @throws SQLException if the row can't be read
	 */
	public List<String> texts(String column) throws SQLException {
		Array array = this.rows.getArray(column);
		return (array == null) ? List.of() : List.of((String[]) array.getArray());
	}

	/**
	 * Return the numbers of an array.
	 * @param column the column
	 * @return the numbers; none if the column is NULL
	 * @throws SQLException if the row can't be read
	 */
	public List<Integer> numbers(String column) throws SQLException {
		String text = this.rows.getString(column);
		if (text == null || text.length() <= 2) {
			return List.of();
		}
		// In braces, with commas: no driver's array is as cheap. The driver writes quotes
		// around what came in binary form.
		List<Integer> numbers = new ArrayList<>();
		for (int from = 1; from < text.length();) {
			int comma = text.indexOf(',', from);
			int to = (comma < 0) ? text.length() - 1 : comma;
			int quote = (text.charAt(from) == '"') ? 1 : 0;
			numbers.add(Integer.parseInt(text, from + quote, to - quote, 10));
			from = to + 1;
		}
		return numbers;
	}

}

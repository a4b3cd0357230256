package dev.migrate.dialect;

import java.util.List;

import dev.migrate.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * A row that the database did not take. Its values are nowhere in here but in
 * {@code lookFor}, which is for finding the row and not for showing.
 *
 * @param table that it was for
 * @param reason why
 * @param sqlState five characters
 * @param number of the row in its table, counted from 1; 0 if the database did not say
 * @param columns that are at fault; empty if unknown
 * @param constraint that does not hold, or null if there is none or it is unknown
 * @param lookFor the values of the columns by which to find the row; empty if unknown
 */
public record RefusedRow(QualifiedName table, Reason reason, String sqlState, long number, List<String> columns,
		@Nullable String constraint, List<String> lookFor) {

	public RefusedRow {
		columns = List.copyOf(columns);
		lookFor = List.copyOf(lookFor);
	}

	/** Why a row is refused. */
	public enum Reason {

		/** A text is no value of the column's type. */
		TYPE,

		/** A value is too long, or out of range. */
		RANGE,

		/** A column refuses NULL. */
		NULL,

		/** A unique key is there already. */
		DUPLICATE,

		/** What a foreign key refers to is not there. */
		REFERENCE,

		/** A check does not hold. */
		CHECK,

		/** Anything else. */
		OTHER;

		/**
		 * Read a reason.
		 * @param sqlState five characters
		 * @return what it says of a row
		 */
		public static Reason of(String sqlState) {
			return switch (sqlState) {
				case "22001", "22003", "22008", "22026" -> RANGE;
				case "23502" -> NULL;
				case "23505" -> DUPLICATE;
				case "23503", "23506" -> REFERENCE;
				case "23514", "23513", "23P01" -> CHECK;
				default -> sqlState.startsWith("22") ? TYPE : OTHER;
			};
		}

		/**
		 * Tell whether a refusal is about a row, and not about the statement.
		 * @param sqlState five characters
		 * @return true if some row is at fault
		 */
		public static boolean isAbout(String sqlState) {
			return sqlState.startsWith("22") || sqlState.startsWith("23") || sqlState.startsWith("P0")
					|| sqlState.startsWith("44");
		}

	}

}

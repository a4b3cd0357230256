package dev.migrate.diff;

import java.util.List;

import dev.migrate.schema.ColumnName;
import org.jspecify.annotations.Nullable;

/**
 * What only a person knows.
 */
public sealed interface Question {

	/**
	 * Return what an answer has to name.
	 * @return a table or column as a person types it: {@code students.surname}
	 */
	String subject();

	/**
	 * Was something renamed, or is it really to be dropped?
	 *
	 * @param subject the table or column that would be dropped
	 * @param candidates what it may have become, the likeliest first; at least one
	 */
	record Rename(String subject, List<Candidate> candidates) implements Question {

		public Rename {
			candidates = List.copyOf(candidates);
		}

	}

	/**
	 * Has a constant another name, or does no row hold it any more?
	 *
	 * @param subject the column or enum type with the constant that went
	 * @param candidates what it may be called now, the likeliest first; at least one
	 */
	record Constant(String subject, List<Candidate> candidates) implements Question {

		public Constant {
			candidates = List.copyOf(candidates);
		}

	}

	/**
	 * May what a column or table holds be lost, though its attribute stays?
	 *
	 * @param subject the table or column that would be dropped
	 * @param target the column that the attribute has from now on
	 * @param copied whether the values go along where the target has a row for them
	 */
	record Move(String subject, String target, boolean copied) implements Question {
	}

	/**
	 * What do the rows that are there get in a new column that refuses NULL?
	 *
	 * @param subject the column as a person types it
	 * @param column the column
	 * @param proposed an SQL expression, or null if nothing suggests itself
	 */
	record Fill(String subject, ColumnName column, @Nullable String proposed) implements Question {
	}

	/**
	 * What something may have become.
	 *
	 * @param name the new name as an answer gives it: of a column its own
	 * @param likelihood from 0 to 100
	 * @param reasons what speaks for it, in words
	 */
	record Candidate(String name, int likelihood, List<String> reasons) {

		public Candidate {
			reasons = List.copyOf(reasons);
		}

	}

}

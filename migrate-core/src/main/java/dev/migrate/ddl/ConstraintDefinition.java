package dev.migrate.ddl;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A constraint as it is written, in a table, on a column or in ALTER TABLE.
 *
 * @param kind its kind
 * @param name its name, or null if the server is to choose one
 * @param columns the columns that it names; of a CHECK and an EXCLUDE none
 * @param target the table that a foreign key refers to, or null
 * @param index the index that USING INDEX names, or null
 * @param cascades whether deleting a row deletes those that refer to it
 * @param proven whether the rows that are there are held to it: false with NOT VALID or
 * NOT ENFORCED
 * @param text the whole definition without CONSTRAINT, its name and NOT VALID
 * @param notNullColumn the column that a CHECK of the form {@code column IS NOT NULL}
 * speaks of, or null
 */
public record ConstraintDefinition(Kind kind, @Nullable Name name, List<Name> columns, @Nullable Name target,
		@Nullable Name index, boolean cascades, boolean proven, String text, @Nullable Name notNullColumn) {

	public ConstraintDefinition {
		columns = List.copyOf(columns);
	}

	/**
	 * The kinds of constraints.
	 */
	public enum Kind {

		/** PRIMARY KEY. */
		PRIMARY_KEY,

		/** UNIQUE. */
		UNIQUE,

		/** FOREIGN KEY or REFERENCES. */
		FOREIGN_KEY,

		/** CHECK. */
		CHECK,

		/** EXCLUDE. */
		EXCLUDE,

		/** NOT NULL, written as a constraint of the table. */
		NOT_NULL

	}

}

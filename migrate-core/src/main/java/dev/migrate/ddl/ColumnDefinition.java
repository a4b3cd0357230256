package dev.migrate.ddl;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A column as it is written, in CREATE TABLE or ADD COLUMN.
 *
 * @param name its name
 * @param type as it was written
 * @param notNull whether NOT NULL stands there
 * @param defaultText the expression behind DEFAULT, or null
 * @param source where its values come from
 * @param constraints the constraints that stand with it
 */
public record ColumnDefinition(Name name, String type, boolean notNull, @Nullable String defaultText, Source source,
		List<ConstraintDefinition> constraints) {

	public ColumnDefinition {
		constraints = List.copyOf(constraints);
	}

	/**
	 * Where the values of a column come from.
	 */
	public enum Source {

		/** From who writes the row, or the default. */
		WRITTEN,

		/** From a sequence: an identity or a serial type. */
		NUMBERED,

		/** Computed when the row is written, and stored. */
		STORED,

		/** Computed when the row is read. */
		VIRTUAL

	}

}

package dev.migrate.migration;

import java.util.List;

import dev.migrate.error.SourceLocation;
import dev.migrate.operation.Operation;
import dev.migrate.sql.JdbcWork;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a Java revision recorded.
 */
public sealed interface Recorded {

	/**
	 * Return where it was recorded.
	 * @return class and line
	 */
	SourceLocation location();

	/**
	 * Return the databases that it is for.
	 * @return their names; empty for all
	 */
	List<String> dialects();

	/**
	 * Call the visitor's method for this entry.
	 * @param <R> what the visitor returns
	 * @param visitor the visitor
	 * @return what the visitor returned
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * Whoever has to know every kind of entry.
	 *
	 * @param <R> what comes out for an entry
	 */
	interface Visitor<R> {

		R visit(Change change);

		R visit(Code code);

	}

	/**
	 * An operation.
	 *
	 * @param operation as it was typed
	 * @param oneWay why its reverse can't be known, or null if it can
	 * @param location class and line
	 * @param dialects the databases that it is for; empty for all
	 */
	record Change(Operation operation, @Nullable String oneWay, SourceLocation location,
			List<String> dialects) implements Recorded {

		public Change {
			dialects = List.copyOf(dialects);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visit(this);
		}

	}

	/**
	 * Code.
	 *
	 * @param description what it does
	 * @param work the code
	 * @param location class and line
	 * @param dialects the databases that it is for; empty for all
	 */
	record Code(String description, JdbcWork work, SourceLocation location, List<String> dialects) implements Recorded {

		public Code {
			dialects = List.copyOf(dialects);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visit(this);
		}

	}

}

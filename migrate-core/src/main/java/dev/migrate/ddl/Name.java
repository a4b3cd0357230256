package dev.migrate.ddl;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A name in a statement.
 *
 * @param parts as the database folds them, the own name last
 * @param text as it was written, quotes included
 */
public record Name(List<String> parts, String text) {

	public Name {
		parts = List.copyOf(parts);
	}

	/**
	 * Return the name without its schema.
	 * @return the last part
	 */
	public String own() {
		return this.parts.get(this.parts.size() - 1);
	}

	/**
	 * Return the schema.
	 * @return the part before the last, or null if the name has one part
	 */
	public @Nullable String schema() {
		return (this.parts.size() > 1) ? this.parts.get(this.parts.size() - 2) : null;
	}

	/**
	 * Return the name for messages: folded, not quoted.
	 */
	@Override
	public String toString() {
		return String.join(".", this.parts);
	}

}

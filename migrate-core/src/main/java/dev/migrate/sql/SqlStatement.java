package dev.migrate.sql;

import dev.migrate.error.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * One statement as it was written.
 *
 * @param text the statement without its semicolon and without the blanks and comments
 * around it; those inside it are kept
 * @param location the place of its first character
 * @param copyData the rows that follow a {@code COPY … FROM STDIN}, exactly as written
 * and without the end marker; null for every other statement
 */
public record SqlStatement(String text, SourceLocation location, @Nullable String copyData) implements Action {

	public SqlStatement(String text, SourceLocation location) {
		this(text, location, null);
	}

	@Override
	public <R> R accept(Visitor<R> visitor) {
		return visitor.visit(this);
	}

}

package dev.migrate.operation;

import org.jspecify.annotations.Nullable;

/**
 * Runs a statement as it is written.
 *
 * @param sql one statement, without a semicolon
 * @param reverseSql the statement that takes it back, or null if none is known
 */
public record ExecuteSql(String sql, @Nullable String reverseSql) implements Operation {

	@Override
	public <R> R accept(OperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

	@Override
	public Reversal reverse() {
		return (this.reverseSql != null) ? Reversal.by(new ExecuteSql(this.reverseSql, this.sql))
				: new Reversal.Impossible("no statement is known that takes back: " + this.sql);
	}

	@Override
	public String summary() {
		return "execute " + this.sql.lines().findFirst().orElse("");
	}

}

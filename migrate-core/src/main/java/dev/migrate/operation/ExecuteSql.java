package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Runs a statement as it is written.
 *
 * @param sql one statement; with values it has a question mark for each
 * @param values what goes in, in order; without any the statement stays as it is
 * @param reversal what takes it back, or null if nothing is known to
 */
public record ExecuteSql(String sql, List<Literal> values, @Nullable ExecuteSql reversal) implements Operation {

	public ExecuteSql {
		values = List.copyOf(values);
	}

	public ExecuteSql(String sql, @Nullable String reverseSql) {
		this(sql, List.of(), (reverseSql != null) ? new ExecuteSql(reverseSql, List.of(), null) : null);
	}

	@Override
	public <R> R accept(OperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

	@Override
	public Reversal reverse() {
		return (this.reversal != null)
				? Reversal.by(new ExecuteSql(this.reversal.sql, this.reversal.values,
						new ExecuteSql(this.sql, this.values, null)))
				: new Reversal.Impossible("no statement is known that takes it back");
	}

	@Override
	public String summary() {
		return "execute " + this.sql.lines().findFirst().orElse("");
	}

}

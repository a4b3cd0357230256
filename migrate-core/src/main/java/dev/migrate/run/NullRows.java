package dev.migrate.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migrate.dialect.Dialect;
import dev.migrate.plan.Step;
import dev.migrate.sql.SqlStatement;
import dev.migrate.sql.StatementFacts;
import org.jspecify.annotations.Nullable;

/**
 * Counts the rows that kept a column from refusing NULL, after the failed statement was
 * undone. Only numbers are told, no values.
 */
final class NullRows {

	// The second is what H2 says of a column that it is to alter.
	private static final Set<String> NOT_NULL_VIOLATIONS = Set.of("23502", "90081");

	private final DatabaseSession session;

	NullRows(DatabaseSession session) {
		this.session = session;
	}

	/**
	 * Say which column of which table has how many rows with NULL.
	 * @param step of the statement
	 * @param failure of the statement
	 * @return a sentence, or null if there is nothing to say
	 */
	@Nullable String sentence(Step step, StatementFailedException failure) {
		if (!NOT_NULL_VIOLATIONS.contains(failure.failure().sqlState()) || failure.statement() == 0) {
			return null;
		}
		if (!(step.section().actions().get(failure.statement() - 1) instanceof SqlStatement statement)) {
			return null;
		}
		StatementFacts.NotNull facts = StatementFacts.notNull(statement, this.session.dialect().lexicalRules());
		if (facts == null) {
			return null;
		}
		Dialect dialect = this.session.dialect();
		String table = facts.table().stream().map(dialect::quote).collect(Collectors.joining("."));
		List<String> sentences = new ArrayList<>();
		for (String column : facts.columns()) {
			long rows = count("SELECT count(*) FROM " + table + " WHERE " + dialect.quote(column) + " IS NULL");
			// A column that the revision itself adds is gone with it: it was NULL in all.
			rows = (rows < 0) ? count("SELECT count(*) FROM " + table) : rows;
			if (rows > 0) {
				sentences.add(String.join(".", facts.table()) + "." + column + " has " + rows
						+ ((rows == 1) ? " row" : " rows") + " with NULL");
			}
		}
		return sentences.isEmpty() ? null : String.join(", ", sentences) + ".";
	}

	private long count(String sql) {
		try (Statement statement = this.session.connection().createStatement();
				ResultSet rows = statement.executeQuery(sql)) {
			return rows.next() ? rows.getLong(1) : -1;
		}
		catch (SQLException ex) {
			return -1;
		}
	}

}

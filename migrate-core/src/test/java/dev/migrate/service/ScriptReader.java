package dev.migrate.service;

import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.migrate.error.SourceLocation;
import dev.migrate.sql.LexicalRules;
import dev.migrate.sql.SqlStatement;
import dev.migrate.sql.StatementSplitter;
import org.postgresql.PGConnection;

/**
 * Runs scripts as {@code psql -v ON_ERROR_STOP=1 -f} does, as far as ours go: statements,
 * rows of COPY, {@code \set}, {@code \gset}, {@code \if :name} and {@code \endif}. A test
 * needs no psql.
 */
final class ScriptReader {

	private final Connection connection;

	private final LexicalRules rules;

	private final Map<String, String> variables = new HashMap<>();

	private final StringBuilder waiting = new StringBuilder();

	private int passedOver;

	private int depth;

	private ScriptReader(Connection connection, LexicalRules rules) {
		this.connection = connection;
		this.rules = rules;
	}

	/** Run a script on a connection of its own, up to the first error. */
	static void run(String script, Connection connection, LexicalRules rules) throws SQLException {
		ScriptReader reader = new ScriptReader(connection, rules);
		for (String line : script.split("\n", -1)) {
			reader.read(line);
		}
		reader.flush();
		if (reader.depth > 0) {
			throw new IllegalStateException("An \\if is not closed");
		}
	}

	static List<SqlStatement> statements(String script, LexicalRules rules) {
		return StatementSplitter.split(script, 0, SourceLocation.of("script", 1), rules, (line) -> false).statements();
	}

	private void read(String line) throws SQLException {
		if (line.startsWith("\\if :")) {
			flush();
			this.depth++;
			boolean skip = this.passedOver > 0 || !"t".equals(this.variables.get(line.substring(5)));
			this.passedOver += skip ? 1 : 0;
		}
		else if (line.equals("\\endif")) {
			flush();
			this.depth--;
			this.passedOver = Math.max(0, this.passedOver - 1);
		}
		else if (line.startsWith("\\set ")) {
			flush();
		}
		else if (line.endsWith(" \\gset")) {
			flush();
			ask(line.substring(0, line.length() - 6));
		}
		else if (line.endsWith("; /* rows")) {
			this.waiting.append(line, 0, line.length() - " /* rows".length()).append('\n');
		}
		else if (!line.equals("*/")) {
			this.waiting.append(line).append('\n');
		}
	}

	private void ask(String query) throws SQLException {
		if (this.passedOver > 0) {
			return;
		}
		try (Statement statement = this.connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
			if (!rows.next()) {
				throw new IllegalStateException("No row: " + query);
			}
			for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
				this.variables.put(rows.getMetaData().getColumnLabel(column), rows.getString(column));
			}
		}
	}

	private void flush() throws SQLException {
		String text = this.waiting.toString();
		this.waiting.setLength(0);
		if (this.passedOver > 0) {
			return;
		}
		for (SqlStatement statement : statements(text, this.rules)) {
			send(statement);
		}
	}

	private void send(SqlStatement statement) throws SQLException {
		if (statement.copyData() != null) {
			try {
				this.connection.unwrap(PGConnection.class)
					.getCopyAPI()
					.copyIn(statement.text(), new StringReader(statement.copyData()));
			}
			catch (java.io.IOException ex) {
				throw new IllegalStateException(ex);
			}
			return;
		}
		try (Statement jdbc = this.connection.createStatement()) {
			jdbc.setEscapeProcessing(false);
			jdbc.execute(statement.text());
		}
	}

}

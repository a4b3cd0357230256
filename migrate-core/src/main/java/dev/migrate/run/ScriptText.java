package dev.migrate.run;

import dev.migrate.sql.SqlStatement;

/**
 * The text of a script as it grows: comments, statements, and commands of the client.
 */
final class ScriptText {

	private final StringBuilder text = new StringBuilder();

	/** Write remarks; whatever they hold stays one line. */
	ScriptText comment(String line) {
		this.text.append("-- ").append(line.replaceAll("\\s*\\R\\s*", " ")).append('\n');
		return this;
	}

	ScriptText blank() {
		this.text.append('\n');
		return this;
	}

	/** Write a statement of ours. */
	ScriptText statement(String sql) {
		this.text.append(sql).append(";\n");
		return this;
	}

	ScriptText statements(Iterable<String> all) {
		all.forEach(this::statement);
		return this;
	}

	/** Write a statement of a revision, with the rows that belong to it. */
	ScriptText statement(SqlStatement statement) {
		statement(statement.text());
		String data = statement.copyData();
		if (data != null) {
			this.text.append(data).append((data.isEmpty() || data.endsWith("\n")) ? "" : "\n").append("\\.\n");
		}
		return this;
	}

	/** Write a line for the client. */
	ScriptText command(String line) {
		this.text.append(line).append('\n');
		return this;
	}

	@Override
	public String toString() {
		return this.text.toString();
	}

}

package dev.migrate.run;

import java.util.List;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.OwnTables;
import dev.migrate.dialect.ScriptWords;
import dev.migrate.revision.RevisionId;
import dev.migrate.sql.SqlStatement;

/**
 * The text of a script as it grows: comments, statements, and commands of the client.
 */
final class ScriptText {

	private final StringBuilder text = new StringBuilder();

	private final ScriptWords words;

	private final ScriptForm form;

	ScriptText(ScriptWords words, ScriptForm form) {
		this.words = words;
		this.form = form;
	}

	/** Write what comes before the first line of the journal. */
	void open(ScriptFrame frame, Dialect dialect, OwnTables tables) {
		boolean idempotent = this.form == ScriptForm.IDEMPOTENT;
		if (this.words.hasConditions()) {
			comment("Run it with psql -X -v ON_ERROR_STOP=1 -f FILE "
					+ (idempotent ? "on any database: what is done there is passed over."
							: "on a database that is where it starts."));
		}
		blank();
		if (idempotent) {
			command("\\set ON_ERROR_STOP on");
		}
		statements(this.words.restoring());
		if (frame.tables() == ScriptFrame.Tables.TO_BE_CREATED) {
			statements(dialect.createOwnTables(tables));
		}
		statements(this.words.guarding(frame.guard()));
	}

	static String ids(List<RevisionId> ids) {
		return ids.isEmpty() ? "base" : String.join(", ", ids.stream().map(RevisionId::value).toList());
	}

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
		String data = statement.copyData();
		if (data != null && this.form == ScriptForm.IDEMPOTENT) {
			this.text.append(this.words.passableRows(statement));
			return this;
		}
		statement(statement.text());
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

package dev.migrate.run;

import java.sql.SQLException;
import java.util.List;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.FailureKind;
import dev.migrate.dialect.OwnTables;

/**
 * Creates our tables where they are missing. Only writing commands do.
 */
public final class OwnTablesCreation {

	// CREATE … IF NOT EXISTS still collides with another session that does the same.
	private static final int TRIES = 5;

	private final DatabaseSession session;

	/**
	 * Create the step.
	 * @param session whose connection is used, in autocommit
	 */
	public OwnTablesCreation(DatabaseSession session) {
		this.session = session;
	}

	/**
	 * Create what is missing.
	 * @throws dev.migrate.error.MigrateException with DATABASE_REFUSED if a privilege is
	 * missing
	 */
	public void createIfMissing() {
		OwnTables tables = this.session.tables();
		if (isMissing(tables)) {
			create();
		}
	}

	/**
	 * Create tables that were missing a moment ago, without asking again. Somebody else
	 * may have been faster.
	 * @throws dev.migrate.error.MigrateException with DATABASE_REFUSED if a privilege is
	 * missing
	 */
	public void create() {
		List<String> statements = this.session.dialect().createOwnTables(this.session.tables());
		if (this.session.dialect().sendsTogether()) {
			create(String.join(";\n", statements));
		}
		else {
			statements.forEach(this::create);
		}
	}

	/**
	 * Write what creates the tables, for somebody else to run.
	 * @param dialect of the database that the script is for
	 * @param tables our tables there
	 * @return a script that does nothing where they are
	 */
	public static String script(Dialect dialect, OwnTables tables) {
		return new ScriptText(dialect.scriptWords(), ScriptForm.PLAIN)
			.comment("The tables of migrations on " + dialect.name() + "; it changes nothing where they are.")
			.statements(dialect.createOwnTables(tables))
			.toString();
	}

	// CREATE … IF NOT EXISTS demands the privilege to create where nothing is to be
	// created.
	private boolean isMissing(OwnTables tables) {
		try {
			this.session.execute("SELECT 1 FROM " + tables.version() + ", " + tables.journal() + ", " + tables.lock()
					+ " WHERE 1 = 0");
			return false;
		}
		catch (SQLException ex) {
			FailureKind kind = this.session.dialect().failureKind(ex);
			if (kind == FailureKind.CONNECTION) {
				throw this.session.refused("looking for the tables of migrations", ex);
			}
			return kind == FailureKind.MISSING_TABLE || kind == FailureKind.MISSING_SCHEMA;
		}
	}

	private void create(String statement) {
		for (int attempt = 1;; attempt++) {
			try {
				this.session.execute(statement);
				return;
			}
			catch (SQLException ex) {
				FailureKind kind = this.session.dialect().failureKind(ex);
				boolean collided = kind == FailureKind.DUPLICATE_KEY || kind == FailureKind.DUPLICATE_TABLE;
				if (!collided || attempt == TRIES) {
					throw this.session.refused("creating the tables of migrations", ex);
				}
			}
		}
	}

}

package dev.migrate.service;

import java.sql.SQLException;
import java.util.List;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.history.DatabaseState;
import dev.migrate.plan.MigrationPlan;
import dev.migrate.plan.Step;
import dev.migrate.revision.Direction;
import dev.migrate.run.DatabaseSession;
import dev.migrate.sql.SqlStatement;
import dev.migrate.sql.StatementFacts;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to build a schema where somebody else has built it already.
 */
final class AdoptionCheck {

	private final DatabaseSession session;

	AdoptionCheck(DatabaseSession session) {
		this.session = session;
	}

	void refuseUnlessEmpty(MigrationPlan plan, DatabaseState state) {
		if (state.tablesExist() || plan.isEmpty() || plan.direction() == Direction.DOWNGRADE) {
			return;
		}
		Step first = plan.steps().get(0);
		for (SqlStatement statement : first.section().statements()) {
			List<String> table = created(statement);
			if (table != null && exists(table) && !adoptedMeanwhile()) {
				throw new MigrateException(ErrorCode.NOT_ADOPTED,
						"Table " + String.join(".", table)
								+ " exists already, but the database has no version table; revision "
								+ first.revision().describe() + " would create it. Nothing was run.",
						"If the schema is what a revision builds, say so: `db stamp <revision>`. To write the first revision"
								+ " from it instead, begin with an empty folder: `db init --from-database`.");
			}
		}
	}

	// Another run may have begun, and committed the table, since the state was read.
	private boolean adoptedMeanwhile() {
		return new StateReader(this.session).read().tablesExist();
	}

	private @Nullable List<String> created(SqlStatement statement) {
		return StatementFacts.createdTable(statement, this.session.dialect().lexicalRules());
	}

	private boolean exists(List<String> table) {
		try {
			return this.session.dialect().tableExists(this.session.connection(), table);
		}
		catch (SQLException ex) {
			throw this.session.refused("asking for table " + String.join(".", table), ex);
		}
	}

}

package dev.migrate.service;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.ServerVersion;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.lint.Finding;
import dev.migrate.lint.LintReport;
import dev.migrate.lint.Linter;
import dev.migrate.lint.Severity;
import dev.migrate.plan.MigrationPlan;
import dev.migrate.plan.Step;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Revision;
import dev.migrate.run.DatabaseSession;
import dev.migrate.script.MigrationFolder;

/**
 * Refuses to upgrade where the configuration says so and something dangerous is pending.
 * It looks at the text of the revisions and at what the database has; nothing is run.
 * What is not there yet can't be hurt: an empty database is never refused for its tables.
 */
final class LintGate {

	private final DatabaseSession session;

	private final MigrationFolder folder;

	private final EngineSettings settings;

	LintGate(DatabaseSession session, MigrationFolder folder, EngineSettings settings) {
		this.session = session;
		this.folder = folder;
		this.settings = settings;
	}

	void refuseDangerous(MigrationPlan plan) {
		if (plan.direction() == Direction.DOWNGRADE || this.settings.lintFailOn() == null) {
			return;
		}
		// What a run has begun has to be finished.
		List<Finding> refused = refused(
				plan.steps().stream().filter((step) -> step.begun() == null).map(Step::revision).toList());
		if (refused.isEmpty()) {
			return;
		}
		Finding first = refused.get(0);
		int others = refused.size() - 1;
		String ids = refused.stream()
			.map((finding) -> finding.revision().value())
			.distinct()
			.collect(Collectors.joining(" "));
		throw new MigrateException(ErrorCode.LINT,
				"Rule " + first.rule() + " refuses revision " + this.folder.get(first.revision()).revision().describe()
						+ ", line " + first.location().line() + ": " + first.message()
						+ ((others > 0) ? " "
								+ ((others == 1) ? "One other finding refuses" : others + " other findings refuse")
								+ " the upgrade too." : "")
						+ " Nothing was run.",
				"`db lint " + ids + "` shows what to write instead. Where it is meant, say why above the statement: `--"
						+ " migrate:allow " + first.rule() + " reason`. spring.migrate.lint.fail-on is "
						+ Objects.requireNonNull(this.settings.lintFailOn()).name().toLowerCase(Locale.ROOT) + ".");
	}

	List<Finding> refused(List<Revision> revisions) {
		Severity limit = this.settings.lintFailOn();
		if (limit == null || revisions.isEmpty()) {
			return List.of();
		}
		return check(revisions).findings()
			.stream()
			.filter((finding) -> finding.severity().compareTo(limit) >= 0)
			.toList();
	}

	private LintReport check(List<Revision> revisions) {
		Dialect dialect = this.session.dialect();
		LintSubjects subjects = new LintSubjects(this.folder, dialect);
		try {
			String schema = Objects.requireNonNullElse(dialect.currentSchema(this.session.connection()), "public");
			Linter linter = new Linter(subjects.surroundings(schema, ServerVersion.of(this.session.connection()),
					this.settings, new LiveSchema(this.session).read()));
			return linter.check(subjects.of(revisions, Map.of()));
		}
		catch (SQLException ex) {
			throw this.session.refused("looking at the pending revisions", ex);
		}
	}

}

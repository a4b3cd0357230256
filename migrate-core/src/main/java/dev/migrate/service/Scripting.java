package dev.migrate.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.OwnTables;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.history.AppliedRevision;
import dev.migrate.history.DatabaseState;
import dev.migrate.history.VersionRow;
import dev.migrate.plan.MigrationPlan;
import dev.migrate.plan.PlanContext;
import dev.migrate.plan.Planner;
import dev.migrate.plan.Step;
import dev.migrate.revision.Applied;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Range;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionId;
import dev.migrate.revision.Target;
import dev.migrate.run.PlanPrinter;
import dev.migrate.run.ScriptForm;
import dev.migrate.run.ScriptFrame;
import dev.migrate.script.MigrationFolder;
import dev.migrate.sql.Action;
import dev.migrate.sql.CodeAction;

/**
 * Writes a run as a script, from what a database says of itself or from what one would
 * say that stands where a range starts.
 */
final class Scripting {

	private final MigrationFolder folder;

	private final Dialect dialect;

	private final EngineSettings settings;

	private final String fingerprint;

	/**
	 * Create the writer.
	 * @param folder the revisions of the application
	 * @param dialect of the database that scripts are for
	 * @param settings of the runs that they stand for
	 * @param fingerprint of the sources of an upgrade to the head
	 */
	Scripting(MigrationFolder folder, Dialect dialect, EngineSettings settings, String fingerprint) {
		this.folder = folder;
		this.dialect = dialect;
		this.settings = settings;
		this.fingerprint = fingerprint;
	}

	/** Write a script for a database of which nothing is known but where it stands. */
	Script between(Range range, ScriptRequest request) {
		Applied start = this.folder.graph().start(range, request.direction());
		DatabaseState state = new DatabaseState(!start.isEmpty(),
				start.ids().stream().map((id) -> row(this.folder.get(id).revision())).toList(), List.of(), Map.of());
		Target end = range.end(request.direction());
		Planner planner = planner(state);
		MigrationPlan plan = (request.direction() == Direction.UPGRADE) ? planner.upgrade(end) : planner.downgrade(end);
		return write(plan, state, this.settings.tables().unbound(this.dialect), request);
	}

	/** Write a script for a database as it is. */
	Script write(MigrationPlan plan, DatabaseState state, OwnTables tables, ScriptRequest request) {
		refuseBegun(plan);
		refuseCode(plan);
		if (request.form() == ScriptForm.IDEMPOTENT && !this.dialect.scriptWords().hasConditions()) {
			throw new MigrateException(ErrorCode.USAGE,
					"--idempotent needs the conditions of psql, and " + this.dialect.name() + " has none.",
					"Write the script without it.");
		}
		List<AppliedRevision> after = after(plan, state);
		ScriptFrame frame = new ScriptFrame(request.form(),
				(state.tablesExist() || plan.direction() == Direction.DOWNGRADE) ? ScriptFrame.Tables.THERE
						: ScriptFrame.Tables.TO_BE_CREATED,
				applied(plan, request.form()), absent(plan, state), plan.detail(request.tag()),
				this.settings.applicationVersion(), leavesNothing(after) ? this.fingerprint : null, checksums(after));
		return new Script(plan, new PlanPrinter(this.dialect, tables, this.settings.run()).print(plan, frame));
	}

	private static void refuseBegun(MigrationPlan plan) {
		for (Step step : plan.steps()) {
			if (step.begun() != null) {
				throw new MigrateException(ErrorCode.UNFINISHED,
						"Revision " + step.revision().describe()
								+ " was begun and did not end, which no script can go on" + " with.",
						"Go on with `db " + step.begun().operation() + "`, or settle it with `db repair`.");
			}
		}
	}

	private static void refuseCode(MigrationPlan plan) {
		for (Step step : plan.steps()) {
			for (Action action : step.section().actions()) {
				if (action instanceof CodeAction code) {
					throw new MigrateException(ErrorCode.UNKNOWN_TARGET,
							"The " + plan.direction().name().toLowerCase(Locale.ROOT) + " of revision "
									+ step.revision().describe() + " runs code (\"" + code.description()
									+ "\"), which no script can hold.",
							"Print the revisions before it and those after it as ranges, and run this one with the"
									+ " application.");
				}
			}
		}
	}

	// What the first steps stand on, or all that is taken back; a squash may go under
	// other names.
	private List<RevisionId> applied(MigrationPlan plan, ScriptForm form) {
		Set<RevisionId> steps = steps(plan);
		Set<RevisionId> needed = new LinkedHashSet<>();
		RevisionGraph graph = this.folder.graph();
		for (Step step : plan.steps()) {
			RevisionId id = step.revision().id();
			if (plan.direction() == Direction.DOWNGRADE) {
				needed.add(id);
			}
			else {
				graph.parents(id).forEach((parent) -> needed.add(parent.id()));
				graph.dependencies(id).forEach((dependency) -> needed.add(dependency.id()));
			}
		}
		if (plan.direction() == Direction.UPGRADE) {
			needed.removeAll(steps);
		}
		else if (form == ScriptForm.IDEMPOTENT) {
			needed.clear();
		}
		needed.removeIf((id) -> graph.find(id).filter((revision) -> !revision.replaces().isEmpty()).isPresent());
		return List.copyOf(needed);
	}

	private List<RevisionId> absent(MigrationPlan plan, DatabaseState state) {
		if (plan.direction() == Direction.UPGRADE) {
			return List.of();
		}
		Set<RevisionId> steps = steps(plan);
		RevisionGraph graph = this.folder.graph()
			.plusRecorded(state.rows().stream().map(AppliedRevision::revision).toList());
		return graph.descendants(steps).stream().map(Revision::id).filter((id) -> !steps.contains(id)).toList();
	}

	private static Set<RevisionId> steps(MigrationPlan plan) {
		Set<RevisionId> ids = new TreeSet<>();
		plan.steps().forEach((step) -> ids.add(step.revision().id()));
		return ids;
	}

	private List<AppliedRevision> after(MigrationPlan plan, DatabaseState state) {
		SortedMap<RevisionId, AppliedRevision> rows = new TreeMap<>(state.byId());
		for (Step step : plan.steps()) {
			if (plan.direction() == Direction.UPGRADE) {
				rows.put(step.revision().id(), row(step.revision()));
			}
			else {
				rows.remove(step.revision().id());
			}
		}
		return List.copyOf(rows.values());
	}

	private static SortedMap<RevisionId, String> checksums(List<AppliedRevision> rows) {
		SortedMap<RevisionId, String> checksums = new TreeMap<>();
		rows.forEach((row) -> checksums.put(row.id(), (row.checksum() != null) ? row.checksum() : ""));
		return checksums;
	}

	// As a run does at its end: only what passes without a word of warning can be skipped
	// unread the next time.
	private boolean leavesNothing(List<AppliedRevision> after) {
		try {
			MigrationPlan next = planner(new DatabaseState(true, after, List.of(), Map.of())).upgrade(Target.head());
			return next.isEmpty() && next.warnings().isEmpty();
		}
		catch (MigrateException ex) {
			return false;
		}
	}

	private Planner planner(DatabaseState state) {
		return new Planner(this.folder, state, this.dialect, this.settings.policies(),
				new PlanContext("", this.settings.applicationVersion()));
	}

	private AppliedRevision row(Revision revision) {
		VersionRow row = planner(DatabaseState.EMPTY).row(this.folder.get(revision.id()));
		return new AppliedRevision(revision, row.checksum(), Instant.EPOCH, null, null, row.applicationVersion(),
				row.downgradeMode(), null);
	}

}

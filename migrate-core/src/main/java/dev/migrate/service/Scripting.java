package dev.migrate.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.OwnTables;
import dev.migrate.dialect.ScriptGuard;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.history.AppliedRevision;
import dev.migrate.history.DatabaseState;
import dev.migrate.history.VersionRow;
import dev.migrate.plan.MigrationPlan;
import dev.migrate.plan.PlanContext;
import dev.migrate.plan.Planner;
import dev.migrate.plan.StampPlan;
import dev.migrate.plan.Step;
import dev.migrate.revision.Applied;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Range;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionId;
import dev.migrate.revision.Target;
import dev.migrate.run.PlanPrinter;
import dev.migrate.run.RunSettings;
import dev.migrate.run.ScriptForm;
import dev.migrate.run.ScriptFrame;
import dev.migrate.run.StampPrinter;
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
		DatabaseState state = state(this.folder.graph().start(range, request.direction()));
		Target end = range.end(request.direction());
		Planner planner = planner(state);
		MigrationPlan plan = (request.direction() == Direction.UPGRADE) ? planner.upgrade(end) : planner.downgrade(end);
		return write(plan, state, this.settings.tables().unbound(this.dialect), request);
	}

	private DatabaseState state(Applied start) {
		return new DatabaseState(!start.isEmpty(),
				start.ids().stream().map((id) -> row(this.folder.get(id).revision())).toList(), List.of(), Map.of());
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
		RevisionGraph graph = this.folder.graph()
			.plusRecorded(state.rows().stream().map(AppliedRevision::revision).toList());
		ScriptGuard guard = new ScriptGuards(graph, plan).guard(ScriptGuard.of(tables, lock()), request.form());
		boolean there = state.tablesExist() || plan.direction() == Direction.DOWNGRADE;
		ScriptFrame frame = frame(request.form(), there, guard, after(plan, state),
				plan.summary(this.settings.run().transactionMode(), request.tag()).line());
		return new Script(plan, new PlanPrinter(this.dialect, tables, this.settings.run()).print(plan, frame));
	}

	/** Write a stamp as a script, for a database of which nothing else is known. */
	StampScript stampBetween(Range range, StampScriptRequest request) {
		DatabaseState state = state(this.folder.graph().start(range));
		Target end = (range.to() != null) ? range.to() : Target.heads();
		return stamp(List.of(end), state, this.settings.tables().unbound(this.dialect), request);
	}

	/** Write a stamp as a script, for a database as it is. */
	StampScript stamp(List<Target> targets, DatabaseState state, OwnTables tables, StampScriptRequest request) {
		StampPlan plan = new Stamping(this.folder, state, planner(state)).plan(targets, state.applied());
		SortedMap<RevisionId, AppliedRevision> rows = new TreeMap<>(state.byId());
		plan.removed().forEach(rows::remove);
		List<String> added = new ArrayList<>();
		for (VersionRow row : plan.added()) {
			rows.put(row.revision().id(), row(row.revision()));
			added.add(row.revision().id().value());
		}
		Set<RevisionId> needed = new TreeSet<>(plan.from());
		needed.addAll(plan.removed());
		ScriptGuard guard = ScriptGuard.of(tables, lock())
			.expecting(needed.stream().map(RevisionId::value).toList(), added);
		ScriptFrame frame = frame(ScriptForm.PLAIN, state.tablesExist(), guard, List.copyOf(rows.values()),
				StampRequest.detail(targets, request.tag()));
		return new StampScript(plan, new StampPrinter(this.dialect, tables).print(plan, frame));
	}

	private ScriptFrame frame(ScriptForm form, boolean tablesThere, ScriptGuard guard, List<AppliedRevision> after,
			String detail) {
		return new ScriptFrame(form, tablesThere ? ScriptFrame.Tables.THERE : ScriptFrame.Tables.TO_BE_CREATED, guard,
				detail, this.settings.applicationVersion(), leavesNothing(after) ? this.fingerprint : null,
				checksums(after));
	}

	private ScriptGuard.Lock lock() {
		return (this.settings.run().lockMode() == RunSettings.LockMode.LEASE) ? ScriptGuard.Lock.NOT_TAKEN
				: ScriptGuard.Lock.TAKEN;
	}

	private static void refuseBegun(MigrationPlan plan) {
		for (Step step : plan.steps()) {
			if (step.begun() != null) {
				throw new MigrateException(ErrorCode.UNFINISHED,
						"Revision " + step.revision().describe()
								+ " was begun and did not end, which no script can go on with.",
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

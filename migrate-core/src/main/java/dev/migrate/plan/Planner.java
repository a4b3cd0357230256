package dev.migrate.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.migrate.dialect.Dialect;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.history.AppliedRevision;
import dev.migrate.history.DatabaseState;
import dev.migrate.history.DowngradeMode;
import dev.migrate.history.RecordedDowngrade;
import dev.migrate.history.VersionRow;
import dev.migrate.revision.Applied;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Movement;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionId;
import dev.migrate.revision.Target;
import dev.migrate.script.MigrationFolder;
import dev.migrate.script.MigrationScript;
import dev.migrate.script.RecordedSections;
import dev.migrate.script.Section;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a run does, from what the folder has and what the database says. Pure: no
 * connection, no clock.
 */
public final class Planner {

	private final MigrationFolder folder;

	private final DatabaseState state;

	private final Dialect dialect;

	private final Policies policies;

	private final PlanContext context;

	/**
	 * Create a planner.
	 * @param folder the revisions of the application
	 * @param state of the database
	 * @param dialect of the database
	 * @param policies what the configuration says
	 * @param context who plans
	 */
	public Planner(MigrationFolder folder, DatabaseState state, Dialect dialect, Policies policies,
			PlanContext context) {
		this.folder = folder;
		this.state = state;
		this.dialect = dialect;
		this.policies = policies;
		this.context = context;
	}

	/**
	 * Plan an upgrade.
	 * @param target where to
	 * @return the plan; empty if nothing is pending below the target
	 * @throws MigrateException if the state of folder and database forbids it
	 */
	public MigrationPlan upgrade(Target target) {
		Unfinished unfinished = unfinished(Direction.UPGRADE);
		List<String> warnings = new ArrayList<>();
		List<AppliedRevision> finished = new ArrayList<>();
		List<RevisionId> ids = new ArrayList<>();
		for (AppliedRevision row : this.state.rows()) {
			if (!unfinished.contains(row.id())) {
				finished.add(row);
				ids.add(row.id());
			}
		}
		report(changed(finished), this.policies.onChanged(), warnings);
		RevisionGraph graph = this.folder.graph();
		Applied applied = graph.normalise(Applied.of(ids));
		List<Movement> movements = graph.checkUpgrade(applied, target);
		List<AppliedRevision> unknown = unknown();
		if (!unknown.isEmpty() && movements.isEmpty()) {
			reportUnknown(unknown, warnings);
		}
		List<Step> steps = new ArrayList<>();
		for (Movement movement : movements) {
			steps.add(unfinished.goOn(up(this.folder.get(movement.revision().id())), warnings));
		}
		unfinished.refuseUnlessPartOf(steps);
		return plan(Direction.UPGRADE, graph, applied, movements, steps, warnings);
	}

	/**
	 * Plan a downgrade. Revisions that only the database remembers come down from the
	 * recorded SQL.
	 * @param target where to
	 * @return the plan
	 * @throws MigrateException if a revision on the way can't be taken back; nothing has
	 * run then
	 */
	public MigrationPlan downgrade(Target target) {
		Unfinished unfinished = unfinished(Direction.DOWNGRADE);
		RevisionGraph graph = union();
		Applied applied = graph.normalise(this.state.applied());
		return down(graph, applied, graph.downgrade(applied, target), unfinished);
	}

	/**
	 * Plan to take back every revision that the folder does not have.
	 * @return the plan; empty if there is none
	 */
	public MigrationPlan downgradeUnknown() {
		Unfinished unfinished = unfinished(Direction.DOWNGRADE);
		RevisionGraph graph = union();
		Applied applied = this.state.applied();
		List<RevisionId> unknown = unknown().stream().map(AppliedRevision::id).toList();
		return down(graph, applied, graph.takeBack(applied, unknown), unfinished);
	}

	/**
	 * Return the applied revisions whose statements are no longer those that ran.
	 * @param rows which to look at
	 * @return their ids, in the order of the rows
	 */
	public List<RevisionId> changed(Collection<AppliedRevision> rows) {
		List<RevisionId> changed = new ArrayList<>();
		for (AppliedRevision row : rows) {
			Optional<MigrationScript> script = this.folder.find(row.id());
			if (script.isPresent() && row.checksum() != null
					&& !row.checksum().equals(script.get().checksum(this.dialect))) {
				changed.add(row.id());
			}
		}
		return changed;
	}

	/**
	 * Return the applied revisions that the folder does not have.
	 * @return their rows, ordered by id
	 */
	public List<AppliedRevision> unknown() {
		List<AppliedRevision> unknown = new ArrayList<>();
		for (AppliedRevision row : this.state.rows()) {
			if (row.replacedBy() == null && this.folder.find(row.id()).isEmpty()) {
				unknown.add(row);
			}
		}
		return unknown;
	}

	private RevisionGraph union() {
		return this.folder.graph().plusRecorded(unknown().stream().map(AppliedRevision::revision).toList());
	}

	private MigrationPlan down(RevisionGraph graph, Applied applied, List<Movement> movements, Unfinished unfinished) {
		Map<RevisionId, AppliedRevision> rows = this.state.byId();
		List<AppliedRevision> touched = new ArrayList<>();
		for (Movement movement : movements) {
			AppliedRevision row = rows.get(movement.revision().id());
			if (row != null) {
				touched.add(row);
			}
		}
		List<String> warnings = new ArrayList<>();
		report(changed(touched), this.policies.onChanged(), warnings);
		List<Step> steps = new ArrayList<>();
		List<MigrateException> irreversible = new ArrayList<>();
		for (Movement movement : movements) {
			Step step = unfinished.goOn(down(movement.revision(), rows.get(movement.revision().id())), warnings);
			if (step.section().irreversible() != null) {
				irreversible.add(irreversible(step));
			}
			steps.add(step);
		}
		if (!irreversible.isEmpty()) {
			throw irreversible.get(0);
		}
		unfinished.refuseUnlessPartOf(steps);
		return plan(Direction.DOWNGRADE, graph, applied, movements, steps, warnings);
	}

	private MigrationPlan plan(Direction direction, RevisionGraph graph, Applied applied, List<Movement> movements,
			List<Step> steps, List<String> warnings) {
		return new MigrationPlan(direction, heads(graph, applied), heads(graph, applied.after(movements)), steps,
				warnings);
	}

	private static List<RevisionId> heads(RevisionGraph graph, Applied applied) {
		List<RevisionId> heads = new ArrayList<>();
		for (Revision head : graph.currentHeads(applied)) {
			heads.add(head.id());
		}
		return heads;
	}

	private Step up(MigrationScript script) {
		Section section = script.upgrade(this.dialect);
		return new Step(script.revision(), Direction.UPGRADE, section, Step.Origin.FOLDER, transactional(section),
				row(script));
	}

	/**
	 * Return what the version table remembers of a script.
	 * @param script of the folder
	 * @return the row
	 */
	public VersionRow row(MigrationScript script) {
		Section downgrade = script.downgrade(this.dialect);
		boolean possible = downgrade.irreversible() == null;
		DowngradeMode mode = DowngradeMode.IRREVERSIBLE;
		if (possible && downgrade.hasCode()) {
			mode = DowngradeMode.CODE;
		}
		else if (possible) {
			mode = downgrade.transactional() ? DowngradeMode.TRANSACTIONAL : DowngradeMode.NON_TRANSACTIONAL;
		}
		return new VersionRow(script.revision(), script.checksum(this.dialect), this.context.actor(),
				this.context.applicationVersion(), possible ? downgrade.text() : downgrade.irreversible(), mode);
	}

	private Step down(Revision revision, @Nullable AppliedRevision applied) {
		Optional<MigrationScript> script = this.folder.find(revision.id());
		if (script.isPresent()) {
			Section section = script.get().downgrade(this.dialect);
			return new Step(revision, Direction.DOWNGRADE, section, Step.Origin.FOLDER, transactional(section),
					row(script.get()));
		}
		RecordedDowngrade recorded = this.state.recorded()
			.getOrDefault(revision.id(), new RecordedDowngrade(DowngradeMode.IRREVERSIBLE, null, null));
		Section section = RecordedSections.read(revision.id(), recorded.mode().word(), recorded.sql(),
				recorded.applicationVersion(), this.dialect);
		VersionRow row = new VersionRow(revision, (applied != null) ? applied.checksum() : null, this.context.actor(),
				recorded.applicationVersion(), recorded.sql(), recorded.mode());
		return new Step(revision, Direction.DOWNGRADE, section, Step.Origin.RECORDED, transactional(section), row);
	}

	/**
	 * Return one way of one revision as it is now, whatever the state: for a repair.
	 * Nothing of it shares a transaction with the version row.
	 * @param id an applied revision
	 * @param direction which way
	 * @return the step
	 * @throws MigrateException with UNKNOWN_TARGET if only the folder could have it, with
	 * IRREVERSIBLE if there is no such way
	 */
	public Step again(RevisionId id, Direction direction) {
		Step step = (direction == Direction.UPGRADE) ? up(this.folder.find(id)
			.orElseThrow(() -> new MigrateException(ErrorCode.UNKNOWN_TARGET,
					"This application does not have revision " + id + ".",
					"Repair it with the version of the application that has it, or use `db repair --mark-done`.")))
				: down(id);
		if (step.section().irreversible() != null) {
			throw new MigrateException(ErrorCode.IRREVERSIBLE,
					"Revision " + id + " can't be undone: " + step.section().irreversible() + ". Nothing was run.",
					"Use `db repair --resume` or `db repair --mark-done`.");
		}
		return new Step(step.revision(), direction, step.section(), step.origin(), false, step.row());
	}

	private Step down(RevisionId id) {
		AppliedRevision applied = this.state.byId().get(id);
		if (applied == null) {
			throw new IllegalArgumentException("Revision " + id + " is not applied");
		}
		return down(this.folder.find(id).map(MigrationScript::revision).orElse(applied.revision()), applied);
	}

	private boolean transactional(Section section) {
		return section.transactional() && this.dialect.transactionalDdl();
	}

	private static MigrateException irreversible(Step step) {
		return new MigrateException(ErrorCode.IRREVERSIBLE,
				"Revision " + step.revision().describe() + " can't be taken back: " + step.section().irreversible()
						+ ". Nothing was run.",
				(step.origin() == Step.Origin.FOLDER)
						? "Write its downgrade (the checksum does not cover it), or choose a target above it."
						: "Run the downgrade with the version of the application that has this revision.");
	}

	private Unfinished unfinished(Direction direction) {
		return new Unfinished(this.state.unfinished(), direction, this.dialect, this::describe);
	}

	private String describe(RevisionId id) {
		return this.folder.find(id).map((script) -> script.revision().describe()).orElse(id.value());
	}

	private void report(List<RevisionId> changed, Policy policy, List<String> warnings) {
		if (changed.isEmpty() || policy == Policy.IGNORE) {
			return;
		}
		String names = changed.stream().map(this::describe).collect(Collectors.joining(", "));
		String sentence = ((changed.size() == 1) ? "Applied revision " + names + " was edited: its statements are"
				: "Applied revisions " + names + " were edited: their statements are") + " not those that ran.";
		if (policy == Policy.FAIL) {
			throw new MigrateException(ErrorCode.CHANGED, sentence + " Nothing was run.",
					"Bring the old text back and write the change as a new revision. To accept the edit on purpose:"
							+ " `db repair --accept " + changed.get(0) + "`.");
		}
		warnings.add(sentence);
	}

	private void reportUnknown(List<AppliedRevision> unknown, List<String> warnings) {
		String names = unknown.stream()
			.map((row) -> row.revision().message().isEmpty() ? row.id().value()
					: row.id() + " \"" + row.revision().message() + "\"")
			.collect(Collectors.joining(", "));
		String sentence = "The database has " + ((unknown.size() == 1) ? "a revision" : unknown.size() + " revisions")
				+ " that this application does not have: " + names + ".";
		if (this.policies.onUnknown() == Policy.FAIL) {
			throw new MigrateException(ErrorCode.DATABASE_AHEAD, sentence,
					"Start the newer application, or take them back with `db downgrade --unknown`.");
		}
		if (this.policies.onUnknown() == Policy.WARN) {
			warnings.add(sentence);
		}
	}

}

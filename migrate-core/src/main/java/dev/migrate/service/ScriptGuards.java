package dev.migrate.service;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.migrate.dialect.ScriptGuard;
import dev.migrate.plan.MigrationPlan;
import dev.migrate.plan.Step;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionId;
import dev.migrate.run.ScriptForm;

/**
 * Says what a script has to find, from what it does. What a run would refuse when it
 * looks at the database, the script refuses itself.
 */
final class ScriptGuards {

	private final RevisionGraph graph;

	private final MigrationPlan plan;

	private final Set<RevisionId> steps = new TreeSet<>();

	/**
	 * Create the guards of one script.
	 * @param graph all revisions that folder and database know
	 * @param plan what the script does
	 */
	ScriptGuards(RevisionGraph graph, MigrationPlan plan) {
		this.graph = graph;
		this.plan = plan;
		plan.steps().forEach((step) -> this.steps.add(step.revision().id()));
	}

	ScriptGuard guard(ScriptGuard base, ScriptForm form) {
		boolean idempotent = form == ScriptForm.IDEMPOTENT;
		if (this.plan.direction() == Direction.DOWNGRADE) {
			return base.expecting(idempotent ? List.of() : values(this.steps), values(standingOn()));
		}
		return idempotent ? base.expecting(values(standsOn()), List.of()).joining(links(), squashes())
				: base.expecting(values(standsOn()), names());
	}

	// What the first steps stand on; a squash may go under other names.
	private Set<RevisionId> standsOn() {
		Set<RevisionId> needed = new LinkedHashSet<>();
		for (Step step : this.plan.steps()) {
			needed.addAll(below(step.revision().id()));
		}
		needed.removeAll(this.steps);
		return needed;
	}

	private List<RevisionId> below(RevisionId id) {
		List<Revision> below = new ArrayList<>(this.graph.parents(id));
		below.addAll(this.graph.dependencies(id));
		return below.stream().filter((revision) -> revision.replaces().isEmpty()).map(Revision::id).toList();
	}

	private List<RevisionId> standingOn() {
		return this.graph.descendants(this.steps)
			.stream()
			.map(Revision::id)
			.filter((id) -> !this.steps.contains(id))
			.toList();
	}

	private List<ScriptGuard.Link> links() {
		List<ScriptGuard.Link> links = new ArrayList<>();
		for (RevisionId upper : this.steps) {
			below(upper).stream()
				.filter(this.steps::contains)
				.forEach((lower) -> links.add(new ScriptGuard.Link(upper.value(), lower.value())));
		}
		return links;
	}

	private List<ScriptGuard.Squash> squashes() {
		return this.plan.steps()
			.stream()
			.map(Step::revision)
			.filter((revision) -> !revision.replaces().isEmpty())
			.map(ScriptGuards::squash)
			.toList();
	}

	private List<String> names() {
		return this.plan.steps().stream().flatMap((step) -> squash(step.revision()).names().stream()).toList();
	}

	private static ScriptGuard.Squash squash(Revision revision) {
		return new ScriptGuard.Squash(revision.id().value(), values(revision.replaces()));
	}

	private static List<String> values(Iterable<RevisionId> ids) {
		List<String> values = new ArrayList<>();
		ids.forEach((id) -> values.add(id.value()));
		return values;
	}

}

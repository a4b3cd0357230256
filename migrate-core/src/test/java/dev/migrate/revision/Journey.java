package dev.migrate.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A database at a place of a graph, and what movements make of it. Each movement is
 * checked on the way: nothing twice, nothing without what it stands on.
 */
record Journey(RevisionGraph graph, Applied applied, String steps) {

	/** Start where the named revisions and all below them are applied. */
	static Journey at(RevisionGraph graph, String... tops) {
		List<RevisionId> ids = GraphBuilder.ids(Arrays.asList(tops));
		return new Journey(graph, Applied.of(graph.ancestors(ids).stream().map(Revision::id).toList()), "");
	}

	Journey upgrade(String target) {
		return follow(this.graph.upgrade(this.applied, TargetParser.parse(target)));
	}

	Journey downgrade(String target) {
		return follow(this.graph.downgrade(this.applied, TargetParser.parse(target)));
	}

	Journey stamp(String... targets) {
		List<Target> parsed = Arrays.stream(targets).map(TargetParser::parse).toList();
		return new Journey(this.graph, this.graph.stamp(this.applied, parsed), "");
	}

	Journey follow(List<Movement> movements) {
		Applied now = this.applied;
		for (Movement movement : movements) {
			now = checked(movement, now);
		}
		return new Journey(this.graph, now,
				movements.stream().map((step) -> step.revision().id().value()).collect(Collectors.joining(" ")));
	}

	/** The current heads over parents. */
	String heads() {
		return GraphBuilder.names(this.graph.currentHeads(this.applied));
	}

	/** Everything applied. */
	String all() {
		return this.applied.ids().stream().map(RevisionId::value).collect(Collectors.joining(" "));
	}

	private Applied checked(Movement movement, Applied before) {
		RevisionId id = movement.revision().id();
		boolean up = movement.direction() == Direction.UPGRADE;
		assertThat(before.contains(id)).as("%s is applied before %s", id, movement.direction()).isEqualTo(!up);
		List<Revision> needed = new ArrayList<>(up ? this.graph.parents(id) : this.graph.children(id));
		needed.addAll(up ? this.graph.dependencies(id) : this.graph.dependents(id));
		for (Revision other : needed) {
			assertThat(before.contains(other.id()))
				.as("%s is applied before %s of %s", other.id(), movement.direction(), id)
				.isEqualTo(up);
		}
		return movement.after(before);
	}

}

package dev.migrate.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;

/**
 * Refuses an upgrade for the state that the database is in.
 */
final class Refusals {

	private final RevisionGraph graph;

	private final GraphState state;

	private final BitSet applied;

	Refusals(RevisionGraph graph, Applied applied) {
		this.graph = graph;
		this.state = GraphState.of(graph, applied);
		this.applied = graph.nodes(graph.normalise(applied).ids());
	}

	void refuse(List<Movement> movements) {
		if (!this.state.unknown().isEmpty() && !movements.isEmpty()) {
			throw databaseAhead(movements);
		}
		if (!this.state.holes().isEmpty()) {
			throw hole();
		}
	}

	private MigrateException databaseAhead(List<Movement> movements) {
		return new MigrateException(ErrorCode.DATABASE_AHEAD,
				"The database has " + join(this.state.unknown()) + ", which the folder lacks, while "
						+ movements.get(0).revision().describe() + " is pending.",
				"Take back what the folder lacks: db downgrade --unknown\nOr bring the missing files into the folder.");
	}

	private MigrateException hole() {
		List<String> gaps = new ArrayList<>();
		BitSet pending = new BitSet();
		for (Hole hole : this.state.holes()) {
			if (gaps.size() < Names.MOST_LISTED) {
				gaps.add(hole.pending().describe() + " is pending below " + hole.applied().describe()
						+ ", which is applied");
			}
			pending.set(this.graph.node(hole.pending().id()));
		}
		Topology topology = this.graph.topology();
		BitSet heads = Topology.both(topology.tops(this.applied), topology.descendants(pending));
		Set<RevisionId> above = new TreeSet<>(this.graph.ids(heads));
		return new MigrateException(ErrorCode.HOLE, String.join("; ", gaps) + ".",
				"If the database has what is pending, say so: db stamp " + join(above).replace(",", "")
						+ "\nOtherwise take back what stands on it, then upgrade.");
	}

	static String join(Collection<RevisionId> ids) {
		return ids.stream().map(RevisionId::value).collect(Collectors.joining(", "));
	}

}

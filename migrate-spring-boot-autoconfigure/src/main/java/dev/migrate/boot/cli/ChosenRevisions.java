package dev.migrate.boot.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.migrate.revision.Applied;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionId;
import dev.migrate.revision.TargetParser;
import picocli.CommandLine.Parameters;

/**
 * The arguments of commands that try revisions one by one.
 */
final class ChosenRevisions {

	@Parameters(paramLabel = "REV", arity = "0..*", description = "Which; all of them by default.")
	List<String> names = new ArrayList<>();

	boolean areAll() {
		return this.names.isEmpty();
	}

	/** Return their ids: all of them in the order of an upgrade. */
	List<RevisionId> of(RevisionGraph graph) {
		List<RevisionId> ids = new ArrayList<>();
		if (areAll()) {
			graph.revisions().stream().map(Revision::id).forEach(ids::add);
			Collections.reverse(ids);
		}
		for (String name : this.names) {
			ids.addAll(graph.resolve(TargetParser.parse(name), Applied.none()));
		}
		return ids;
	}

}

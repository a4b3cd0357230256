package dev.migrate.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.migrate.error.SourceLocation;

/**
 * Graphs as text: {@code a->b->c@label} is a line, {@code e(d1,d2)} a merge,
 * {@code c~x,y} depends on x and y, {@code s=b,c} replaces b and c. A name is declared
 * where it first stands; a line may begin with one that is declared already.
 */
final class GraphBuilder {

	private static final Pattern NODE = Pattern
		.compile("([A-Za-z0-9_.]+)(?:\\(([^)]*)\\))?(?:@([^~=]+))?(?:~([^=]+))?(?:=(.+))?");

	private GraphBuilder() {
	}

	static RevisionGraph graph(String... lines) {
		return RevisionGraph.of(revisions(lines));
	}

	static List<Revision> revisions(String... lines) {
		Map<String, Revision> revisions = new LinkedHashMap<>();
		for (String line : lines) {
			String previous = "";
			for (String text : line.strip().split("\\s*->\\s*")) {
				Matcher node = NODE.matcher(text);
				if (!node.matches()) {
					throw new IllegalArgumentException(text);
				}
				String id = node.group(1);
				if (!revisions.containsKey(id) || !id.equals(text)) {
					List<String> parents = (node.group(2) != null) ? words(node.group(2))
							: previous.isEmpty() ? List.of() : List.of(previous);
					revisions.put(id,
							revision(id, parents, words(node.group(4)), words(node.group(3)), words(node.group(5))));
				}
				previous = id;
			}
		}
		return new ArrayList<>(revisions.values());
	}

	static Revision revision(String id, List<String> parents, List<String> dependsOn, List<String> labels,
			List<String> replaces) {
		return new Revision(RevisionId.of(id), ids(parents), dependsOn, labels, String.join(",", parents) + "->" + id,
				ids(replaces), SourceLocation.of(id + ".sql", 3));
	}

	static List<RevisionId> ids(List<String> ids) {
		return ids.stream().map(RevisionId::of).toList();
	}

	static String names(List<Revision> revisions) {
		return revisions.stream().map((revision) -> revision.id().value()).collect(Collectors.joining(" "));
	}

	private static List<String> words(String list) {
		return (list == null) ? List.of() : Arrays.asList(list.split(","));
	}

}

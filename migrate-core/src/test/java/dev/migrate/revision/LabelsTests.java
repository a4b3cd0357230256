package dev.migrate.revision;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How far a branch label reaches.
 */
class LabelsTests {

	@Test
	void climbsToAllDescendantsAndDownThePlainLine() {
		RevisionGraph graph = GraphBuilder.graph("a->b->c->d@x->e->f1", "e->f2", "b->z", "g(f1,f2)");
		assertThat(labels(graph, "g")).isEqualTo("[x]");
		assertThat(labels(graph, "f2")).isEqualTo("[x]");
		assertThat(labels(graph, "c")).isEqualTo("[x]");
		assertThat(labels(graph, "b")).isEqualTo("[]");
		assertThat(labels(graph, "z")).isEqualTo("[]");
		assertThat(labels(graph, "a")).isEqualTo("[]");
	}

	@Test
	void reachesTheBaseOfAPlainLineThoughItForksAbove() {
		RevisionGraph graph = GraphBuilder.graph("a->b@x->c1", "b->c2@y");
		assertThat(labels(graph, "a")).isEqualTo("[x]");
		assertThat(labels(graph, "c2")).isEqualTo("[x, y]");
		assertThat(labels(graph, "c1")).isEqualTo("[x]");
	}

	@Test
	void stopsAtAMergeBelow() {
		RevisionGraph graph = GraphBuilder.graph("a", "b", "m(a,b)->c@x->d");
		assertThat(labels(graph, "m")).isEqualTo("[]");
		assertThat(labels(graph, "d")).isEqualTo("[x]");
	}

	@Test
	void doesNotFollowDependencies() {
		RevisionGraph graph = GraphBuilder.graph("a@x", "b~a->c");
		assertThat(labels(graph, "b")).isEqualTo("[]");
		assertThat(labels(graph, "nothing")).isEqualTo("[]");
	}

	private static String labels(RevisionGraph graph, String id) {
		return graph.labels(RevisionId.of(id)).toString();
	}

}

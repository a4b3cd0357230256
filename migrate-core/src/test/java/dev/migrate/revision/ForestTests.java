package dev.migrate.revision;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.migrate.error.ErrorCode;

import static dev.migrate.revision.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Several roots, several merges.
 */
class ForestTests {

	@Test
	void stampsEveryRoot() {
		RevisionGraph graph = GraphBuilder.graph("a1->b1", "a2->b2");
		assertThat(Journey.at(graph).stamp("heads").all()).isEqualTo("a1 a2 b1 b2");
		assertThat(Journey.at(graph, "b1", "b2").stamp("heads").all()).isEqualTo("a1 a2 b1 b2");
		assertThat(Journey.at(graph, "b1", "b2").stamp("b1@base").all()).isEqualTo("a2 b2");
		assertThat(Journey.at(graph, "b1", "b2").stamp("base").all()).isEmpty();
	}

	@Test
	void takesOneRootBackByItsIdAlone() {
		RevisionGraph graph = GraphBuilder.graph("a1", "a2");
		refused(() -> Journey.at(graph, "a1", "a2").downgrade("-1")).hints("a1-1", "a2-1");
		assertThat(Journey.at(graph, "a1", "a2").downgrade("a1-1").all()).isEqualTo("a2");
		assertThat(Journey.at(graph, "a1", "a2").downgrade("a2@base").all()).isEqualTo("a1");
		assertThat(Journey.at(graph, "a1", "a2").downgrade("base").all()).isEmpty();
	}

	@Test
	void finishesAMergeNextToAHeadBesideIt() {
		RevisionGraph graph = GraphBuilder.graph("a1->b1->c1", "a2->b2->c2->d2", "d1(c1,c2)");
		Journey up = Journey.at(graph, "d2", "b1").upgrade("d1");
		assertThat(up.steps()).isEqualTo("c1 d1");
		assertThat(up.heads()).isEqualTo("d1 d2");
		Journey down = up.downgrade("b1");
		assertThat(down.steps()).isEqualTo("d1 c1");
		assertThat(down.heads()).isEqualTo("b1 d2");
	}

	@Test
	void runsTwinMerges() {
		RevisionGraph graph = GraphBuilder.graph("a->b1", "a->b2", "a->b3", "c1(b1,b2,b3)->d1", "c2(b1,b2,b3)->d2");
		Journey start = Journey.at(graph, "a");
		assertThat(start.upgrade("b3").heads()).isEqualTo("b3");
		assertThat(start.upgrade("b3").upgrade("b1").upgrade("b2").heads()).isEqualTo("b1 b2 b3");
		assertThat(start.upgrade("d2").heads()).isEqualTo("d2");
		assertThat(start.upgrade("d2").upgrade("c1").steps()).isEqualTo("c1");
		assertThat(start.upgrade("d2").upgrade("c1").heads()).isEqualTo("c1 d2");
		assertThat(start.upgrade("heads").steps()).isEqualTo("b3 b2 b1 c2 d2 c1 d1");
		assertThat(start.upgrade("heads").downgrade("b1").steps()).isEqualTo("d1 c1 d2 c2");
		assertThat(start.upgrade("heads").downgrade("a").steps()).isEqualTo("d1 c1 d2 c2 b1 b2 b3");
	}

	@Test
	void replacesTheHeadsThatANewRevisionRevises() {
		assertThat(GraphBuilder.names(GraphBuilder.graph("a->b->c->d").heads())).isEqualTo("d");
		assertThat(GraphBuilder.names(GraphBuilder.graph("a->b->c1->d1", "b->c2").heads())).isEqualTo("c2 d1");
	}

	@Test
	void namesTenOfManyHeads() {
		String[] roots = IntStream.range(100, 125).mapToObj((i) -> "r" + i).toArray(String[]::new);
		RevisionGraph graph = GraphBuilder.graph(roots);
		refused(() -> Journey.at(graph).upgrade("head")).with(ErrorCode.SEVERAL_HEADS)
			.says("there are 25 heads, r100 ", "r109 \"->r109\" (r109.sql:3) and 15 more.");
	}

	@Test
	void hasNothingToDoWithoutRevisions() {
		RevisionGraph graph = GraphBuilder.graph();
		assertThat(Journey.at(graph).upgrade("head").steps()).isEmpty();
		assertThat(Journey.at(graph).upgrade("heads").steps()).isEmpty();
		assertThat(Journey.at(graph).downgrade("base").steps()).isEmpty();
		assertThat(graph.revisions()).isEmpty();
		refused(() -> Journey.at(graph).upgrade("abcd")).with(ErrorCode.UNKNOWN_TARGET)
			.says("The folder has no revision 'abcd'.")
			.hints("no revision at all");
	}

}

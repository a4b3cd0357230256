package dev.migrate.revision;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lines that depend on each other without a common parent.
 */
class DependentLinesTests {

	@Test
	void takesTheDependentDownAlone() {
		RevisionGraph graph = GraphBuilder.graph("a1->b1->c1->d1->e1->f1", "a2->b2->c2~c1");
		Journey start = Journey.at(graph, "c2", "d1");
		Journey end = start.downgrade("d1-1");
		assertThat(end.steps()).isEqualTo("d1");
		assertThat(end.all()).isEqualTo("a1 a2 b1 b2 c1 c2");
		assertThat(end.downgrade("-1").steps()).as("only c2 stands on top").isEqualTo("c2");
		assertThat(end.downgrade("b1").steps()).isEqualTo("c2 c1");
		assertThat(Journey.at(graph, "a2").upgrade("c2").steps()).isEqualTo("a1 b1 c1 b2 c2");
		assertThat(GraphBuilder.names(graph.heads())).isEqualTo("c2 f1");
	}

	@Test
	void looksUpALabelAsDependency() {
		RevisionGraph graph = GraphBuilder.graph("a1->b1->c1@c1lib->d1", "a2->b2->c2~c1lib");
		assertThat(Journey.at(graph, "a2").upgrade("c2").all()).isEqualTo("a1 a2 b1 b2 c1 c2");
	}

	@Test
	void keepsTheTargetHeadsApartFromImpliedOnes() {
		RevisionGraph graph = GraphBuilder.graph("a1->a2->a3", "b1->b2~a3->b3->b4~a3");
		assertThat(GraphBuilder.names(graph.heads())).isEqualTo("b4 a3");
		assertThat(GraphBuilder.names(graph.effectiveHeads())).isEqualTo("b4");
		Journey end = Journey.at(graph, "b4").downgrade("b3");
		assertThat(end.steps()).isEqualTo("b4");
		assertThat(end.all()).isEqualTo("a1 a2 a3 b1 b2 b3");
		assertThat(Journey.at(graph, "b4").downgrade("a3").steps()).as("an implied head is no move").isEmpty();
		assertThat(Journey.at(graph, "b4").upgrade("a3").steps()).as("a3 is current too").isEmpty();
		assertThat(Journey.at(graph).stamp("heads").heads()).isEqualTo("b4 a3");
		assertThat(Journey.at(graph).upgrade("heads").steps()).isEqualTo("a1 a2 a3 b1 b2 b3 b4");
	}

	@Test
	void takesAMergeWithAnImpliedParentBackInOneStep() {
		RevisionGraph graph = GraphBuilder.graph("a1", "b1~a1", "bmerge(a1,b1)");
		assertThat(Journey.at(graph, "a1").upgrade("b1").all()).isEqualTo("a1 b1");
		assertThat(Journey.at(graph, "b1").upgrade("head").steps()).isEqualTo("bmerge");
		assertThat(Journey.at(graph, "bmerge").downgrade("a1").steps()).isEqualTo("bmerge");
		assertThat(Journey.at(graph, "bmerge").downgrade("b1").steps()).isEqualTo("bmerge");
		assertThat(Journey.at(graph, "bmerge").downgrade("-1").all()).isEqualTo("a1 b1");
	}

	@Test
	void followsCrossedDependencies() {
		RevisionGraph graph = GraphBuilder.graph("a1->a2->a3~b1", "b1->b2~a2->b3");
		assertThat(Journey.at(graph).upgrade("heads").steps()).isEqualTo("a1 a2 b1 b2 b3 a3");
		assertThat(Journey.at(graph).upgrade("b2").all()).isEqualTo("a1 a2 b1 b2");
		assertThat(Journey.at(graph, "a3", "b3").downgrade("a1").steps()).isEqualTo("a3 b3 b2 a2");
		assertThat(Journey.at(graph, "a3", "b3").downgrade("b3@base").steps()).isEqualTo("a3 b3 b2 b1");
	}

	@Test
	void takesABranchDownWithItsDependentBranch() {
		RevisionGraph graph = GraphBuilder.graph("a->b->c1@c1branch->d1", "b->c2@c2branch->d2~c1");
		Journey start = Journey.at(graph, "d1", "d2");
		assertThat(start.downgrade("c1branch@b").steps()).isEqualTo("d1 d2 c1");
		assertThat(start.downgrade("c1branch@b").heads()).isEqualTo("c2");
		assertThat(start.downgrade("c2branch@b").steps()).isEqualTo("d2 c2");
		assertThat(start.downgrade("c2branch@b").heads()).isEqualTo("d1");
	}

	@Test
	void keepsImpliedParentsWhenMergesGoOneByOne() {
		RevisionGraph graph = GraphBuilder.graph("a1", "b1~a1", "c1~b1", "m(a1,b1,c1)", "o~m");
		Journey all = Journey.at(graph).upgrade("heads");
		Journey without = all.downgrade("o-1");
		assertThat(without.all()).isEqualTo("a1 b1 c1 m");
		assertThat(without.downgrade("-1").all()).isEqualTo("a1 b1 c1");
		assertThat(all.downgrade("c1").steps()).isEqualTo("o m");
	}

}

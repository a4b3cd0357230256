package dev.migrate.revision;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.migrate.error.ErrorCode;

import static dev.migrate.revision.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Three roots, where revisions of two depend on the third.
 */
class DependentRootsTests {

	private final RevisionGraph graph = GraphBuilder.graph("base1@b_1->a1a->b1a", "base1->a1b->b1b~a3",
			"base2@b_2->a2->b2->c2~a3->d2", "base3@b_3->a3->b3");

	private Journey at(String... tops) {
		return Journey.at(this.graph, tops);
	}

	@Test
	void countsHeadsWithAndWithoutDependencies() {
		assertThat(GraphBuilder.names(this.graph.heads())).isEqualTo("b1a b1b b3 d2");
		assertThat(GraphBuilder.names(this.graph.effectiveHeads())).isEqualTo("b1a b1b b3 d2");
		assertThat(GraphBuilder.names(this.graph.bases())).isEqualTo("base1 base2 base3");
	}

	@Test
	void runsWhatABranchDependsOn() {
		assertThat(at().upgrade("b1b").steps()).isEqualTo("base3 a3 base1 a1b b1b");
		assertThat(at("a2").upgrade("b_2@head").all()).isEqualTo("a2 a3 b2 base2 base3 c2 d2");
	}

	@Test
	void takesDependentsDownFirst() {
		Journey end = at("b1a", "b1b", "d2", "b3").downgrade("b_3@base");
		assertThat(end.steps().split(" ")).containsExactlyInAnyOrder("b1b", "d2", "c2", "b3", "a3", "base3");
		assertThat(end.all()).isEqualTo("a1a a1b a2 b1a b2 base1 base2");
		assertThat(end.downgrade("base").all()).isEmpty();
	}

	@Test
	void leavesWhatABranchDependsOn() {
		Journey end = at("b1a", "b1b", "d2", "b3").downgrade("b_2@base");
		assertThat(end.steps()).isEqualTo("d2 c2 b2 a2 base2");
		assertThat(end.heads()).isEqualTo("b1a b1b b3");
	}

	@Test
	void saysWhichRootIsMeant() {
		refused(() -> at().upgrade("+1")).with(ErrorCode.UNKNOWN_TARGET)
			.says("above base there are 3 ways")
			.hints("b_1@base+1", "b_2@base+1", "b_3@base+1");
		assertThat(at().upgrade("b_3@+2").steps()).isEqualTo("base3 a3");
	}

	@Test
	void knowsWhoDependsOnWhom() {
		assertThat(GraphBuilder.names(this.graph.dependents(RevisionId.of("a3")))).isEqualTo("b1b c2");
		assertThat(GraphBuilder.names(this.graph.dependencies(RevisionId.of("c2")))).isEqualTo("a3");
		assertThat(GraphBuilder.names(this.graph.descendants(GraphBuilder.ids(List.of("a3")))))
			.isEqualTo("b1b b3 d2 c2 a3");
	}

	@Test
	void stampsWhatATargetDependsOn() {
		assertThat(at().stamp("c2").all()).isEqualTo("a2 a3 b2 base2 base3 c2");
		assertThat(at("b1b").stamp("base3").all()).isEqualTo("a1b base1 base3");
	}

}

package dev.migrate.revision;

import org.junit.jupiter.api.Test;

import dev.migrate.error.ErrorCode;

import static dev.migrate.revision.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two branches that a merge joins again; only one has a label.
 */
class MergedGraphTests {

	private final RevisionGraph graph = GraphBuilder.graph("a->b->c1->d1", "b->c2@c2branch->d2", "e(d1,d2)->f");

	private Journey at(String... tops) {
		return Journey.at(this.graph, tops);
	}

	@Test
	void runsBothBranchesBeforeTheMerge() {
		Journey end = at("a").upgrade("head");
		assertThat(end.steps()).isEqualTo("b c2 d2 c1 d1 e f");
		assertThat(end.heads()).isEqualTo("f");
	}

	@Test
	void runsTheBranchThatCameLate() {
		assertThat(at("d1").upgrade("+1").steps()).isEqualTo("c2 d2 e");
		assertThat(at("d1").upgrade("head").steps()).isEqualTo("c2 d2 e f");
	}

	@Test
	void takesAMergeBackAsOneStep() {
		Journey two = at("e").downgrade("-1");
		assertThat(two.steps()).isEqualTo("e");
		assertThat(two.heads()).isEqualTo("d1 d2");
		refused(() -> two.downgrade("-1")).with(ErrorCode.SEVERAL_HEADS).hints("  d1-1", "  c2branch@-1 or d2-1");
		assertThat(two.downgrade("d1-1").steps()).isEqualTo("d1");
		assertThat(two.downgrade("c2branch@-1").steps()).isEqualTo("d2");
	}

	@Test
	void refusesToCountPastAMerge() {
		assertThat(at("f").downgrade("-2").steps()).isEqualTo("f e");
		refused(() -> at("f").downgrade("-3")).with(ErrorCode.SEVERAL_HEADS)
			.says("'-3' is ambiguous: after 2 steps 2 heads are current.")
			.hints("Go 2 first", "d1-1", "c2branch@-1 or d2-1");
		refused(() -> at("f").downgrade("f-3")).with(ErrorCode.UNKNOWN_TARGET)
			.says("'f-3' is ambiguous: e \"d1,d2->e\" (e.sql:3) is a merge of 2 revisions.")
			.hints("d1@f-3", "c2branch@f-3");
	}

	@Test
	void followsTheBranchThatIsNamedDownThroughTheMerge() {
		assertThat(at("f").downgrade("c2branch@-1").steps()).isEqualTo("f");
		assertThat(at("f").downgrade("c2branch@-3").steps()).isEqualTo("f e d2");
		assertThat(at("f").downgrade("d1@f-3").steps()).isEqualTo("f e d1");
		assertThat(at("f").downgrade("c2branch@f-3").heads()).isEqualTo("d1 c2");
		assertThat(at("f").downgrade("d1").steps()).isEqualTo("f e");
		assertThat(at("f").downgrade("c1").heads()).isEqualTo("c1 d2");
	}

	@Test
	void takesBothBranchesForTheStateBeforeTheMerge() {
		assertThat(at("a").upgrade("e-1").heads()).isEqualTo("d1 d2");
	}

	@Test
	void listsTheMergeAboveBothBranches() {
		assertThat(GraphBuilder.names(this.graph.revisions())).isEqualTo("f e d1 c1 d2 c2 b a");
		assertThat(this.graph.isMerge(RevisionId.of("e"))).isTrue();
		assertThat(this.graph.isMerge(RevisionId.of("f"))).isFalse();
		assertThat(this.graph.labels(RevisionId.of("f"))).containsExactly("c2branch");
		assertThat(this.graph.labels(RevisionId.of("d1"))).isEmpty();
	}

	@Test
	void listsADiamondInTheOrderOfTheMerge() {
		RevisionGraph diamond = GraphBuilder.graph("a->b1", "a->b2", "c(b1,b2)->d");
		assertThat(GraphBuilder.names(diamond.revisions())).isEqualTo("d c b1 b2 a");
	}

}

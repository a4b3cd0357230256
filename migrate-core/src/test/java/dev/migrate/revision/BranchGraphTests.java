package dev.migrate.revision;

import org.junit.jupiter.api.Test;

import dev.migrate.error.ErrorCode;

import static dev.migrate.revision.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A line that forks into two labelled branches.
 */
class BranchGraphTests {

	private final RevisionGraph graph = GraphBuilder.graph("a->b->c1@c1branch->d1", "b->c2@c2branch->d2");

	private Journey at(String... tops) {
		return Journey.at(this.graph, tops);
	}

	@Test
	void refusesTheOneHeadWhereThereAreTwo() {
		refused(() -> at("a").upgrade("head")).with(ErrorCode.SEVERAL_HEADS)
			.says("'head' is ambiguous: there are 2 heads, d1 \"c1->d1\" (d1.sql:3) and d2 \"c2->d2\" (d2.sql:3).")
			.hints("db merge", "db upgrade heads");
		refused(() -> at().upgrade("head-1")).with(ErrorCode.SEVERAL_HEADS);
	}

	@Test
	void runsBranchByBranch() {
		assertThat(at("a").upgrade("heads").steps()).isEqualTo("b c2 d2 c1 d1");
		assertThat(at("a").upgrade("heads").heads()).isEqualTo("d1 d2");
		assertThat(at("d1", "d2").downgrade("a").steps()).isEqualTo("d1 c1 d2 c2 b");
		assertThat(at("d1", "d2").downgrade("base").steps()).isEqualTo("d1 c1 d2 c2 b a");
	}

	@Test
	void runsOneBranchAlone() {
		assertThat(at().upgrade("c1branch@head").steps()).isEqualTo("a b c1 d1");
		assertThat(at().upgrade("c2branch@heads").steps()).isEqualTo("a b c2 d2");
		assertThat(at("d1").upgrade("d2").steps()).isEqualTo("c2 d2");
		assertThat(at("d1").upgrade("c2branch").steps()).isEqualTo("c2");
		assertThat(at("d1").upgrade("c2@head").steps()).isEqualTo("c2 d2");
		assertThat(at("d1").upgrade("c2branch@head").heads()).isEqualTo("d1 d2");
	}

	@Test
	void takesOneBranchBackAlone() {
		assertThat(at("d1", "d2").downgrade("c1branch@b").steps()).isEqualTo("d1 c1");
		assertThat(at("d1", "d2").downgrade("c1branch@b").heads()).isEqualTo("d2");
		assertThat(at("d1", "d2").downgrade("c2").steps()).isEqualTo("d2");
		assertThat(at("d1", "d2").downgrade("d1@b").steps()).isEqualTo("d1 c1");
	}

	@Test
	void staysWhereItIsWhenAllHeadsAreApplied() {
		assertThat(at("d1", "d2").downgrade("head").steps()).isEmpty();
		assertThat(at("d1", "d2").downgrade("heads").steps()).isEmpty();
		refused(() -> at("d1").downgrade("head")).with(ErrorCode.UNKNOWN_TARGET)
			.says("'head' is not below current: d2 \"c2->d2\" (d2.sql:3) is not applied");
	}

	@Test
	void takesAllAboveAForkBackWhenNoBranchIsNamed() {
		assertThat(at("d1", "d2").downgrade("base+2").steps()).isEqualTo("d1 c1 d2 c2");
		assertThat(at("d1", "d2").downgrade("b").all()).isEqualTo("a b");
	}

	@Test
	void takesWhatStandsOnTheTrunkToo() {
		assertThat(at("d1", "d2").downgrade("c1branch@-3").steps()).isEqualTo("d1 c1 d2 c2 b");
		assertThat(at("d1", "d2").downgrade("c1branch@base").steps()).isEqualTo("d1 c1 d2 c2 b a");
		refused(() -> at("d1", "d2").downgrade("c1branch@-5")).with(ErrorCode.UNKNOWN_TARGET)
			.says("there are only 4 applied revisions on the branch 'c1branch'.")
			.hints("db downgrade c1branch@base takes all of them back.");
	}

	@Test
	void saysUseDowngradeForAnOlderPlaceOfABranch() {
		refused(() -> at("d1", "c2").upgrade("c1")).with(ErrorCode.UNKNOWN_TARGET)
			.says("c1 \"b->c1\" (c1.sql:3) is older than current", "; use downgrade.");
		assertThat(at("d1", "c2").upgrade("c2").steps()).isEmpty();
		assertThat(at("d1", "c2").upgrade("c1branch@head").steps()).isEmpty();
		refused(() -> at("d1").upgrade("c2branch@b")).says("use downgrade");
	}

	@Test
	void countsWithinABranch() {
		assertThat(at("d1", "d2").downgrade("c2branch@base+2").steps()).isEqualTo("d2 c2");
		assertThat(at("d1", "d2").downgrade("c2branch@base+2").heads()).isEqualTo("d1");
		assertThat(at("d1", "d2").downgrade("c2branch@base+3").steps()).isEqualTo("d2");
		assertThat(at("c1").upgrade("c2branch@+1").steps()).isEqualTo("c2");
		assertThat(at("c1", "c2").upgrade("c2branch@+1").steps()).isEqualTo("d2");
		assertThat(at().upgrade("c2branch@+1").steps()).isEqualTo("a");
		assertThat(at("c1", "c2").upgrade("c1+1").steps()).isEqualTo("d1");
		assertThat(at("a").upgrade("c2branch@head-1").steps()).isEqualTo("b c2");
		assertThat(at("a").upgrade("c2branch@base+3").steps()).isEqualTo("b c2");
		assertThat(at("a").upgrade("c2branch+1").steps()).isEqualTo("b c2 d2");
		assertThat(at("d1", "d2").downgrade("c1branch@-1").steps()).isEqualTo("d1");
		assertThat(at("d1", "d2").downgrade("c1branch@-2").steps()).isEqualTo("d1 c1");
		assertThat(at("d1", "d2").downgrade("d2-1").steps()).isEqualTo("d2");
		assertThat(at("d1", "d2").downgrade("d2-2").steps()).isEqualTo("d2 c2");
		assertThat(at("c1", "c2").downgrade("c1-1").steps()).isEqualTo("c1");
	}

	@Test
	void refusesToCountFromTwoCurrentHeads() {
		refused(() -> at("c1", "c2").upgrade("+1")).with(ErrorCode.SEVERAL_HEADS)
			.says("'+1' is ambiguous: 2 heads are current.")
			.hints("c1branch@+1 or c1+1", "c2branch@+1 or c2+1");
		refused(() -> at("d1", "d2").downgrade("-1")).with(ErrorCode.SEVERAL_HEADS)
			.says("'-1' is ambiguous: 2 heads are current.")
			.hints("c1branch@-1 or d1-1", "c2branch@-1 or d2-1");
	}

	@Test
	void refusesToChooseAWay() {
		refused(() -> at("a").upgrade("+2")).with(ErrorCode.UNKNOWN_TARGET)
			.says("'+2' is ambiguous: above b \"a->b\" (b.sql:3) there are 2 ways.")
			.hints("c1branch@b+1", "c2branch@b+1");
		assertThat(at("a").upgrade("c1branch@b+1").steps()).isEqualTo("b c1");
	}

	@Test
	void stampsOneLineAndLeavesTheOther() {
		Journey start = at("d1", "c2");
		assertThat(start.stamp("b").all()).isEqualTo("a b");
		assertThat(start.stamp("c1branch@base").all()).isEqualTo("a b c2");
		assertThat(start.stamp("c2branch@head").all()).isEqualTo("a b c1 c2 d1 d2");
		assertThat(start.stamp("c1").all()).isEqualTo("a b c1 c2");
		assertThat(at().stamp("heads").all()).isEqualTo("a b c1 c2 d1 d2");
		assertThat(at("d1").stamp("c1branch@base").all()).isEmpty();
	}

	@Test
	void refusesTheWrongBranch() {
		refused(() -> at().upgrade("c1branch@d2")).with(ErrorCode.UNKNOWN_TARGET)
			.says("Revision d2 \"c2->d2\" (d2.sql:3) is not on the branch 'c1branch', which is the line of c1");
		refused(() -> at().upgrade("c3branch@head")).with(ErrorCode.UNKNOWN_TARGET)
			.says("The folder has no branch 'c3branch'.")
			.hints("c1 ", "c2 ");
		refused(() -> at().upgrade("xyz@d2")).hints("The branch labels are c1branch, c2branch.");
		refused(() -> at("a").downgrade("xyz@base")).says("Neither the folder nor the database has a branch 'xyz'.");
	}

	@Test
	void knowsTheForkAndTheLabels() {
		assertThat(GraphBuilder.names(this.graph.branchPoints())).isEqualTo("b");
		assertThat(this.graph.labels(RevisionId.of("d1"))).containsExactly("c1branch");
		assertThat(this.graph.labels(RevisionId.of("c2"))).containsExactly("c2branch");
		assertThat(this.graph.labels(RevisionId.of("b"))).isEmpty();
		assertThat(GraphBuilder.names(this.graph.children(RevisionId.of("b")))).isEqualTo("c1 c2");
	}

}

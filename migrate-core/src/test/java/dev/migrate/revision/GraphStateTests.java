package dev.migrate.revision;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.migrate.error.ErrorCode;

import static dev.migrate.revision.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a run finds, and what it refuses.
 */
class GraphStateTests {

	private final RevisionGraph graph = GraphBuilder.graph("a->b->c1@one->d1", "b->c2->d2");

	private Journey at(String... tops) {
		return Journey.at(this.graph, tops);
	}

	@Test
	void tellsWhatIsPending() {
		GraphState state = GraphState.of(this.graph, Applied.of("a", "b", "c2"));
		assertThat(GraphBuilder.names(state.pending())).isEqualTo("d2 c1 d1");
		assertThat(GraphBuilder.names(state.current())).isEqualTo("c2");
		assertThat(GraphBuilder.names(state.heads())).isEqualTo("d1 d2");
		assertThat(state.hasSeveralHeads()).isTrue();
		assertThat(state.isUpToDate()).isFalse();
		assertThat(state.holes()).isEmpty();
		assertThat(state.unknown()).isEmpty();
	}

	@Test
	void tellsThatAllIsDone() {
		GraphState state = GraphState.of(this.graph, at("d1", "d2").applied());
		assertThat(state.isUpToDate()).isTrue();
		assertThat(state.pending()).isEmpty();
	}

	@Test
	void refusesAHoleAndOffersStamp() {
		Applied applied = Applied.of("a", "c1", "d1");
		assertThat(GraphState.of(this.graph, applied).holes()).singleElement()
			.satisfies((hole) -> assertThat(hole.pending().id() + " below " + hole.applied().id())
				.isEqualTo("b below c1"));
		refused(() -> this.graph.checkUpgrade(applied, TargetParser.parse("heads"))).with(ErrorCode.HOLE)
			.says("b \"a->b\" (b.sql:3) is pending below c1 \"b->c1\" (c1.sql:3), which is applied.")
			.hints("db stamp d1");
		assertThat(GraphState.of(this.graph, this.graph.stamp(applied, List.of(TargetParser.parse("d1")))).holes())
			.isEmpty();
	}

	@Test
	void refusesToRunOnADatabaseThatIsAhead() {
		Applied applied = Applied.of("a", "b", "newer1", "newer2");
		assertThat(GraphState.of(this.graph, applied).unknown()).hasToString("[newer1, newer2]");
		refused(() -> this.graph.checkUpgrade(applied, TargetParser.parse("heads"))).with(ErrorCode.DATABASE_AHEAD)
			.says("The database has newer1, newer2, which the folder lacks, while c2 \"b->c2\" (c2.sql:3) is pending.")
			.hints("db downgrade --unknown");
	}

	@Test
	void letsADatabasePassThatIsAheadWithNothingPending() {
		Applied applied = at("d1", "d2").applied().with(RevisionId.of("newer"));
		assertThat(this.graph.checkUpgrade(applied, TargetParser.parse("heads"))).isEmpty();
		assertThat(GraphBuilder.names(this.graph.currentHeads(applied))).isEqualTo("d1 d2");
	}

	@Test
	void refusesSeveralHeadsBeforeAnythingElse() {
		refused(() -> this.graph.checkUpgrade(Applied.of("c1", "newer"), TargetParser.parse("head")))
			.with(ErrorCode.SEVERAL_HEADS)
			.says("d1 \"c1->d1\" (d1.sql:3)", "d2 \"c2->d2\" (d2.sql:3)");
	}

	@Test
	void refusesToTakeBackBelowWhatTheFolderLacks() {
		refused(() -> this.graph.downgrade(Applied.of("a", "b", "newer"), TargetParser.parse("-1")))
			.with(ErrorCode.DATABASE_AHEAD)
			.says("newer")
			.hints("db downgrade --unknown");
	}

	@Test
	void takesBackWhatOnlyTheDatabaseRemembers() {
		Applied applied = Applied.of("a", "b", "n1", "n2", "n3");
		RevisionGraph wider = this.graph.plusRecorded(GraphBuilder.revisions("b->n1@one->n2~lost", "n3(gone)", "b@x"));
		assertThat(GraphState.of(wider, applied).unknown()).isEmpty();
		List<Movement> movements = wider.takeBack(applied, GraphState.of(this.graph, applied).unknown());
		assertThat(new Journey(wider, applied, "").follow(movements).steps()).isEqualTo("n2 n1 n3");
		assertThat(new Journey(wider, applied, "").follow(movements).all()).isEqualTo("a b");
		assertThat(wider.labels(RevisionId.of("n1"))).as("the folder's label counts").isEmpty();
		assertThat(wider.find(RevisionId.of("b")).orElseThrow()).isEqualTo(this.graph.revisions().get(4));
	}

	@Test
	void countsDownFromWhatOnlyTheDatabaseRemembers() {
		RevisionGraph wider = this.graph.plusRecorded(GraphBuilder.revisions("b->n1"));
		assertThat(Journey.at(wider, "n1").downgrade("-2").steps()).isEqualTo("n1 b");
		assertThat(Journey.at(wider, "n1").downgrade("a").steps()).isEqualTo("n1 b");
		assertThat(this.graph.plusRecorded(List.of())).isSameAs(this.graph);
	}

}

package dev.migrate.revision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.SourceLocation;

import static dev.migrate.revision.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What can be wrong with a folder; all of it is said at once.
 */
class GraphFaultTests {

	@Test
	void namesBothPlacesOfADuplicateId() {
		List<Revision> revisions = GraphBuilder.revisions("a->b");
		Revision copy = new Revision(RevisionId.of("b"), List.of(), List.of(), List.of(), "", List.of(),
				SourceLocation.of("copy.sql", 3));
		refused(() -> RevisionGraph.of(List.of(revisions.get(0), revisions.get(1), copy)))
			.with(ErrorCode.DUPLICATE_REVISION)
			.says("Revision b is defined 2 times: b.sql:3, copy.sql:3.");
	}

	@Test
	void namesAMissingParentAndAMissingDependency() {
		refused(() -> GraphBuilder.graph("a", "c(b)")).with(ErrorCode.MISSING_REVISION)
			.says("Revision c \"b->c\" (c.sql:3) names the parent b, which no revision defines.");
		refused(() -> GraphBuilder.graph("a~nothing")).with(ErrorCode.MISSING_REVISION)
			.says("Revision a \"->a\" (a.sql:3) names the dependency nothing, which no revision defines.");
		refused(() -> GraphBuilder.graph("a~not:a:name")).with(ErrorCode.MISSING_REVISION).says("not:a:name");
	}

	@Test
	void namesBothUsersOfALabel() {
		refused(() -> GraphBuilder.graph("a@x->b@x")).with(ErrorCode.DUPLICATE_REVISION)
			.says("Branch label 'x' of revision b (b.sql:3) is used already by revision a (a.sql:3).");
	}

	@Test
	void refusesALabelThatMeansSomethingElse() {
		refused(() -> GraphBuilder.graph("a@b", "b")).with(ErrorCode.INVALID_SOURCE)
			.says("Branch label 'b' of revision a (a.sql:3) is the id of a revision (b.sql:3).");
		refused(() -> GraphBuilder.graph("a@heads")).with(ErrorCode.INVALID_SOURCE)
			.says("Branch label 'heads' of revision a (a.sql:3) is a word with a meaning of its own.");
		refused(() -> GraphBuilder.graph("a@x:y")).with(ErrorCode.INVALID_SOURCE).says("is not 1 to 64");
	}

	@Test
	void namesARevisionThatStandsOnItself() {
		refused(() -> GraphBuilder.graph("a(a)")).with(ErrorCode.CYCLE)
			.says("Revision a \"a->a\" (a.sql:3) names itself as parent.");
		refused(() -> GraphBuilder.graph("a~a")).with(ErrorCode.CYCLE).says("names itself as dependency.");
		refused(() -> GraphBuilder.graph("a@x~x")).with(ErrorCode.CYCLE).says("names itself as dependency.");
	}

	@Test
	void listsTheRevisionsOfACircle() {
		refused(() -> GraphBuilder.graph("z->a(c)->b->c->d")).with(ErrorCode.CYCLE)
			.says("Revisions revise each other in a circle: a (a.sql:3) -> c (c.sql:3) -> b (b.sql:3) -> a.");
		refused(() -> GraphBuilder.graph("a->b~d", "c->d~b")).with(ErrorCode.CYCLE)
			.says("Revisions depend on each other in a circle: b (b.sql:3) -> d (d.sql:3) -> b.");
		refused(() -> GraphBuilder.graph("a~b->b")).with(ErrorCode.CYCLE)
			.says("Revisions depend on each other in a circle: a (a.sql:3) -> b (b.sql:3) -> a.");
	}

	@Test
	void gathersEverythingThatIsWrong() {
		refused(() -> GraphBuilder.graph("a(b)", "b(a)", "c(d)", "d(c)", "e(gone)", "f~lost", "g@head"))
			.with(ErrorCode.MISSING_REVISION)
			.says("The revisions have 5 faults:", "the parent gone", "the dependency lost",
					"a (a.sql:3) -> b (b.sql:3)", "c (c.sql:3) -> d (d.sql:3)", "Branch label 'head'")
			.hints("Bring the missing file back", "Let one of them", "Correct the header");
	}

	@Test
	void saysTheSameWhateverTheOrderOfReading() {
		List<Revision> revisions = GraphBuilder.revisions("a(b)", "b(a)", "c@x", "d@x", "e(gone)", "f@e");
		String first = refused(() -> RevisionGraph.of(revisions)).failure().getMessage();
		List<Revision> reversed = new ArrayList<>(revisions);
		Collections.reverse(reversed);
		assertThat(refused(() -> RevisionGraph.of(reversed)).failure().getMessage()).isEqualTo(first);
	}

	@Test
	void findsACircleInALongChain() {
		List<Revision> chain = new ArrayList<>();
		for (int i = 0; i < 10_000; i++) {
			chain.add(GraphBuilder.revision("r" + i, List.of("r" + ((i == 0) ? 9_999 : i - 1)), List.of(), List.of(),
					List.of()));
		}
		refused(() -> RevisionGraph.of(chain)).with(ErrorCode.CYCLE).says("r0 (r0.sql:3) -> r9999");
	}

}

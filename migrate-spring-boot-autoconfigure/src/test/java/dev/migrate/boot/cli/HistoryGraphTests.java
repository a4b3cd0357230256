package dev.migrate.boot.cli;

import java.util.Arrays;
import java.util.List;

import dev.migrate.error.SourceLocation;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HistoryGraphTests {

	@Test
	void drawsALineOfOneBranch() {
		assertThat(draw("c b", "b a", "a")).isEqualTo("""
				* c
				* b
				* a
				""");
	}

	@Test
	void drawsTwoBranchesAndTheirMerge() {
		assertThat(draw("d b c", "b a", "c a", "a")).isEqualTo("""
				* d
				|\\
				* | b
				| * c
				|/
				* a
				""");
	}

	@Test
	void drawsHeadsThatStandBesideEachOther() {
		assertThat(draw("c a", "d a", "b a", "a")).isEqualTo("""
				* c
				| * d
				| | * b
				|_|/
				|/
				* a
				""");
	}

	@Test
	void drawsAMergeOfThree() {
		assertThat(draw("e b c d", "b a", "c a", "d a", "a")).isEqualTo("""
				* e
				|\\
				|\\ \\
				* | | b
				| * | c
				| | * d
				|_|/
				|/
				* a
				""");
	}

	@Test
	void movesLanesUpWhenOneEnds() {
		assertThat(draw("x", "c b", "d b", "b")).isEqualTo("""
				* x
				* c
				| * d
				|/
				* b
				""");
		assertThat(draw("d b", "x", "c b", "b")).isEqualTo("""
				* d
				| * x
				| * c
				|/
				* b
				""");
	}

	@Test
	void movesLanesRightOfAnEndedOne() {
		assertThat(draw("p q", "x y", "q", "y")).isEqualTo("""
				* p
				| * x
				* | q
				 /
				* y
				""");
	}

	@Test
	void leavesOutWhatIsNotShown() {
		assertThat(draw("d b c", "c a")).isEqualTo("""
				* d
				* c
				""");
	}

	@Test
	void drawsTheLanesBesideEveryLineOfAnEntry() {
		List<Revision> revisions = List.of(revision("c b"), revision("d b"), revision("b"));
		assertThat(HistoryGraph.draw(revisions, (revision) -> revision.id() + "\n\n  more"))
			.isEqualTo(List.of("* c", "|", "|   more", "| * d", "| |", "| |   more", "|/", "* b", "", "    more"));
	}

	private static String draw(String... revisions) {
		List<Revision> all = Arrays.stream(revisions).map(HistoryGraphTests::revision).toList();
		return String.join("\n", HistoryGraph.draw(all, (revision) -> revision.id().value())) + "\n";
	}

	private static Revision revision(String words) {
		List<RevisionId> ids = Arrays.stream(words.split(" ")).map(RevisionId::new).toList();
		return new Revision(ids.get(0), ids.subList(1, ids.size()), List.of(), List.of(), "", List.of(),
				new SourceLocation("test", 1, 1));
	}

}

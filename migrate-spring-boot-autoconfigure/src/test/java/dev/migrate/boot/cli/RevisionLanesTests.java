package dev.migrate.boot.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.migrate.error.SourceLocation;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RevisionLanesTests {

	@Test
	void drawsALineAsALine() {
		assertThat(draw("a", "b a", "c b")).isEqualTo("""
				* c
				* b
				* a""");
	}

	@Test
	void opensALaneForABranchAndJoinsItAtTheMerge() {
		assertThat(draw("a", "b a", "c1 b", "c2 b", "d c1 c2", "e d")).isEqualTo("""
				* e
				* d
				|\\
				* | c1
				| * c2
				|/
				* b
				* a""");
	}

	@Test
	void drawsTwoHeadsSideBySide() {
		assertThat(draw("a", "b1 a", "c1 b1", "b2 a")).isEqualTo("""
				* b2
				| * c1
				| * b1
				|/
				* a""");
	}

	@Test
	void keepsTheOtherLanesWhenARootEnds() {
		assertThat(draw("x", "a", "b a", "m x b")).isEqualTo("""
				* m
				|\\
				* | x
				 /
				* b
				* a""");
	}

	@Test
	void leadsThreeParentsAndThreeChildrenApartAndTogether() {
		assertThat(draw("a", "b1 a", "b2 a", "b3 a", "m b1 b2 b3")).isEqualTo("""
				* m
				|\\
				|\\ \\
				* | | b1
				| * | b2
				| | * b3
				|/ /
				|/
				* a""");
	}

	@Test
	void crossesTheLanesBetween() {
		List<Revision> revisions = new ArrayList<>();
		for (String line : List.of("m b1 y b2", "b1 a", "b2 a", "a", "y x", "x")) {
			revisions.add(revision(line));
		}
		assertThat(String.join("\n", RevisionLanes.draw(revisions, (revision) -> revision.id().value()))).isEqualTo("""
				* m
				|\\
				|\\ \\
				* | | b1
				| | * b2
				|_|/
				* | a
				 /
				* y
				* x""");
	}

	@Test
	void writesSeveralLinesBesideOneRevision() {
		List<Revision> revisions = revisions("a", "b a");
		assertThat(RevisionLanes.draw(revisions, (revision) -> revision.id() + "\nmore\n")).containsExactly("* b",
				"| more", "* a", "  more");
	}

	@Test
	void endsALaneWhereTheRangeEnds() {
		List<Revision> revisions = revisions("a", "b a", "c b").subList(0, 2);
		assertThat(RevisionLanes.draw(revisions, (revision) -> revision.id().value())).containsExactly("* c", "* b");
	}

	private static String draw(String... lines) {
		return String.join("\n", RevisionLanes.draw(revisions(lines), (revision) -> revision.id().value()));
	}

	private static List<Revision> revisions(String... lines) {
		List<Revision> revisions = new ArrayList<>();
		for (String line : lines) {
			revisions.add(revision(line));
		}
		return RevisionGraph.of(revisions).revisions();
	}

	private static Revision revision(String line) {
		List<RevisionId> ids = Arrays.stream(line.split(" ")).map(RevisionId::of).toList();
		return new Revision(ids.get(0), ids.subList(1, ids.size()), List.of(), List.of(), "", List.of(),
				SourceLocation.of(line + ".sql", 1));
	}

}

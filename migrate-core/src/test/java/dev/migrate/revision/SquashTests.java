package dev.migrate.revision;

import org.junit.jupiter.api.Test;

import dev.migrate.error.ErrorCode;

import static dev.migrate.revision.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * One revision stands for several.
 */
class SquashTests {

	private final RevisionGraph graph = GraphBuilder.graph("a->s=b,c->d", "e(b)");

	private Journey at(String... tops) {
		return Journey.at(this.graph, tops);
	}

	@Test
	void runsOnANewDatabase() {
		assertThat(at().upgrade("d").steps()).isEqualTo("a s d");
		assertThat(this.graph.normalise(Applied.of("a"))).isEqualTo(Applied.of("a"));
	}

	@Test
	void countsWhereAllThatItReplacesIsApplied() {
		Applied before = Applied.of("a", "b", "c");
		assertThat(this.graph.normalise(before)).isEqualTo(Applied.of("a", "s"));
		assertThat(GraphBuilder.names(this.graph.currentHeads(before))).isEqualTo("s");
		Journey counted = new Journey(this.graph, this.graph.normalise(before), "");
		assertThat(counted.follow(this.graph.checkUpgrade(before, TargetParser.parse("d"))).steps()).isEqualTo("d");
		assertThat(GraphState.of(this.graph, before).unknown()).isEmpty();
		assertThat(GraphState.of(this.graph, before).halfSquashes()).isEmpty();
	}

	@Test
	void takesTheRowsOfTheReplacedForItself() {
		assertThat(this.graph.normalise(Applied.of("a", "b", "c", "s"))).isEqualTo(Applied.of("a", "s"));
		assertThat(this.graph.normalise(Applied.of("a", "c", "s"))).isEqualTo(Applied.of("a", "s"));
	}

	@Test
	void refusesADatabaseInTheMiddle() {
		Applied half = Applied.of("a", "b");
		refused(() -> this.graph.upgrade(half, TargetParser.parse("d"))).with(ErrorCode.HOLE)
			.says("Revision s \"a->s\" (s.sql:3) replaces several of which the database has b but not c.");
		refused(() -> this.graph.downgrade(half, TargetParser.parse("base"))).with(ErrorCode.HOLE);
		assertThat(GraphState.of(this.graph, half).halfSquashes()).singleElement()
			.satisfies((squash) -> assertThat(squash.missing()).containsExactly(RevisionId.of("c")));
		assertThat(GraphState.of(this.graph, half).unknown()).isEmpty();
		assertThat(this.graph.upgrade(half, TargetParser.parse("a"))).isEmpty();
	}

	@Test
	void goesBackAsOneStep() {
		Journey counted = new Journey(this.graph, this.graph.normalise(Applied.of("a", "b", "c", "d")), "");
		assertThat(counted.downgrade("a").steps()).isEqualTo("d s");
		assertThat(counted.stamp("a").all()).isEqualTo("a");
		assertThat(GraphBuilder.names(this.graph.upgrade(Applied.of("a", "b", "c"), TargetParser.parse("heads"))
			.stream()
			.map(Movement::revision)
			.toList())).isEqualTo("e d");
	}

	@Test
	void standsForTheOldNames() {
		assertThat(GraphBuilder.names(this.graph.parents(RevisionId.of("e")))).isEqualTo("s");
		assertThat(at().upgrade("c").steps()).isEqualTo("a s");
		assertThat(this.graph.find(RevisionId.of("b")).orElseThrow().id()).isEqualTo(RevisionId.of("s"));
	}

	@Test
	void refusesToReplaceWhatIsThereOrTwice() {
		refused(() -> GraphBuilder.graph("a->b", "s=b")).with(ErrorCode.INVALID_SOURCE)
			.says("Revision s \"->s\" (s.sql:3) replaces b, which is still there (b.sql:3).");
		refused(() -> GraphBuilder.graph("s=b", "t=b")).with(ErrorCode.INVALID_SOURCE)
			.says("Revision b is replaced by both s (s.sql:3) and t (t.sql:3).");
	}

}

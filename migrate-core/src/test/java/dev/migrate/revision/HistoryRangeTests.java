package dev.migrate.revision;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.migrate.error.ErrorCode;

import static dev.migrate.revision.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ranges in a history and without a database.
 */
class HistoryRangeTests {

	private final RevisionGraph line = GraphBuilder.graph("a->b->c");

	private final RevisionGraph branched = GraphBuilder.graph("a->b1", "a->b2", "c(b1,b2)->d", "a->x");

	@Test
	void includesBothEnds() {
		assertThat(history("a:b")).isEqualTo("b a");
		assertThat(history(":b")).isEqualTo("b a");
		assertThat(history("b:")).isEqualTo("c b");
		assertThat(history("a:+2")).isEqualTo("c b a");
		assertThat(history("base:heads")).isEqualTo("c b a");
		assertThat(history("a:a")).isEqualTo("a");
		assertThat(history("a:head-1")).isEqualTo("b a");
		assertThat(history("c-1:c")).isEqualTo("c b");
	}

	@Test
	void countsBackFromItsEnd() {
		assertThat(history("-1:c")).isEqualTo("c b");
		assertThat(history("-2:c")).isEqualTo("c b a");
		assertThat(history("-5:c")).isEqualTo("c b a");
		assertThat(history("-1:b")).isEqualTo("b a");
		assertThat(history("-9:")).isEqualTo("c b a");
		assertThat(history("-1:")).isEqualTo("c b");
	}

	@Test
	void knowsWhatIsCurrent() {
		assertThat(history("current:", "a", "b")).isEqualTo("c b");
		assertThat(history("current:")).isEqualTo("c b a");
		assertThat(history(":current", "a", "b")).isEqualTo("b a");
		assertThat(history(":current")).isEmpty();
		assertThat(history("current:current", "a", "b")).isEqualTo("b");
		assertThat(history("-1:current", "a", "b")).isEqualTo("b a");
		assertThat(history("current:+1", "a", "b")).isEqualTo("c b");
		assertThat(history("-1:+1", "a", "b")).isEqualTo("c b a");
	}

	@Test
	void keepsToABranch() {
		RevisionGraph graph = GraphBuilder.graph("a@abranch->b->somelongername->c", "d->e@ebranch->someothername->f");
		assertThat(GraphBuilder.names(graph.history(RangeParser.parse("ebranch@-2:"), Applied.none())))
			.isEqualTo("f someothername e");
		assertThat(GraphBuilder.names(graph.history(RangeParser.parse(":ebranch@+2"), Applied.none())))
			.isEqualTo("e d");
	}

	@Test
	void passesBothSidesOfADiamond() {
		assertThat(GraphBuilder.names(this.branched.history(RangeParser.parse("a:d"), Applied.none())))
			.isEqualTo("d c b1 b2 a");
	}

	@Test
	void refusesEndsThatDoNotLieOnOneLine() {
		refused(() -> history("c:a")).with(ErrorCode.UNKNOWN_TARGET)
			.says("The range c:a is written the wrong way round: a is older than c.")
			.hints("Write a:c");
		refused(() -> history("c:base")).with(ErrorCode.UNKNOWN_TARGET).says("wrong way round");
		refused(() -> this.branched.history(RangeParser.parse("x:d"), Applied.none())).with(ErrorCode.UNKNOWN_TARGET)
			.says("The two ends of the range x:d do not lie on one line.");
	}

	@Test
	void movesBetweenTwoEnds() {
		assertThat(steps(this.line.upgrade(RangeParser.parse("a:c")))).isEqualTo("b c");
		assertThat(steps(this.line.upgrade(RangeParser.parse(":b")))).isEqualTo("a b");
		assertThat(steps(this.line.upgrade(RangeParser.parse("b:")))).isEqualTo("c");
		assertThat(steps(this.line.upgrade(RangeParser.parse("a:+1")))).isEqualTo("b");
		assertThat(steps(this.line.upgrade(RangeParser.parse("-1:c")))).isEqualTo("c");
		assertThat(steps(this.line.downgrade(RangeParser.parse("c:a")))).isEqualTo("c b");
		assertThat(steps(this.line.downgrade(RangeParser.parse("c:")))).isEqualTo("c b a");
		assertThat(steps(this.line.downgrade(RangeParser.parse("c:-1")))).isEqualTo("c");
		assertThat(steps(this.line.downgrade(RangeParser.parse("c:base")))).isEqualTo("c b a");
		assertThat(this.line.appliedAt(TargetParser.parse("b"))).isEqualTo(Applied.of("a", "b"));
	}

	@Test
	void refusesToMoveTheWrongWay() {
		refused(() -> this.line.upgrade(RangeParser.parse("c:a"))).with(ErrorCode.UNKNOWN_TARGET).says("use downgrade");
		refused(() -> this.line.downgrade(RangeParser.parse("a:c"))).with(ErrorCode.UNKNOWN_TARGET)
			.says("'c' is not below current");
		refused(() -> this.branched.upgrade(RangeParser.parse("x:d"))).with(ErrorCode.UNKNOWN_TARGET)
			.says("do not lie on one line");
		refused(() -> this.line.upgrade(RangeParser.parse("current:c"))).with(ErrorCode.USAGE)
			.says("needs to know what the database has");
	}

	private String history(String range, String... applied) {
		return GraphBuilder.names(this.line.history(RangeParser.parse(range), Applied.of(applied)));
	}

	private static String steps(List<Movement> movements) {
		return GraphBuilder.names(movements.stream().map(Movement::revision).toList());
	}

}

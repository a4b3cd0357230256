package dev.migrate.revision;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.migrate.error.ErrorCode;

import static dev.migrate.revision.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * One line: a->b->c->d->e.
 */
class LineGraphTests {

	private final RevisionGraph graph = GraphBuilder.graph("a->b->c->d->e");

	private Journey at(String... tops) {
		return Journey.at(this.graph, tops);
	}

	@Test
	void runsEverythingUpToTheHead() {
		Journey end = at().upgrade("head");
		assertThat(end.steps()).isEqualTo("a b c d e");
		assertThat(end.heads()).isEqualTo("e");
		assertThat(end.all()).isEqualTo("a b c d e");
	}

	@Test
	void stopsAtTheTarget() {
		Journey end = at("a").upgrade("c");
		assertThat(end.steps()).isEqualTo("b c");
		assertThat(end.heads()).isEqualTo("c");
	}

	@Test
	void hasNothingToDoWhereItIs() {
		assertThat(at("e").upgrade("head").steps()).isEmpty();
		assertThat(at("e").upgrade("heads").steps()).isEmpty();
		assertThat(at("c").upgrade("c").steps()).isEmpty();
		assertThat(at("c").downgrade("c").steps()).isEmpty();
		assertThat(at().downgrade("base").steps()).isEmpty();
		assertThat(at().upgrade("base").steps()).isEmpty();
	}

	@Test
	void saysUseDowngradeForAnOlderTarget() {
		refused(() -> at("d").upgrade("b")).with(ErrorCode.UNKNOWN_TARGET)
			.says("b \"a->b\" (b.sql:3) is older than current d \"c->d\" (d.sql:3); use downgrade.")
			.hints("db downgrade b");
		refused(() -> at("d").upgrade("base")).with(ErrorCode.UNKNOWN_TARGET)
			.says("'base' is older than current")
			.hints("db downgrade base");
		refused(() -> at("d").upgrade("head-2")).with(ErrorCode.UNKNOWN_TARGET).says("use downgrade");
		refused(() -> at("d").upgrade("-1")).with(ErrorCode.UNKNOWN_TARGET).says("'-1' is older than current");
	}

	@Test
	void countsUpFromCurrent() {
		assertThat(at("b").upgrade("+2").steps()).isEqualTo("c d");
		assertThat(at().upgrade("+1").steps()).isEqualTo("a");
		assertThat(at().upgrade("+5").heads()).isEqualTo("e");
		refused(() -> at("d").upgrade("+2")).with(ErrorCode.UNKNOWN_TARGET)
			.says("'+2' goes too far: above d \"c->d\" (d.sql:3) there is only 1 revision.");
		refused(() -> at("e").upgrade("+1")).says("there is no revision.");
		refused(() -> at().upgrade("+6")).says("above base there are only 5 revisions.");
	}

	@Test
	void countsDownFromCurrent() {
		assertThat(at("c").downgrade("-1").steps()).isEqualTo("c");
		assertThat(at("e").downgrade("-3").steps()).isEqualTo("e d c");
		assertThat(at("b").downgrade("-2").all()).isEmpty();
		refused(() -> at("b").downgrade("-5")).with(ErrorCode.UNKNOWN_TARGET)
			.says("'-5' goes too far: there are only 2 applied revisions.")
			.hints("db downgrade base");
		refused(() -> at().downgrade("-1")).with(ErrorCode.UNKNOWN_TARGET).says("there is no applied revision.");
		refused(() -> at("b").downgrade("+2")).with(ErrorCode.UNKNOWN_TARGET).says("newer than current; use upgrade");
	}

	@Test
	void countsFromANamedRevision() {
		assertThat(at("d").downgrade("a+2").steps()).isEqualTo("d");
		assertThat(at("d").downgrade("c-2").steps()).isEqualTo("d c b");
		assertThat(at("e").downgrade("head-2").steps()).isEqualTo("e d");
		assertThat(at("e").downgrade("base+1").steps()).isEqualTo("e d c b");
		assertThat(at("b").downgrade("b-2").all()).isEmpty();
		assertThat(at("a").upgrade("head-1").steps()).isEqualTo("b c d");
		assertThat(at("a").upgrade("b+2").steps()).isEqualTo("b c d");
		assertThat(at("a").upgrade("base+2").steps()).isEqualTo("b");
		refused(() -> at("e").downgrade("b-3")).says("'b-3' goes too far: from b \"a->b\" (b.sql:3) down to the base");
		refused(() -> at("a").upgrade("d+2")).says("'d+2' goes too far: above d");
		refused(() -> at("a").downgrade("base-1")).says("nothing is older than base");
	}

	@Test
	void refusesToDowngradeToWhatIsNotBelowCurrent() {
		refused(() -> at("b").downgrade("d")).with(ErrorCode.UNKNOWN_TARGET)
			.says("'d' is not below current: d \"c->d\" (d.sql:3) is not applied, current is b");
		refused(() -> at().downgrade("a"))
			.says("'a' is not below current: a \"->a\" (a.sql:3) is not applied, " + "nothing is applied.");
		refused(() -> at("b").downgrade("head")).says("'head' is not below current");
		refused(() -> at("b").downgrade("head-1")).says("'head-1' is not below current");
	}

	@Test
	void stampsUpAndDown() {
		assertThat(at().stamp("head").all()).isEqualTo("a b c d e");
		assertThat(at("d").stamp("b").all()).isEqualTo("a b");
		assertThat(at("b").stamp("d").all()).isEqualTo("a b c d");
		assertThat(at("b").stamp("+2").all()).isEqualTo("a b c d");
		assertThat(at("d").stamp("-1").all()).isEqualTo("a b c");
		assertThat(at("a").stamp("-1").all()).isEmpty();
		assertThat(at("d").stamp("base").all()).isEmpty();
		refused(() -> at().stamp("b", "d")).with(ErrorCode.UNKNOWN_TARGET).says("b lies below d");
	}

	@Test
	void followsMovementsOneByOneAndTogether() {
		List<Movement> up = this.graph.upgrade(Applied.none(), Target.head());
		assertThat(Applied.none().after(up)).isEqualTo(Applied.of("a", "b", "c", "d", "e"));
		assertThat(up.get(0).after(Applied.none())).isEqualTo(Applied.of("a"));
		List<Movement> down = this.graph.downgrade(Applied.none().after(up), TargetParser.parse("b"));
		assertThat(Applied.none().after(up).after(down)).isEqualTo(Applied.of("a", "b"));
		assertThat(down.get(0).after(Applied.of("d", "e"))).isEqualTo(Applied.of("d"));
	}

	@Test
	void neverChangesAnAppliedSet() {
		Applied applied = Applied.of("b", "a");
		assertThat(applied.with(RevisionId.of("c"))).isEqualTo(Applied.of("a", "b", "c"));
		assertThat(applied.without(RevisionId.of("a"))).isEqualTo(Applied.of("b"));
		assertThat(applied).isEqualTo(Applied.of("a", "b")).isNotEqualTo(Applied.none());
		assertThat(Applied.none().isEmpty()).isTrue();
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> applied.ids().clear());
	}

	@Test
	void listsTheNewestFirst() {
		assertThat(GraphBuilder.names(this.graph.revisions())).isEqualTo("e d c b a");
		assertThat(GraphBuilder.names(this.graph.heads())).isEqualTo("e");
		assertThat(GraphBuilder.names(this.graph.bases())).isEqualTo("a");
		assertThat(this.graph.branchPoints()).isEmpty();
	}

}

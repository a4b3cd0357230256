package dev.migrate.revision;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.migrate.error.ErrorCode;

import static dev.migrate.revision.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The grammar of targets and ranges, without a graph.
 */
class TargetParserTests {

	@ParameterizedTest
	@ValueSource(strings = { "head", "heads", "base", "ca5cd22ac516", "billing", "billing@head", "billing@heads",
			"billing@base", "billing@ca5c", "+1", "-12", "ca5c+2", "ca5c-2", "head-1", "base+2", "billing@+1",
			"billing@-1", "billing@head-1", "billing@ca5c+3", "20261120_1004.x" })
	void writesWhatItReads(String text) {
		assertThat(TargetParser.parse(text)).hasToString(text);
		assertThat(TargetParser.parse(" " + text + " ")).isEqualTo(TargetParser.parse(text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "@", "x@", "@x", "a@b@c", "a b", "+", "-", "+0", "head-0", "1+", "a+1+1", "a:b",
			"é", "head@x", "base@+1", "-9999999999", "current", "x@current", "a/b" })
	void refusesWhatIsNoTarget(String text) {
		refused(() -> TargetParser.parse(text)).with(ErrorCode.USAGE).hints("A target is head, heads, base");
	}

	@Test
	void readsEveryKind() {
		assertThat(TargetParser.parse("x@head")).isEqualTo(new Target.Head("x"));
		assertThat(TargetParser.parse("x@-2")).isEqualTo(new Target.Relative(new Target.Current("x"), -2));
		assertThat(TargetParser.parse("x@head-2")).isEqualTo(new Target.Relative(new Target.Head("x"), -2));
		assertThat(TargetParser.parse("x@abcd")).isEqualTo(new Target.Named("x", "abcd"));
		assertThat(TargetParser.parse("x@abcd").branch()).isEqualTo("x");
		assertThat(TargetParser.parse("x@-1").branch()).isEqualTo("x");
		assertThat(TargetParser.parseOrCurrent("current")).isEqualTo(new Target.Current(null));
		assertThat(TargetParser.parseOrCurrent("current-1")).isEqualTo(TargetParser.parse("-1"));
		assertThat(Target.of(RevisionId.of("abcd"))).isEqualTo(TargetParser.parse("abcd"));
		assertThat(Target.head()).isEqualTo(TargetParser.parse("head"));
		assertThat(Target.heads()).isEqualTo(TargetParser.parse("heads"));
		assertThat(Target.base()).isEqualTo(TargetParser.parse("base"));
	}

	@Test
	void refusesARelativeTargetThatCountsNothing() {
		refused(() -> new Target.Relative(Target.head(), 0)).with(ErrorCode.USAGE);
		refused(() -> new Target.Relative(TargetParser.parse("+1"), 1)).with(ErrorCode.USAGE);
	}

	@Test
	void readsRanges() {
		assertThat(RangeParser.parse("a:b")).isEqualTo(new Range(TargetParser.parse("a"), TargetParser.parse("b")));
		assertThat(RangeParser.parse(":")).isEqualTo(new Range(null, null));
		assertThat(RangeParser.parse("-2: current")).hasToString("-2:current");
		assertThat(RangeParser.parse("a:")).hasToString("a:");
		assertThat(RangeParser.isRange("a:")).isTrue();
		assertThat(RangeParser.isRange("a")).isFalse();
		refused(() -> RangeParser.parse("a")).with(ErrorCode.USAGE).says("'a' is not a range.");
		refused(() -> RangeParser.parse("a:b:c")).with(ErrorCode.USAGE).says("'a:b:c' is not a range.");
		refused(() -> RangeParser.parse("a@:b")).with(ErrorCode.USAGE).says("'a@' is not a target.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "@", "-", "+", ":", " ", "/", "é", "," })
	void refusesACharacterThatATargetNeeds(String character) {
		refused(() -> RevisionId.of("a" + character + "b")).with(ErrorCode.USAGE)
			.says("'a" + character + "b' can't be the id of a revision.");
	}

	@Test
	void knowsWhatAnIdIs() {
		assertThat(RevisionId.isValid("a")).isTrue();
		assertThat(RevisionId.isValid("x".repeat(64))).isTrue();
		assertThat(RevisionId.isValid("x".repeat(65))).isFalse();
		assertThat(RevisionId.isValid("")).isFalse();
		assertThat(RevisionId.isValid("a-b")).isFalse();
		assertThat(RevisionId.isValid("Heads")).isFalse();
		assertThat(RevisionId.isValid("headset")).isTrue();
		refused(() -> RevisionId.of("a@b")).with(ErrorCode.USAGE).says("'a@b' can't be the id of a revision.");
	}

}

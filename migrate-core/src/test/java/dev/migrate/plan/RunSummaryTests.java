package dev.migrate.plan;

import java.util.List;

import dev.migrate.revision.RevisionId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RunSummaryTests {

	private static final RevisionId A = RevisionId.of("a.1");

	private static final RevisionId B = RevisionId.of("b_2");

	@Test
	void isReadBackAsItWasWritten() {
		for (RunSummary summary : List.of(new RunSummary(List.of(), List.of(A), TransactionMode.PER_REVISION, null),
				new RunSummary(List.of(A, B), List.of(), TransactionMode.ALL, null),
				new RunSummary(List.of(A), List.of(A, B), TransactionMode.ALL, "release 4, tag ]\nand more"))) {
			assertThat(RunSummary.parse(summary.line())).contains(summary);
		}
	}

	@Test
	void isALineForPeople() {
		assertThat(new RunSummary(List.of(A), List.of(B), TransactionMode.PER_REVISION, "v4").line())
			.isEqualTo("from [a.1] to [b_2], tag v4");
	}

	@Test
	void isNotReadFromWhatOtherRunsSay() {
		assertThat(RunSummary.parse("to [head], tag v4")).isEmpty();
		assertThat(RunSummary.parse("accept")).isEmpty();
	}

}

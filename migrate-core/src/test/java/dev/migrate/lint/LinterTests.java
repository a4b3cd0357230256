package dev.migrate.lint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.migrate.error.SourceLocation;
import dev.migrate.revision.RevisionId;
import dev.migrate.sql.LexicalRules;
import dev.migrate.sql.SqlStatement;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What depends on the server and its settings, and on no schema.
 */
class LinterTests {

	private static List<String> found(Surroundings surroundings, String... statements) {
		SourceLocation place = SourceLocation.of("a.sql", 1);
		List<LintStatement> all = List.of(statements)
			.stream()
			.map((text) -> LintStatement.unseen(new SqlStatement(text, place)))
			.toList();
		LintRevision revision = new LintRevision(RevisionId.of("aaaa11111111"), place, all, true, true,
				Allowances.of(List.of(), place), false, null, null);
		return new Linter(surroundings).check(List.of(revision))
			.findings()
			.stream()
			.map((finding) -> finding.rule().name())
			.toList();
	}

	private static Surroundings postgresql(int version, boolean lockTimeout) {
		return new Surroundings(LexicalRules.POSTGRESQL, "public", version, lockTimeout, null);
	}

	@Test
	void warnsOfConcurrentBuildsOnServersThatBuildThemWrong() {
		String build = "CREATE INDEX CONCURRENTLY i ON students (name)";
		assertThat(found(postgresql(140_000, true), build)).containsExactly("P06");
		assertThat(found(postgresql(140_003, true), build)).containsExactly("P06");
		assertThat(found(postgresql(140_004, true), build)).isEmpty();
		assertThat(found(postgresql(130_009, true), build)).isEmpty();
		assertThat(found(postgresql(0, true), build)).isEmpty();
	}

	@Test
	void wantsALimitForTheWaitForStrongLocks() {
		String alter = "ALTER TABLE students ADD COLUMN age INTEGER";
		assertThat(found(postgresql(180_000, true), alter)).isEmpty();
		assertThat(found(postgresql(180_000, false), alter, "ALTER TABLE students ADD COLUMN shoe INTEGER"))
			.containsExactly("X01");
		assertThat(found(postgresql(180_000, false), "SET LOCAL lock_timeout = '3s'", alter)).isEmpty();
		assertThat(found(postgresql(180_000, true), "SET lock_timeout = 0", alter)).containsExactly("X01");
		assertThat(found(postgresql(180_000, false), "CREATE TABLE students (id BIGINT)", alter)).isEmpty();
	}

	@Test
	void judgesOtherDatabasesByWhatHoldsOnAny() {
		Surroundings h2 = new Surroundings(LexicalRules.H2, "PUBLIC", 0, false, null);
		assertThat(found(h2, "CREATE INDEX i ON students (name)", "ALTER TABLE students DROP COLUMN name"))
			.containsExactly("D02");
	}

	@Test
	void readsWhatARevisionWithoutAFileAllows() {
		SourceLocation place = SourceLocation.of("com.example.R1");
		Allowances allowances = Allowances.of(List.of("D02 nobody uses it", "D01", "D99 why not", " "), place);
		assertThat(allowances.valid()).extracting((allowed) -> allowed.rule() + ": " + allowed.reason())
			.containsExactly("D02: nobody uses it");
		assertThat(allowances.faults()).extracting(Allowances.Fault::message)
			.containsExactly("The comment allows D01 without a reason, so it allows nothing.",
					"The comment allows 'D99', which is no rule.", "The comment allows nothing: the rule is missing.");
	}

	@Test
	void isDocumentedRuleByRule() throws IOException {
		List<String> documented = Files.readAllLines(Path.of("../docs/lint.md"))
			.stream()
			.filter((line) -> line.matches("\\| [A-Z]\\d\\d .*"))
			.map((line) -> line.split(" \\|")[0].substring(2))
			.toList();
		assertThat(documented).containsExactlyInAnyOrderElementsOf(Stream.of(LintRule.values())
			.map((rule) -> rule + " " + rule.severity().name().charAt(0) + (rule.needsSchema() ? " ◆" : ""))
			.toList());
	}

}

package dev.migrate.service;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.postgresql.PostgresqlDialect;
import dev.migrate.generate.Rehearsal;
import dev.migrate.lint.LintReport;
import dev.migrate.lint.LintRule;
import dev.migrate.lint.LintWatch;
import dev.migrate.lint.Linter;
import dev.migrate.lint.Surroundings;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionId;
import dev.migrate.scratch.PostgresqlScratch;
import dev.migrate.script.MigrationFolder;
import dev.migrate.script.MigrationScript;
import dev.migrate.script.ScriptSource;
import dev.migrate.script.SqlMigration;
import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every rule on real statements and a real PostgreSQL: what it finds, what it leaves
 * alone, and what is seen when no database answers.
 */
class LintCorpusTests {

	private static final Dialect DIALECT = new PostgresqlDialect();

	private static TestDatabase database;

	private static PostgresqlScratch scratch;

	@BeforeAll
	static void openScratch() {
		database = TestPostgres.database();
		scratch = new PostgresqlScratch((name) -> {
			String url = (name != null) ? database.url().replace("/" + database.name(), "/" + name) : database.url();
			return DriverManager.getConnection(url, database.user(), database.password());
		}, () -> UUID.randomUUID().toString().replace("-", "").substring(0, 12), List.of());
	}

	@AfterAll
	static void closeScratch() {
		scratch.close();
		database.close();
	}

	static List<Case> cases() throws IOException {
		try (InputStream file = LintCorpusTests.class.getResourceAsStream("/dev/migrate/lint/corpus.txt")) {
			return Case.read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("cases")
	void findsWhatIsDangerousAndNothingElse(Case situation) {
		MigrationFolder folder = MigrationFolder.load(List.of(situation), DIALECT);
		Revision last = folder.graph().heads().get(0);
		List<Revision> linted = situation.linted(folder);
		Linter linter = new Linter(new Surroundings(DIALECT.lexicalRules(), "public",
				situation.version(TestPostgres.majorVersion()), true, null));
		LintSubjects subjects = new LintSubjects(folder, DIALECT);
		List<MigrationScript> scripts = new ArrayList<>(situation.load());
		Map<RevisionId, Rehearsal.Watched> watched = new LinkedHashMap<>();
		for (Revision revision : linted) {
			LintWatch watch = linter.watch(folder.get(revision.id()).upgrade(DIALECT).statements());
			watched.put(revision.id(), new Rehearsal.Watched(watch.statements(), watch.ends()));
		}
		assertThat(
				found(linter.check(subjects.of(linted, new Rehearsal(DIALECT, scratch).run(scripts, watched))), last))
			.as("with a database")
			.isEqualTo(situation.expected(true));
		assertThat(found(linter.check(subjects.of(linted, Map.of())), last)).as("by the text alone")
			.isEqualTo(situation.expected(false));
	}

	private static List<String> found(LintReport report, Revision last) {
		return report.findings()
			.stream()
			.filter((finding) -> finding.revision().equals(last.id()))
			.map((finding) -> finding.rule() + ":" + (finding.location().line() - 6))
			.sorted()
			.toList();
	}

	@Test
	void everyRuleHasCasesThatBreakItAndCasesThatDoNot() throws IOException {
		for (LintRule rule : LintRule.values()) {
			if (rule != LintRule.X01 && rule != LintRule.P06) {
				assertThat(cases()).as("cases of %s", rule)
					.anyMatch((situation) -> situation.title().startsWith(rule + " ") && situation.expects(rule))
					.anyMatch((situation) -> situation.title().startsWith(rule + " ") && !situation.expects(rule));
			}
		}
	}

	/**
	 * A situation of the corpus.
	 *
	 * @param title its rule and a sentence
	 * @param sections the upgrade sections of its revisions; the first is there already,
	 * the last is looked at
	 * @param expectations what is found, with * behind what only a database shows, and -
	 * in front of what is found only without one
	 */
	record Case(String title, List<String> sections, List<String> expectations) implements ScriptSource {

		static List<Case> read(String text) {
			List<Case> cases = new ArrayList<>();
			for (String part : text.split("(?m)^== ")) {
				if (!part.isBlank() && !part.startsWith("#")) {
					String[] parts = part.split("(?m)^--\n");
					String title = parts[0].lines().findFirst().orElseThrow();
					parts[0] = parts[0].substring(title.length());
					cases.add(new Case(title, List.of(parts).subList(0, parts.length - 1),
							List.of(parts[parts.length - 1].strip().split("\\s+"))));
				}
			}
			return cases;
		}

		boolean expects(LintRule rule) {
			return this.expectations.stream().anyMatch((word) -> word.startsWith(rule + ":"));
		}

		List<String> expected(boolean database) {
			return this.expectations.stream()
				.filter((word) -> !word.equals("nothing") && (database ? !word.startsWith("-") : !word.endsWith("*")))
				.map((word) -> word.replaceAll("[-*]", ""))
				.sorted()
				.toList();
		}

		int version(int server) {
			return server * 10_000;
		}

		List<Revision> linted(MigrationFolder folder) {
			List<Revision> revisions = new ArrayList<>();
			for (int i = 1; i < this.sections.size(); i++) {
				revisions.add(folder.get(RevisionId.of("revision" + i)).revision());
			}
			return revisions;
		}

		@Override
		public List<MigrationScript> load() {
			List<MigrationScript> scripts = new ArrayList<>();
			for (int i = 0; i < this.sections.size(); i++) {
				String section = this.sections.get(i);
				boolean outside = section.startsWith("transaction=false");
				String text = "-- " + this.title + "\n--\n-- revision: revision" + i + "\n-- revises: "
						+ ((i == 0) ? "base" : "revision" + (i - 1)) + "\n\n-- migrate:upgrade "
						+ (outside ? section : "\n" + section) + "\n"
						+ (section.contains("no downgrade") ? "" : "-- migrate:downgrade\n");
				scripts.add(SqlMigration.parse("revision" + i + ".sql", text));
			}
			return scripts;
		}

		@Override
		public String fingerprint() {
			return "";
		}

		@Override
		public boolean isEmpty() {
			return false;
		}

		@Override
		public List<String> locations() {
			return List.of("corpus.txt");
		}

		@Override
		public String toString() {
			return this.title;
		}

	}

}

package dev.migrate.sql;

import java.util.List;
import java.util.Random;

import dev.migrate.error.MigrateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RoundTripTests {

	private static final long SEED = 20261120;

	/** With {@code -Dfire=true} a million. */
	private static final int TEXTS = Boolean.getBoolean("fire") ? 500_000 : 20_000;

	@ParameterizedTest
	@ValueSource(strings = { "postgresql", "h2" })
	void piecesPutTogetherAreTheText(String dialect) {
		LexicalRules rules = dialect.equals("h2") ? LexicalRules.H2 : LexicalRules.POSTGRESQL;
		Random random = new Random(SEED);
		int split = 0;
		for (int i = 0; i < TEXTS; i++) {
			String text = RandomSql.mutate(RandomSql.parts(random), random);
			String about = "seed " + SEED + ", text " + i + ": " + text;
			try {
				SqlScript script = StatementSplitter.split(text, "x.sql", rules);
				assertThat(script.end()).as(about).isEqualTo(text.length());
				SplitCase.checkRoundTrip(text, script);
				checkStatements(script, rules, about);
				split++;
			}
			catch (MigrateException ex) {
				assertThat(ex.getMessage()).as(about).contains("x.sql:");
			}
			catch (RuntimeException | AssertionError ex) {
				throw new AssertionError(about, ex);
			}
		}
		assertThat(split).isGreaterThan(TEXTS / 10);
		System.out.println("fuzzed scripts for the lexer of " + dialect + ": " + TEXTS + ", " + split
				+ " of them scripts, crashes 0, lost characters 0");
	}

	/** A statement is itself a script of one statement, at the place that it names. */
	private static void checkStatements(SqlScript script, LexicalRules rules, String about) {
		for (SqlStatement statement : script.statements()) {
			if (statement.copyData() == null && !statement.text().startsWith("\uFEFF")) {
				SqlScript alone = StatementSplitter.split(statement.text(), "x.sql", rules);
				assertThat(alone.statements()).as(about)
					.extracting(SqlStatement::text)
					.containsExactly(statement.text());
			}
			StatementFacts.of(statement, rules);
		}
		assertThat(TokenDigest.of(script.statements(), rules)).as(about).matches("1:[0-9a-f]{32}");
		if (script.statements().stream().noneMatch((statement) -> statement.text().startsWith("\uFEFF"))) {
			checkJoined(script.statements(), rules, about);
		}
	}

	private static void checkJoined(List<SqlStatement> statements, LexicalRules rules, String about) {
		StringBuilder joined = new StringBuilder();
		for (SqlStatement statement : statements) {
			joined.append(" -- x\n").append(statement.text()).append("\n;\n");
			if (statement.copyData() != null) {
				joined.append(statement.copyData()).append("\\.\n");
			}
		}
		List<SqlStatement> again = StatementSplitter.split(joined.toString(), "y.sql", rules).statements();
		assertThat(TokenDigest.of(again, rules)).as(about).isEqualTo(TokenDigest.of(statements, rules));
	}

	@Test
	void aMillionSmallStatementsAreRead() {
		int count = 1_000_000;
		SqlScript script = StatementSplitter.split("SELECT 1;\n".repeat(count), "x.sql", LexicalRules.POSTGRESQL);
		assertThat(script.statements()).hasSize(count);
		assertThat(script.statements().get(count - 1).location()).hasToString("x.sql:1000000:1");
	}

	@Test
	void aStatementOfFiftyMegabytesIsRead() {
		String rows = "(1, 'some; text'),\n".repeat(50 * 1024 * 1024 / 19);
		String text = "INSERT INTO t VALUES\n" + rows + "(2, 'end');\nSELECT 2;";
		SqlScript script = StatementSplitter.split(text, "x.sql", LexicalRules.POSTGRESQL);
		assertThat(script.statements()).hasSize(2);
		SqlStatement insert = script.statements().get(0);
		assertThat(insert.text()).hasSizeGreaterThan(50_000_000).endsWith("(2, 'end')");
		assertThat(StatementFacts.of(insert, LexicalRules.POSTGRESQL).changesSession()).isFalse();
		assertThat(TokenDigest.of(script.statements(), LexicalRules.POSTGRESQL)).startsWith("1:");
	}

	@Test
	void deepNestingNeedsNoStack() {
		int depth = 500_000;
		String text = "/*".repeat(depth) + ";" + "*/".repeat(depth) + "SELECT " + "(".repeat(depth) + "1"
				+ ")".repeat(depth) + ";" + "-".repeat(depth) + "\n" + "SELECT " + "+".repeat(depth) + "1;";
		assertThat(StatementSplitter.split(text, "x.sql", LexicalRules.POSTGRESQL).statements()).hasSize(2);
	}

}

package dev.migrate.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import dev.migrate.error.MigrateException;
import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestH2;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * H2 runs a text with several statements as a list: the rows that it writes then must be
 * those that our statements write one by one.
 */
class H2JudgesBoundariesTests {

	private static final long SEED = 815;

	/** With {@code -Dfire=true} a million. */
	private static final int SCRIPTS = Boolean.getBoolean("fire") ? 1_000_000 : 4_000;

	private static final String[] EXPRESSIONS = { "'a;b'", "'C:\\'", "'it''s;'", "$$ ;'$$", "1$$;$$", "- -1", "2-1",
			"6/2", "1 /* ; /* ' */ ; */", "1 -- it's;\n+ 1", "1 // it's;\n+ 1", "U&'\\0041;'", "u&'!0041;' UESCAPE '!'",
			"'a;'\n'b'", "(SELECT ';' AS `b;`)", "(SELECT 1 AS \"q;\"\"\")", "CASE WHEN TRUE THEN 1 END", "1::VARCHAR",
			"N'n;'", "X'1F'", "1.5e-3", "0x1F", "\u00a01\u2003", "ARRAY[1][1]", "'\u2028;'" };

	private static final String[] GAPS = { ";", ";;", ";\n", "; -- it's;\n", ";/* ; */", " ;\r\n", ";\r", ";\f\u00a0",
			";// it's;\r" };

	@Test
	void agreesOnRandomScripts() throws SQLException {
		try (TestDatabase database = TestH2.database();
				Connection connection = database.connect();
				Statement statement = connection.createStatement()) {
			statement.setEscapeProcessing(false);
			statement.execute("CREATE TABLE r (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, v VARCHAR)");
			Random random = new Random(SEED);
			int accepted = 0;
			for (int i = 0; i < SCRIPTS; i++) {
				String text = (i % 4 == 0) ? script(random) : RandomSql.mutate(script(random), random);
				List<String> whole = rows(statement, List.of(text));
				List<String> pieces = rowsOfPieces(statement, text);
				assertThat(pieces).as("seed %s, script %s:%n%s", SEED, i, text).isEqualTo(whole);
				accepted += (whole != null) ? 1 : 0;
			}
			assertThat(accepted).isGreaterThan(SCRIPTS / 10 * 3);
			System.out.println("fuzzed scripts judged by H2: " + SCRIPTS + ", " + accepted
					+ " of them accepted, boundaries judged differently 0");
		}
	}

	private static String script(Random random) {
		StringBuilder text = new StringBuilder();
		for (int i = 1 + random.nextInt(4); i > 0; i--) {
			text.append("INSERT INTO r (v) VALUES (").append(EXPRESSIONS[random.nextInt(EXPRESSIONS.length)]);
			text.append(")").append(GAPS[random.nextInt(GAPS.length)]);
		}
		return text.toString();
	}

	private static @Nullable List<String> rowsOfPieces(Statement statement, String text) throws SQLException {
		try {
			return rows(statement,
					StatementSplitter.split(text, "x.sql", LexicalRules.H2)
						.statements()
						.stream()
						.map(SqlStatement::text)
						.toList());
		}
		catch (MigrateException ex) {
			return null;
		}
	}

	/** The rows in the order in which they were written, or null if H2 refuses. */
	private static @Nullable List<String> rows(Statement statement, List<String> texts) throws SQLException {
		statement.execute("DELETE FROM r");
		try {
			for (String text : texts) {
				statement.execute(text);
			}
		}
		catch (SQLException ex) {
			return null;
		}
		List<String> values = new ArrayList<>();
		try (ResultSet rows = statement.executeQuery("SELECT v FROM r ORDER BY id")) {
			while (rows.next()) {
				values.add(rows.getString(1));
			}
		}
		return values;
	}

}

package dev.migrate.sql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import dev.migrate.error.MigrateException;
import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The server splits a whole script itself when it comes as one simple query. What it then
 * answers must be what it answers to our statements one by one.
 */
class PostgresqlJudgesBoundariesTests {

	private static final long SEED = 4711;

	/** With {@code -Dfire=true} a million. */
	private static final int SCRIPTS = Boolean.getBoolean("fire") ? 1_000_000 : 4_000;

	private static final String[] EXPRESSIONS = { "'a;b'", "E'\\';'", "e'\\\\'", "'C:\\'", "'it''s;'", "$$ ;'$$",
			"$x$ $$; $ab$ $x$", "$é_1$;$é_1$", "1", "- -1", "2 - 1", "2-1", "@-5", "'a;'\n'b'", "E'a'\n'\\';'",
			"E'a' -- it's;\n'\\';'", "1 /* ; /* ' */ ; */", "U&'\\0041;'", "u&'!0041;' UESCAPE '!'", "1::text",
			"(SELECT ';')", "CASE WHEN true THEN 1 END", "'{\"a\": \";\"}'::json->>'a'", "1 AS \"q;\"\"\"", "B'01'",
			"x'1F'", "N'n;'", "1.5e-3", "1 AS end", "a$b$c FROM (SELECT 1 AS a$b$c) x", "1$$;$$", "'\u00a0;'",
			"1 AS \u00a0", "1+/*;*/2", "1*-2", "3%-2", "1 --;\n+ 1" };

	private static final String BLOCKS = """
			CREATE TABLE t (a int); CREATE TABLE log (a int);
			/* ; */ CREATE FUNCTION sign_of(begin int) RETURNS text LANGUAGE sql
			BEGIN -- atomic;
			 ATOMIC
			  SELECT CASE WHEN begin < 0 THEN 'minus;' ELSE (CASE begin WHEN 0 THEN ';' END) END AS end;
			END;
			create procedure p(x int)
			begin atomic
			  insert into t values (x);
			  with e as (select x as "end;") insert into log select e."end;" from e;
			  insert into log select c.end from (select 7 as end) c;
			end;
			CREATE RULE r AS ON INSERT TO t DO ALSO (
			  INSERT INTO log VALUES (NEW.a + 1);
			  UPDATE t SET a = a -- ;
			);
			-- it's a quoted body
			-- and one in dollars
			CREATE FUNCTION quoted() RETURNS text LANGUAGE plpgsql AS '
			  BEGIN RETURN ''x;''; END;
			'
			;
			DO $$ BEGIN PERFORM 1; END; $$; -- done;
			CALL p(2)""";

	private static final String[] GAPS = { ";", ";;", ";\n", "; -- it's;\n", ";/* ; */", " ;\r\n", ";\r", ";\f\t" };

	@Test
	void agreesOnRandomScripts() throws SQLException {
		try (TestDatabase database = TestPostgres.database();
				Connection connection = DriverManager.getConnection(
						database.url() + (database.url().contains("?") ? "&" : "?") + "preferQueryMode=simple",
						database.user(), database.password());
				Statement statement = connection.createStatement()) {
			statement.setEscapeProcessing(false);
			Random random = new Random(SEED);
			int accepted = 0;
			for (int i = 0; i < SCRIPTS; i++) {
				String text = (i % 4 == 0) ? script(random) : RandomSql.mutate(script(random), random);
				List<String> whole = answers(statement, List.of(text));
				assertThat(answersToPieces(statement, text)).as("seed %s, script %s:%n%s", SEED, i, text)
					.isEqualTo(whole);
				accepted += (whole != null) ? 1 : 0;
			}
			assertThat(accepted).isGreaterThan(SCRIPTS / 10 * 3);
			System.out.println("fuzzed scripts judged by PostgreSQL: " + SCRIPTS + ", " + accepted
					+ " of them accepted, boundaries judged differently 0");
		}
	}

	@Test
	void takesEachStatementOfAScriptWithBlocks() {
		List<SqlStatement> statements = StatementSplitter.split(BLOCKS, "x.sql", LexicalRules.POSTGRESQL).statements();
		assertThat(statements).extracting((statement) -> statement.location().line())
			.containsExactly(1, 1, 2, 7, 13, 19, 23, 24);
		try (TestDatabase database = TestPostgres.database()) {
			database.execute(statements.stream().map(SqlStatement::text).toArray(String[]::new));
			assertThat(database.strings("SELECT a FROM log ORDER BY a")).containsExactly("2", "3", "7");
			assertThat(database.string("SELECT sign_of(-5) || quoted()")).isEqualTo("minus;x;");
		}
	}

	private static String script(Random random) {
		StringBuilder text = new StringBuilder();
		for (int i = 1 + random.nextInt(4); i > 0; i--) {
			text.append("SELECT ").append(EXPRESSIONS[random.nextInt(EXPRESSIONS.length)]);
			text.append(GAPS[random.nextInt(GAPS.length)]);
		}
		return text.toString();
	}

	private static @Nullable List<String> answersToPieces(Statement statement, String text) {
		try {
			return answers(statement,
					StatementSplitter.split(text, "x.sql", LexicalRules.POSTGRESQL)
						.statements()
						.stream()
						.map(SqlStatement::text)
						.toList());
		}
		catch (MigrateException ex) {
			return null;
		}
	}

	/** One text for each result, or null if the server refuses. */
	private static @Nullable List<String> answers(Statement statement, List<String> texts) {
		List<String> answers = new ArrayList<>();
		try {
			for (String text : texts) {
				boolean isResult = statement.execute(text);
				while (isResult || statement.getUpdateCount() >= 0) {
					if (isResult) {
						answers.add(row(statement.getResultSet()));
					}
					isResult = statement.getMoreResults();
				}
			}
			return answers;
		}
		catch (SQLException ex) {
			return null;
		}
	}

	private static String row(ResultSet rows) throws SQLException {
		StringBuilder row = new StringBuilder();
		while (rows.next()) {
			for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
				row.append(rows.getMetaData().getColumnLabel(column))
					.append('=')
					.append(rows.getString(column))
					.append('|');
			}
		}
		return row.toString();
	}

}

package dev.migrate.sql;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.error.MigrateException;
import dev.migrate.error.SourceLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StopLineTests {

	private static final String LINE = "-- migrate:downgrade";

	@ParameterizedTest
	@ValueSource(strings = { "SELECT 1;\n", "SELECT 1\n", "SELECT 1;\r\n", "SELECT 1;\r", "SELECT 1; -- x\n",
			"SELECT 1;\n  \t", "SELECT 1;\n/* x */\n", "SELECT 1 --\n" })
	void endsAtTheLine(String before) {
		SqlScript script = split(before + LINE + "\nDROP TABLE t;");
		assertThat(script.end()).isEqualTo(before.length());
		assertThat(script.statements()).extracting(SqlStatement::text).containsExactly("SELECT 1");
		SplitCase.checkRoundTrip(script.source(), script);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\uFEFF", "\n", "\uFEFF  " })
	void mayBeTheFirstLine(String before) {
		SqlScript script = split(before + LINE);
		assertThat(script.end()).isEqualTo(before.length());
		assertThat(script.statements()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "DO $$\n-- migrate:downgrade\n$$;", "SELECT '\n-- migrate:downgrade\n';",
			"SELECT \"\n-- migrate:downgrade\n\";", "SELECT E'\\'\n-- migrate:downgrade\n';",
			"/*\n-- migrate:downgrade\n*/ SELECT 1;", "/* /* */\n-- migrate:downgrade\n*/ SELECT 1;",
			"COPY t FROM STDIN;\n-- migrate:downgrade\n\\.\n", "SELECT 1; -- migrate:downgrade",
			"SELECT 1\n, 2 -- migrate:downgrade\n;", "/*\n*/-- migrate:downgrade\nSELECT 1;" })
	void isNoLineOfItsOwnInsideSomethingElse(String text) {
		SqlScript script = split(text);
		assertThat(script.end()).isEqualTo(text.length());
		assertThat(script.statements()).hasSize(1);
	}

	@Test
	void aSectionCanBeReadFromTheMiddle() {
		String text = "-- migrate:upgrade\nSELECT 1;\n\n-- migrate:downgrade\nSELECT 2;\n";
		int from = text.indexOf('\n') + 1;
		SqlScript script = StatementSplitter.split(text, from, SourceLocation.of("x.sql", 2), LexicalRules.POSTGRESQL,
				LINE::equals);
		assertThat(script.start()).isEqualTo(from);
		assertThat(script.statements())
			.containsExactly(new SqlStatement("SELECT 1", new SourceLocation("x.sql", 2, 1)));
		assertThat(script.endLocation()).hasToString("x.sql:4:1");
		SplitCase.checkRoundTrip(text, script);
	}

	@ParameterizedTest
	@ValueSource(strings = { "SELECT (1\n", "CREATE PROCEDURE p() BEGIN ATOMIC SELECT 1;\n", "COPY t FROM STDIN\n",
			"CREATE RULE r AS ON INSERT TO t DO ALSO (SELECT 1;\n" })
	void nothingMayBeOpenAtTheLine(String before) {
		assertThatExceptionOfType(MigrateException.class).isThrownBy(() -> split(before + LINE + "\nSELECT 1)"));
	}

	@Test
	void everyCommentLineIsAskedFor() {
		List<String> asked = new ArrayList<>();
		StatementSplitter.split("--a\n -- b \r\nSELECT 1 -- c\n;/* -- d */\n--e", 0, SourceLocation.of("x.sql"),
				LexicalRules.POSTGRESQL, (comment) -> {
					asked.add(comment);
					return false;
				});
		assertThat(asked).containsExactly("--a", "-- b ", "--e");
	}

	private static SqlScript split(String text) {
		return StatementSplitter.split(text, 0, SourceLocation.of("x.sql"), LexicalRules.POSTGRESQL, LINE::equals);
	}

}

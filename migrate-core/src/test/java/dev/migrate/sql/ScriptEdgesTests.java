package dev.migrate.sql;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What surrounds statements: the same for every database unless its name is in the case.
 */
class ScriptEdgesTests {

	@ParameterizedTest(name = "{0}")
	@MethodSource("cases")
	void readsEverywhereAlike(SplitCase splitCase) {
		splitCase.check(LexicalRules.POSTGRESQL);
		splitCase.check(LexicalRules.H2);
	}

	static List<SplitCase> cases() {
		return List.of(SplitCase.of("empty", ""), SplitCase.of("blanks only", " \t\r\n\f "),
				SplitCase.of("comments only", "-- a;\n/* b; */"), SplitCase.of("semicolons only", ";; ;\n;"),
				SplitCase.of("byte order mark only", "\uFEFF"),
				SplitCase.of("byte order mark", "\uFEFFSELECT 1;", "1:1 SELECT 1"),
				SplitCase.of("byte order mark before a comment", "\uFEFF-- a;\nSELECT 1;", "2:1 SELECT 1"),
				SplitCase.of("no final newline", "SELECT 1;\nSELECT 2", "1:1 SELECT 1", "2:1 SELECT 2"),
				SplitCase.of("runs of semicolons", ";;SELECT 1;;\n;SELECT 2;;", "1:3 SELECT 1", "2:2 SELECT 2"),
				SplitCase.of("CRLF", "SELECT\r\n 1;\r\n\r\nSELECT 2;\r\n", "1:1 SELECT\r\n 1", "4:1 SELECT 2"),
				SplitCase.of("lone CR", "SELECT 1;\rSELECT 2;\r\rSELECT 3", "1:1 SELECT 1", "2:1 SELECT 2",
						"4:1 SELECT 3"),
				SplitCase.of("form feed", "SELECT 1;\fSELECT\f2\f;", "1:1 SELECT 1", "1:11 SELECT\f2"),
				SplitCase.of("tabs count one", "\t\tSELECT 1\t;", "1:3 SELECT 1"),
				SplitCase.of("characters beyond the basic plane", "SELECT '😀;' AS 名前;SELECT 2;",
						"1:1 SELECT '😀;' AS 名前", "1:20 SELECT 2"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("postgresqlCases")
	void takesForBlankWhatTheServerDoes(SplitCase splitCase) {
		splitCase.check(LexicalRules.POSTGRESQL);
	}

	static Stream<SplitCase> postgresqlCases() {
		return Stream.of(
				SplitCase.of("a no-break space is a letter to PostgreSQL", "SELECT 1;\u00a0SELECT 2;", "1:1 SELECT 1",
						"1:10 \u00a0SELECT 2"),
				SplitCase.of("a line separator too", "SELECT 1;\u2028;", "1:1 SELECT 1", "1:10 \u2028"),
				SplitCase.of("a byte order mark in the middle too", "SELECT 1;\uFEFFSELECT 2;", "1:1 SELECT 1",
						"1:10 \uFEFFSELECT 2"),
				SplitCase.of("a line separator doesn't end a line comment", "-- a\u2028SELECT 1;\nSELECT 2",
						"2:1 SELECT 2"),
				SplitCase.of("a vertical tab is blank", "SELECT 1;\u000bSELECT 2;", "1:1 SELECT 1", "1:11 SELECT 2"));
	}

}

package dev.migrate.sql;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class H2SplittingTests {

	@ParameterizedTest(name = "{0}")
	@MethodSource("cases")
	void splitsWhereTheDatabaseDoes(SplitCase splitCase) {
		splitCase.check(LexicalRules.H2);
	}

	static List<SplitCase> cases() {
		return List.of(
				SplitCase.of("source code in dollars", "CREATE ALIAS f AS $$ int f() { return 1; } $$;SELECT 2;",
						"1:1 CREATE ALIAS f AS $$ int f() { return 1; } $$", "1:47 SELECT 2"),
				SplitCase.of("dollar quotes have no tags", "SELECT $a$;SELECT $a$;", "1:1 SELECT $a$",
						"1:12 SELECT $a$"),
				SplitCase.of("line comment of slashes", "// it's; a\nSELECT 1; // b;\nSELECT 6/2;", "2:1 SELECT 1",
						"3:1 SELECT 6/2"),
				SplitCase.of("an operator before slashes", "SELECT 6*//;\n2;", "1:1 SELECT 6*//;\n2"),
				SplitCase.of("nested comment", "SELECT /* a /* b; */ ; */ 1;SELECT 2",
						"1:1 SELECT /* a /* b; */ ; */ 1", "1:29 SELECT 2"),
				SplitCase.of("literal with a trailing backslash", "SELECT 'C:\\';SELECT 2;", "1:1 SELECT 'C:\\'",
						"1:14 SELECT 2"),
				SplitCase.of("no escape strings", "SELECT E'\\';SELECT 2;", "1:1 SELECT E'\\'", "1:13 SELECT 2"),
				SplitCase.of("backticks", "SELECT `a;b`, \"c;d\" FROM t;SELECT 2;", "1:1 SELECT `a;b`, \"c;d\" FROM t",
						"1:28 SELECT 2"),
				SplitCase.of("brackets are an array's", "SELECT a[1];SELECT 2;", "1:1 SELECT a[1]", "1:13 SELECT 2"),
				SplitCase.of("parameters", "SELECT ?1, ?;SELECT $1;", "1:1 SELECT ?1, ?", "1:14 SELECT $1"),
				SplitCase.of("unicode literal", "SELECT U&'a;!0041' UESCAPE '!';SELECT 2;",
						"1:1 SELECT U&'a;!0041' UESCAPE '!'", "1:32 SELECT 2"),
				SplitCase.of("no atomic blocks", "CREATE FUNCTION f BEGIN ATOMIC a; END;",
						"1:1 CREATE FUNCTION f BEGIN ATOMIC a", "1:35 END"),
				SplitCase.of("no copy data", "COPY t FROM STDIN;\nSELECT 2;", "1:1 COPY t FROM STDIN", "2:1 SELECT 2"),
				SplitCase.of("unicode spaces are blanks", "\u00a0SELECT\u00a01;\u2028\u00a0;\u3000SELECT 2\u00a0",
						"1:2 SELECT\u00a01", "1:15 SELECT 2"));
	}

}

package dev.migrate.sql;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class PostgresqlSplittingTests {

	@ParameterizedTest(name = "{0}")
	@MethodSource("cases")
	void splitsWhereTheServerDoes(SplitCase splitCase) {
		splitCase.check(LexicalRules.POSTGRESQL);
	}

	static Stream<SplitCase> cases() {
		return Stream.of(quotes(), dollars(), comments(), blocks(), operators(), words()).flatMap(List::stream);
	}

	private static List<SplitCase> quotes() {
		return List.of(
				SplitCase.of("semicolon in a literal", "SELECT 'a;b';SELECT 2;", "1:1 SELECT 'a;b'", "1:14 SELECT 2"),
				SplitCase.of("doubled quote", "SELECT 'it''s;', '''', '';SELECT 2", "1:1 SELECT 'it''s;', '''', ''",
						"1:27 SELECT 2"),
				SplitCase.of("escape string", "SELECT E'it\\'s; x';\nSELECT 2;", "1:1 SELECT E'it\\'s; x'",
						"2:1 SELECT 2"),
				SplitCase.of("escape string in lower case", "SELECT e'it\\'s; x';\nSELECT 2;",
						"1:1 SELECT e'it\\'s; x'", "2:1 SELECT 2"),
				SplitCase.of("escape string glued to an operator", "SELECT 'a'||E'\\';';SELECT(e'\\';');",
						"1:1 SELECT 'a'||E'\\';'", "1:20 SELECT(e'\\';')"),
				SplitCase.of("a blank between E and a literal makes it a plain one", "SELECT E '\\';SELECT 2;",
						"1:1 SELECT E '\\'", "1:14 SELECT 2"),
				SplitCase.of("an identifier that ends with e before a literal", "SELECT name'\\';SELECT 2;",
						"1:1 SELECT name'\\'", "1:16 SELECT 2"),
				SplitCase.of("plain literal with a trailing backslash", "SELECT 'C:\\';SELECT 2;", "1:1 SELECT 'C:\\'",
						"1:14 SELECT 2"),
				SplitCase.of("escape string with two trailing backslashes", "SELECT E'C:\\\\';SELECT 2;",
						"1:1 SELECT E'C:\\\\'", "1:16 SELECT 2"),
				SplitCase.of("doubled quote in an escape string", "SELECT E'a''\\';';SELECT 2;",
						"1:1 SELECT E'a''\\';'", "1:18 SELECT 2"),
				SplitCase.of("unicode literal and identifier",
						"SELECT U&'\\0041;!0041' UESCAPE '!', u&\"d\\0061;t\" FROM x;SELECT 2",
						"1:1 SELECT U&'\\0041;!0041' UESCAPE '!', u&\"d\\0061;t\" FROM x", "1:57 SELECT 2"),
				SplitCase.of("a backslash is no escape in a unicode literal", "SELECT U&'\\\\' ;SELECT 2;",
						"1:1 SELECT U&'\\\\'", "1:16 SELECT 2"),
				SplitCase.of("bit, hex and national literals", "SELECT B'01', x'F;', N'a;';SELECT 2",
						"1:1 SELECT B'01', x'F;', N'a;'", "1:28 SELECT 2"),
				SplitCase.of("literal that goes on in the next line", "SELECT 'a;'\n  'b;';\nSELECT 2;",
						"1:1 SELECT 'a;'\n  'b;'", "3:1 SELECT 2"),
				SplitCase.of("escapes go on in the next line", "SELECT E'a'\n  'b\\';c';SELECT 2;",
						"1:1 SELECT E'a'\n  'b\\';c'", "2:11 SELECT 2"),
				SplitCase.of("escapes go on behind a comment", "SELECT E'a' -- it's\n\t'b\\';c';SELECT 2;",
						"1:1 SELECT E'a' -- it's\n\t'b\\';c'", "2:10 SELECT 2"),
				SplitCase.of("escapes don't go on behind an operator", "SELECT E'a' ||\n'b\\';SELECT 2;",
						"1:1 SELECT E'a' ||\n'b\\'", "2:6 SELECT 2"),
				SplitCase.of("escapes don't go on in the same line", "SELECT E'a' 'b\\';SELECT 2;",
						"1:1 SELECT E'a' 'b\\'", "1:18 SELECT 2"),
				SplitCase.of("quoted identifier", "SELECT \"a;\"\"b;'\" FROM t;SELECT 2;",
						"1:1 SELECT \"a;\"\"b;'\" FROM t", "1:25 SELECT 2"),
				SplitCase.of("quoted function body",
						"CREATE FUNCTION f() RETURNS text AS 'BEGIN RETURN ''a;b''; END;' LANGUAGE plpgsql;SELECT 2;",
						"1:1 CREATE FUNCTION f() RETURNS text AS 'BEGIN RETURN ''a;b''; END;' LANGUAGE plpgsql",
						"1:83 SELECT 2"));
	}

	private static List<SplitCase> dollars() {
		return List.of(
				SplitCase.of("anonymous dollar quote", "DO $$ BEGIN a; b; END; $$;\nSELECT 2;",
						"1:1 DO $$ BEGIN a; b; END; $$", "2:1 SELECT 2"),
				SplitCase.of("dollar quote with a SQL body",
						"CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1; SELECT 2; $$;SELECT 2;",
						"1:1 CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1; SELECT 2; $$",
						"1:75 SELECT 2"),
				SplitCase.of("tagged quote holds an anonymous one", "DO $a$ x; $$ y; $$ $a$;SELECT 2;",
						"1:1 DO $a$ x; $$ y; $$ $a$", "1:24 SELECT 2"),
				SplitCase.of("tagged quote holds a longer tag", "DO $a$ x; $ab$ y; $ab$ $a$;SELECT 2;",
						"1:1 DO $a$ x; $ab$ y; $ab$ $a$", "1:28 SELECT 2"),
				SplitCase.of("longer tag holds a shorter one", "DO $ab$ x; $a$ y; $ab$;SELECT 2;",
						"1:1 DO $ab$ x; $a$ y; $ab$", "1:24 SELECT 2"),
				SplitCase.of("two tags share a dollar", "DO $$;$a$$;SELECT 2;", "1:1 DO $$;$a$$", "1:12 SELECT 2"),
				SplitCase.of("tag with other letters", "DO $é_1$ a;' $é_1$;DO $日本$ ;\" $日本$", "1:1 DO $é_1$ a;' $é_1$",
						"1:20 DO $日本$ ;\" $日本$"),
				SplitCase.of("a tag is compared with its case", "DO $A$ ;$a$; $A$;SELECT 2", "1:1 DO $A$ ;$a$; $A$",
						"1:18 SELECT 2"),
				SplitCase.of("a dollar inside a word is no tag", "SELECT a$b$c;SELECT a$$;SELECT 3", "1:1 SELECT a$b$c",
						"1:14 SELECT a$$", "1:25 SELECT 3"),
				SplitCase.of("a tag doesn't begin with a digit", "SELECT $1$;SELECT $1$;", "1:1 SELECT $1$",
						"1:12 SELECT $1$"),
				SplitCase.of("parameters", "PREPARE p AS SELECT $1, $2;EXECUTE p(1, 2);",
						"1:1 PREPARE p AS SELECT $1, $2", "1:28 EXECUTE p(1, 2)"),
				SplitCase.of("a word behind the closing tag", "DO $$ a; $$LANGUAGE plpgsql;SELECT 2;",
						"1:1 DO $$ a; $$LANGUAGE plpgsql", "1:29 SELECT 2"),
				SplitCase.of("a number before the opening tag", "SELECT 1$$;$$;SELECT 2;", "1:1 SELECT 1$$;$$",
						"1:15 SELECT 2"),
				SplitCase.of("empty body", "DO $$$$;SELECT 2;", "1:1 DO $$$$", "1:9 SELECT 2"),
				SplitCase.of("a body counts lines", "DO $$\r\n;\r\n$$;\r\nSELECT 2;", "1:1 DO $$\r\n;\r\n$$",
						"4:1 SELECT 2"));
	}

	private static List<SplitCase> comments() {
		return List.of(
				SplitCase.of("nested comment", "SELECT 1 /* a; /* b'; */ \" ; */ + 1;SELECT 2;",
						"1:1 SELECT 1 /* a; /* b'; */ \" ; */ + 1", "1:37 SELECT 2"),
				SplitCase.of("comment of stars and slashes", "SELECT /***/ 1 /*/ ; */ ;SELECT /*//*;*/*/ 2;",
						"1:1 SELECT /***/ 1", "1:26 SELECT /*//*;*/*/ 2"),
				SplitCase.of("apostrophe in a line comment", "-- it's one;\nSELECT 1; -- don't\nSELECT 2",
						"2:1 SELECT 1", "3:1 SELECT 2"),
				SplitCase.of("comment at the end", "SELECT 1; -- end; of 'file", "1:1 SELECT 1"),
				SplitCase.of("comment before the semicolon", "SELECT 1 -- one;\n /* ; */ ;SELECT 2;", "1:1 SELECT 1",
						"2:11 SELECT 2"),
				SplitCase.of("comments before and inside", "/* a */ -- b\n  SELECT -- c;\n 1;", "2:3 SELECT -- c;\n 1"),
				SplitCase.of("a lone CR ends a line comment", "-- a\rSELECT 1;\rSELECT 2;", "2:1 SELECT 1",
						"3:1 SELECT 2"),
				SplitCase.of("a hint belongs to its statement", "-- x\n/*+ SeqScan(t) */ SELECT 1;",
						"2:1 /*+ SeqScan(t) */ SELECT 1"),
				SplitCase.of("a hint alone is no statement", "/*+ SeqScan(t) */;"));
	}

	private static List<SplitCase> blocks() {
		String atomic = "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; RETURN CASE WHEN true THEN 1 END; END";
		String lower = "create or replace procedure p(begin int) language sql begin /* ; */\n  -- x;\n atomic"
				+ " insert into t select (case a when 1 then (case when b then 1 end) end); select x.end, 1 as end,"
				+ " 2 as case; end";
		return List.of(SplitCase.of("atomic body", atomic + ";SELECT 2;", "1:1 " + atomic, "1:94 SELECT 2"),
				SplitCase.of("atomic body in lower case over lines", lower + ";select 2;", "1:1 " + lower,
						"3:120 select 2"),
				SplitCase.of("empty atomic body", "CREATE PROCEDURE p() BEGIN ATOMIC END;SELECT 2;",
						"1:1 CREATE PROCEDURE p() BEGIN ATOMIC END", "1:39 SELECT 2"),
				SplitCase.of("transactions are no blocks", "BEGIN; INSERT INTO t VALUES (1); COMMIT; END;", "1:1 BEGIN",
						"1:8 INSERT INTO t VALUES (1)", "1:34 COMMIT", "1:42 END"),
				SplitCase.of("rule with several actions",
						"CREATE OR REPLACE RULE r AS ON INSERT TO t DO ALSO (INSERT INTO a VALUES (1); DELETE FROM b);"
								+ "SELECT 2;",
						"1:1 CREATE OR REPLACE RULE r AS ON INSERT TO t DO ALSO (INSERT INTO a VALUES (1); DELETE FROM b)",
						"1:94 SELECT 2"));
	}

	private static List<SplitCase> operators() {
		return List.of(
				SplitCase.of("JSON operators", "SELECT a->>'a;b' @> c #>> '{;}';SELECT 2",
						"1:1 SELECT a->>'a;b' @> c #>> '{;}'", "1:33 SELECT 2"),
				SplitCase.of("two signs with a blank", "SELECT 1 - -1;SELECT 2", "1:1 SELECT 1 - -1", "1:15 SELECT 2"),
				SplitCase.of("two signs are a comment", "SELECT 1 --1;SELECT 2", "1:1 SELECT 1"),
				SplitCase.of("an operator ends where a comment begins", "SELECT a @--;\n b;SELECT 3 +/* ; */ 4;",
						"1:1 SELECT a @--;\n b", "2:4 SELECT 3 +/* ; */ 4"),
				SplitCase.of("operator made of comment marks", "SELECT a */* ; */ b;SELECT 2;",
						"1:1 SELECT a */* ; */ b", "1:21 SELECT 2"),
				SplitCase.of("question marks and braces", "SELECT a ?| b, {d '1;2'}, c ? 'x;';SELECT 2",
						"1:1 SELECT a ?| b, {d '1;2'}, c ? 'x;'", "1:36 SELECT 2"));
	}

	private static List<SplitCase> words() {
		return List.of(
				SplitCase.of("words that mean something elsewhere",
						"SELECT go, begin, delimiter, copy FROM\ngo\n/\nx;END",
						"1:1 SELECT go, begin, delimiter, copy FROM\ngo\n/\nx", "4:3 END"),
				SplitCase.of("a delimiter line is just words", "DELIMITER //\nSELECT 1;", "1:1 DELIMITER //\nSELECT 1"),
				SplitCase.of("copy from a file has no data", "COPY t FROM '/x;y';COPY t FROM PROGRAM 'cat';SELECT 3;",
						"1:1 COPY t FROM '/x;y'", "1:20 COPY t FROM PROGRAM 'cat'", "1:46 SELECT 3"),
				SplitCase.of("copy to stdout has no data", "COPY (SELECT a FROM stdin) TO STDOUT;SELECT 2;",
						"1:1 COPY (SELECT a FROM stdin) TO STDOUT", "1:38 SELECT 2"));
	}

	@Test
	void readsCopyData() {
		String text = "COPY t (a, b) FROM STDIN;\n1\tit's; x\n2\t\\.x\n\\.\nSELECT 2;\n";
		SqlScript script = StatementSplitter.split(text, "x.sql", LexicalRules.POSTGRESQL);
		assertThat(script.statements()).extracting(SqlStatement::text)
			.containsExactly("COPY t (a, b) FROM STDIN", "SELECT 2");
		assertThat(script.statements().get(0).copyData()).isEqualTo("1\tit's; x\n2\t\\.x\n");
		assertThat(script.statements().get(1).location()).hasToString("x.sql:5:1");
		SplitCase.checkRoundTrip(text, script);
	}

}

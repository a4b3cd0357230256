package dev.migrate.sql;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TokenDigestTests {

	@ParameterizedTest
	@CsvSource(quoteCharacter = '~', delimiter = '|', textBlock = """
			SELECT a, b FROM t;       | SELECT  a,b%n  FROM t%n;
			SELECT 1;                 | -- why%nSELECT /* what; */ 1 -- one%n;
			SELECT 1; SELECT 2;       | ;;SELECT 1;%r%n;SELECT 2
			SELECT Name FROM T;       | select name from t
			SELECT 1E5, 0x1F;         | SELECT 1e5, 0x1f
			SELECT a=-1;              | SELECT a = - 1
			SELECT a<-1, b->>'c';     | SELECT a < -1, b ->> 'c'
			DO $$ a;%n b $$;          | DO $$ a;%r%n b $$
			SELECT 'a%nb';            | SELECT 'a%r%nb'
			DO $$a$$LANGUAGE sql;     | DO $$a$$ language SQL;
			COPY t FROM STDIN;%n1%n\\.%n | COPY t FROM STDIN ;%r%n1%r%n\\.%r%n
			""")
	void theLayoutDoesNotCount(String one, String other) {
		assertThat(digest(one)).isEqualTo(digest(other));
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '~', delimiter = '|', textBlock = """
			a b                       | ab
			SELECT 1 2                | SELECT 12
			SELECT - -1               | SELECT --1
			SELECT 1 .5               | SELECT 1.5
			SELECT 0 x1F              | SELECT 0x1F
			SELECT 1e -5              | SELECT 1e-5
			SELECT a : : b            | SELECT a::b
			SELECT a < = b            | SELECT a <= b
			SELECT 1; SELECT 2;       | SELECT 1 SELECT 2;
			SELECT 1; SELECT 2; x     | SELECT 1; SELECT; 2 x
			SELECT 'a'                | SELECT 'A'
			SELECT 'a b'              | SELECT 'a  b'
			SELECT 'a%nb'             | SELECT 'a%rb'
			SELECT 'a''b'             | SELECT 'a' 'b'
			SELECT 'a'                | SELECT a
			SELECT "a"                | SELECT a
			SELECT "a"                | SELECT "A"
			SELECT 'a -- b'           | SELECT 'a '
			DO $$ a $$                | DO $$ a  $$
			DO $$ a -- b%n $$         | DO $$ a%n $$
			DO $$ a $$                | DO $x$ a $x$
			SELECT 1                  | /*+ SeqScan(t) */ SELECT 1
			SELECT /*+ A */ 1         | SELECT /*+ B */ 1
			SELECT É                  | SELECT é
			COPY t FROM STDIN;%n1%n\\.%n | COPY t FROM STDIN;%n2%n\\.%n
			COPY t FROM STDIN;%n\\.%n    | COPY t FROM STDIN;%n%n\\.%n
			""")
	void whatTheDatabaseSeesCounts(String one, String other) {
		assertThat(digest(one)).isNotEqualTo(digest(other));
	}

	@Test
	void theOrderCounts() {
		assertThat(digest("SELECT 1; SELECT 2")).isNotEqualTo(digest("SELECT 2; SELECT 1"));
	}

	@Test
	void theFormIsFrozen() {
		assertThat(TokenDigest.ALGORITHM).isEqualTo(1);
		assertThat(digest("")).isEqualTo("1:e3b0c44298fc1c149afbf4c8996fb924");
		assertThat(digest("SELECT a <> 'É😀' /* x */ FROM \"T\";\nDO $$ ; $$;"))
			.isEqualTo("1:1fbcbc6a48ca28bb95b644a4ab6a4572");
		assertThat(TokenDigest.of(
				StatementSplitter.split("CREATE TABLE `A` (b INT);", "x.sql", LexicalRules.H2).statements(),
				LexicalRules.H2))
			.isEqualTo("1:a4c39cc10dbabdc80b00fabc5e500a48");
	}

	@Test
	void tokensKeepTheirText() {
		SqlStatement statement = StatementSplitter
			.split("SELECT /* x */ a.\"B\"::text >= $1 -- y\n+ 'c;'", "x.sql", LexicalRules.POSTGRESQL)
			.statements()
			.get(0);
		assertThat(StatementTokens.of(statement, LexicalRules.POSTGRESQL)).extracting(Token::text)
			.containsExactly("SELECT", "a", ".", "\"B\"", "::", "text", ">=", "$1", "+", "'c;'");
	}

	private static String digest(String text) {
		SqlScript script = StatementSplitter.split(text.replace("%n", "\n").replace("%r", "\r"), "x.sql",
				LexicalRules.POSTGRESQL);
		return TokenDigest.of(script.statements(), LexicalRules.POSTGRESQL);
	}

}

package dev.migrate.sql;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.error.SourceLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class UnterminatedTextTests {

	private static final String BEFORE = "SELECT 1;\n  SELECT ";

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			'a; SELECT 2;                     | An unterminated literal begins at x.sql:2:10.
			E'a\\'; SELECT 2;                 | An unterminated literal begins at x.sql:2:10.
			'a''; SELECT 2;                   | An unterminated literal begins at x.sql:2:10.
			U&'a;                             | An unterminated literal begins at x.sql:2:10.
			"a; SELECT 2;                     | An unterminated quoted identifier begins at x.sql:2:10.
			u&"a;                             | An unterminated quoted identifier begins at x.sql:2:10.
			$$ a; $a$                         | An unterminated dollar quote $$ begins at x.sql:2:10.
			$a$ a; $$ $A$ $ab$                | An unterminated dollar quote $a$ begins at x.sql:2:10.
			/* a; /* b */                     | An unterminated block comment begins at x.sql:2:10.
			/*/                               | An unterminated block comment begins at x.sql:2:10.
			/*+ hint                          | An unterminated block comment begins at x.sql:2:10.
			(a, (b);                          | The parenthesis at x.sql:2:10 is never closed.
			((a, b)                           | The parenthesis at x.sql:2:10 is never closed.
			""")
	void isAnErrorAtItsOpening(String text, String message) {
		refuses(BEFORE + text, LexicalRules.POSTGRESQL, message);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '~', delimiter = '|', textBlock = """
			'a; SELECT 2;    | An unterminated literal begins at x.sql:2:10.
			`a; SELECT 2;    | An unterminated quoted identifier begins at x.sql:2:10.
			$$ a; $          | An unterminated dollar quote $$ begins at x.sql:2:10.
			/* a; /* b */    | An unterminated block comment begins at x.sql:2:10.
			""")
	void isAnErrorInH2Too(String text, String message) {
		refuses(BEFORE + text, LexicalRules.H2, message);
	}

	@Test
	void anAtomicBlockNeedsItsEnd() {
		refuses("CREATE FUNCTION f() RETURNS int\nBEGIN ATOMIC SELECT CASE WHEN a THEN 1 END; SELECT 2;\nSELECT 3;",
				LexicalRules.POSTGRESQL, "An unterminated BEGIN ATOMIC block begins at x.sql:2:1.");
	}

	@Test
	void aRuleNeedsItsParenthesis() {
		refuses("CREATE RULE r AS ON INSERT TO t DO ALSO (DELETE FROM a; SELECT 1;\nSELECT 3;", LexicalRules.POSTGRESQL,
				"The parenthesis at x.sql:1:41 is never closed.");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "COPY t FROM STDIN;\n1\n2\n", "COPY t FROM STDIN;\n1\n \\.\n", "COPY t FROM STDIN;\n1\n\\. \n",
					"COPY t FROM STDIN;", "COPY t FROM STDIN", "COPY t FROM stdin -- x", "COPY t FROM STDIN;\n1\\.\n" })
	void copyDataNeedTheirMarker(String text) {
		refuses("-- x\n" + text, LexicalRules.POSTGRESQL,
				"The data of the COPY … FROM STDIN at x.sql:2:1 have no end.");
	}

	@Test
	void copyDataBeginOnTheNextLine() {
		refuses("COPY t FROM STDIN; 1\n\\.\n", LexicalRules.POSTGRESQL,
				"The data of COPY … FROM STDIN begin on the line after it, not at x.sql:1:20.");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			\\set x 1         | \\set     | Write the value where it is used.
			\\i other.sql     | \\i       | Copy the statements of that file
			\\restrict abc    | \\restrict | pg_dump writes it to guard psql only
			\\connect other   | \\connect | the database it is for
			\\.               | a backslash outside quotes | Remove it
			\\whatever        | \\whatever | or write it as SQL
			""")
	void commandsForPsqlAreRefusedWithAWayOut(String text, String named, String hint) {
		assertThatExceptionOfType(MigrateException.class)
			.isThrownBy(() -> StatementSplitter.split("SELECT 1;\n" + text + "\n", "x.sql", LexicalRules.POSTGRESQL))
			.satisfies((ex) -> {
				assertThat(ex.code()).isEqualTo(ErrorCode.INVALID_SOURCE);
				assertThat(ex.getMessage()).contains(named).contains("x.sql:2:1");
				assertThat(ex.hint()).contains(hint);
			});
	}

	@Test
	void aCommandForPsqlInsideQuotesIsText() {
		SplitCase.of("", "SELECT '\\set', $$\\i$$ /* \\i */;", "1:1 SELECT '\\set', $$\\i$$")
			.check(LexicalRules.POSTGRESQL);
	}

	@Test
	void placesCountFromTheOrigin() {
		String text = "header\n  SELECT 1;\nSELECT 'a";
		assertThatExceptionOfType(MigrateException.class)
			.isThrownBy(() -> StatementSplitter.split(text, 7, new SourceLocation("y.sql", 12, 0),
					LexicalRules.POSTGRESQL, (comment) -> false))
			.withMessageContaining("y.sql:13:8");
	}

	private static void refuses(String text, LexicalRules rules, String message) {
		assertThatExceptionOfType(MigrateException.class)
			.isThrownBy(() -> StatementSplitter.split(text, "x.sql", rules))
			.withMessage(message)
			.satisfies((ex) -> {
				assertThat(ex.code()).isEqualTo(ErrorCode.INVALID_SOURCE);
				assertThat(ex.hint()).isNotBlank();
			});
	}

}

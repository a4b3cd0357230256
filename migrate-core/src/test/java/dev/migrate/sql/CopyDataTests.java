package dev.migrate.sql;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CopyDataTests {

	@ParameterizedTest
	@ValueSource(strings = { "COPY t FROM STDIN", "copy t (a, \"from;\") from stdin",
			"COPY t FROM STDIN WITH (FORMAT csv, HEADER, DELIMITER ';', QUOTE '\"')", "COPY t FROM /* ; */\nSTDIN CSV",
			"COPY s.t FROM STDIN WHERE a > 1", "COPY BINARY t FROM STDOUT" })
	void everyFormIsRecognised(String copy) {
		SqlScript script = split(copy + " ;\n1;'\t$$\n\\.\nSELECT 2;\n");
		assertThat(script.statements()).extracting(SqlStatement::text).containsExactly(copy, "SELECT 2");
		assertThat(script.statements()).extracting(SqlStatement::copyData).containsExactly("1;'\t$$\n", null);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			COPY t FROM STDIN;%n1%n2%n\\.%n      | 1%n2%n
			COPY t FROM STDIN;  %n1%n\\.         | 1%n
			COPY t FROM STDIN; -- rows%n1%n\\.%n | 1%n
			COPY t FROM STDIN;%n\\.%n            | ''
			COPY t FROM STDIN;%n%n\\.%n          | %n
			COPY t FROM STDIN;%na\\.%n\\.b%n\\.%n | a\\.%n\\.b%n
			""")
	void dataAreKeptAsWritten(String text, String data) {
		for (String lineEnd : new String[] { "\n", "\r\n", "\r" }) {
			SqlScript script = split(text.replace("%n", lineEnd));
			assertThat(script.statements()).singleElement()
				.extracting(SqlStatement::copyData)
				.isEqualTo(data.replace("%n", lineEnd));
		}
	}

	private static SqlScript split(String text) {
		SqlScript script = StatementSplitter.split(text, "x.sql", LexicalRules.POSTGRESQL);
		SplitCase.checkRoundTrip(text, script);
		return script;
	}

}

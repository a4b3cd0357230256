package dev.migrate.sql;

import java.util.List;

import dev.migrate.sql.SqlScript.Kind;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A text and the statements that are in it, each written as {@code line:column text}.
 */
record SplitCase(String name, String text, List<String> expected) {

	static SplitCase of(String name, String text, String... expected) {
		return new SplitCase(name, text, List.of(expected));
	}

	void check(LexicalRules rules) {
		SqlScript script = StatementSplitter.split(this.text, "x.sql", rules);
		assertThat(script.statements())
			.extracting((s) -> s.location().line() + ":" + s.location().column() + " " + s.text())
			.containsExactlyElementsOf(this.expected);
		checkRoundTrip(this.text, script);
	}

	/** The law: the pieces put together are the text, and the statements are pieces. */
	static void checkRoundTrip(String text, SqlScript script) {
		StringBuilder joined = new StringBuilder();
		script.pieces().forEach((piece) -> joined.append(script.text(piece)));
		assertThat(joined).hasToString(text.substring(script.start(), script.end()));
		assertThat(script.pieces().stream().filter((piece) -> piece.kind() == Kind.STATEMENT).map(script::text))
			.containsExactlyElementsOf(script.statements().stream().map(SqlStatement::text).toList());
		assertThat(script.pieces()).allMatch((piece) -> piece.start() < piece.end());
	}

	@Override
	public String toString() {
		return this.name;
	}

}

package dev.migrate.service;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import dev.migrate.fire.Catalogue;
import dev.migrate.revision.Direction;
import dev.migrate.revision.RangeParser;
import dev.migrate.revision.TargetParser;
import dev.migrate.run.ScriptForm;
import dev.migrate.sql.LexicalRules;
import dev.migrate.testkit.OwnDatabase;
import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Scripts of revisions that make it hard: rows of COPY that look like SQL, bodies of
 * functions, settings of the session, statements outside a transaction.
 */
class ScriptForPsqlIntegrationTests {

	private static final String[] TABLES = { "pupils", "marks" };

	@TempDir
	Path folder;

	@OwnDatabase
	TestDatabase database;

	private MigrationService service;

	@BeforeEach
	void writeRevisions() throws IOException {
		this.service = Engines.service(this.database, this.folder);
		revision("aaaa11111111", "base",
				"""
						CREATE TABLE pupils (id BIGINT, name TEXT, -- it's a name; really
						    ranks INT[]);
						COPY pupils (id, name) FROM STDIN;
						1	O'Neil "the" \\\\ $$ :name /* not (
						2	Grün\\tTab -- x */ \\/* \\/
						3	\\N
						\\.
						/* a comment; */ INSERT INTO pupils (id, name) VALUES (4, 'a:b\\n'), (5, E'it\\'s'), (6, $x$ ; \\endif $x$);
						UPDATE pupils SET ranks = ARRAY[1, 2, 3];
						UPDATE pupils SET ranks = ranks[1:2];
						""",
				"DROP TABLE pupils;\n", "");
		revision("bbbb22222222", "aaaa11111111", """
				SET search_path = pg_catalog, public;
				CREATE FUNCTION public.hello(t TEXT) RETURNS TEXT LANGUAGE plpgsql AS $$
				BEGIN
				    -- it's; here
				    RETURN 'hello ' || t || E'\\n';
				END
				$$;
				CREATE FUNCTION public.two() RETURNS INT BEGIN ATOMIC SELECT 1; SELECT 2; END;
				CREATE TYPE public.mood AS ENUM ('sad');
				""", "DROP TYPE mood;\nDROP FUNCTION two();\nDROP FUNCTION hello(TEXT);\n", "");
		revision("cccc33333333", "bbbb22222222", """
				CREATE INDEX CONCURRENTLY pupils_name ON pupils (name);
				ALTER TYPE mood ADD VALUE 'ok';
				CREATE TABLE marks (id BIGINT, m mood DEFAULT 'ok');
				""", "DROP TABLE marks;\nDROP INDEX CONCURRENTLY pupils_name;\n", " transaction=false");
	}

	private void revision(String id, String revises, String up, String down, String words) throws IOException {
		Files.writeString(this.folder.resolve(id + ".sql"), """
				-- step – «%s»
				--
				-- revision: %s
				-- revises: %s

				-- migrate:upgrade%s
				%s
				-- migrate:downgrade%s
				%s""".formatted(id, id, revises, words, up, words, down));
	}

	@Test
	void buildsWhatAnUpgradeBuildsAndTakesItBack() throws SQLException {
		read(script(Direction.UPGRADE, "base:head", ScriptForm.PLAIN));
		assertBuilt();
		read(script(Direction.DOWNGRADE, "head:base", ScriptForm.PLAIN));
		try (TestDatabase empty = TestPostgres.database()) {
			Engines.service(empty, this.folder).createTables();
			assertThat(Catalogue.of(this.database, TABLES)).isEqualTo(Catalogue.of(empty, TABLES));
		}
	}

	@Test
	void buildsTheSameFromAnyEarlierState() throws SQLException {
		String script = script(Direction.UPGRADE, "base:head", ScriptForm.IDEMPOTENT);
		this.service.run(RunRequest.upgrade(TargetParser.parse("aaaa"), "tester"));
		read(script);
		assertBuilt();
		read(script);
		assertBuilt();
	}

	@Test
	void isReadByPsqlAsItIsMeant() throws Exception {
		assumeTrue(psql() != null, "psql is not installed");
		String up = script(Direction.UPGRADE, "base:head", ScriptForm.IDEMPOTENT);
		String down = script(Direction.DOWNGRADE, "head:base", ScriptForm.IDEMPOTENT);
		assertThat(psql(script(Direction.UPGRADE, "base:bbbb", ScriptForm.PLAIN))).isEmpty();
		assertThat(psql(up)).isEmpty();
		assertBuilt();
		assertThat(psql(up)).isEmpty();
		assertBuilt();
		this.service.run(RunRequest.downgrade(TargetParser.parse("aaaa"), "tester"));
		assertThat(psql(down)).isEmpty();
		assertThat(psql(down)).isEmpty();
		assertThat(this.service.status().current()).isEmpty();
		assertThat(psql(up)).isEmpty();
		assertBuilt();
		assertThat(psql(script(Direction.UPGRADE, "base:head", ScriptForm.PLAIN)))
			.contains("This script does not fit: aaaa11111111, bbbb22222222, cccc33333333 is applied here.");
	}

	private void assertBuilt() {
		assertThat(this.service.status().upToDate()).isTrue();
		try (TestDatabase other = TestPostgres.database()) {
			Engines.service(other, this.folder).run(RunRequest.upgrade(TargetParser.parse("head"), "tester"));
			assertThat(Catalogue.of(this.database, TABLES)).isEqualTo(Catalogue.of(other, TABLES));
		}
	}

	private String script(Direction direction, String range, ScriptForm form) {
		return this.service
			.script(new ScriptRequest(direction, null, RangeParser.parse(range), form, "postgresql:16", null))
			.sql();
	}

	private void read(String script) throws SQLException {
		try (Connection connection = this.database.connect()) {
			ScriptReader.run(script, connection, LexicalRules.POSTGRESQL);
		}
	}

	/** Run a script with psql, and return its errors without those that only remark. */
	private String psql(String script) throws IOException, InterruptedException {
		Path file = Files.writeString(this.folder.resolve("script.txt"), script);
		URI uri = URI.create(this.database.url().substring("jdbc:".length()));
		ProcessBuilder builder = new ProcessBuilder(String.valueOf(psql()), "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h",
				uri.getHost(), "-p", String.valueOf(uri.getPort()), "-U", this.database.user(), "-d",
				uri.getPath().substring(1), "-f", file.toString());
		builder.environment().put("PGPASSWORD", this.database.password());
		builder.environment().put("PGCLIENTENCODING", "LATIN1");
		Process process = builder.redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		int exitCode = process.waitFor();
		List<String> errors = output.lines().filter((line) -> !line.contains("NOTICE:")).toList();
		assertThat(exitCode == 0).as(output).isEqualTo(errors.isEmpty());
		return String.join("\n", errors);
	}

	private static @Nullable File psql() {
		String name = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows") ? "psql.exe" : "psql";
		return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
			.map((directory) -> new File(directory, name))
			.filter(File::canExecute)
			.findFirst()
			.orElse(null);
	}

}

package dev.migrate.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import dev.migrate.dialect.postgresql.PostgresqlDialect;
import dev.migrate.error.MigrateException;
import dev.migrate.error.VisibleText;
import dev.migrate.revision.RevisionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Files that mean harm, or that something has chewed on.
 */
class HostileFilesTests {

	private static final long SEED = 20261120;

	private static final int FILES = Boolean.getBoolean("fire") ? 1_000_000 : 10_000;

	private static final String FILE = """
			-- it's "quoted" <b>bold</b>
			--
			-- revision: ca5cd22ac516
			-- revises: aaaa11111111, bbbb22222222
			-- branch-labels: one, two
			-- depends-on: one
			-- created: 2026-11-20T10:04:00Z

			-- migrate:upgrade postgresql transaction=false
			SELECT 1;

			-- migrate:downgrade irreversible "it's gone"

			-- migrate:mapping
			-- table students: Student
			""";

	private static final String NOISE = "-:\n\r\t \u001b\u0000\u202e\u2028\uFEFF'\"\\<>,.;$/*()[]{}=~é😀revisions:basehead";

	@TempDir
	Path folder;

	@Test
	void whateverAFileLooksLikeItIsReadOrRefusedWithItsPlace() {
		Random random = new Random(SEED);
		int accepted = 0;
		for (int number = 0; number < FILES; number++) {
			String text = chewed(random);
			String about = "seed " + SEED + ", file " + number + ": " + text;
			try {
				SqlMigration migration = SqlMigration.parse("x.sql", text);
				assertThat(RevisionId.isValid(migration.revision().id().value())).as(about).isTrue();
				assertThat(migration.revision().message()).as(about).doesNotContain("\n", "\r");
				assertThat(VisibleText.of(migration.revision().message())).as(about)
					.isEqualTo(migration.revision().message());
				migration.upgrade(new PostgresqlDialect());
				migration.downgrade(new PostgresqlDialect());
				migration.mapping();
				accepted++;
			}
			catch (MigrateException ex) {
				assertThat(ex.getMessage()).as(about).contains("x.sql");
			}
			catch (RuntimeException | AssertionError ex) {
				throw new AssertionError(about, ex);
			}
		}
		assertThat(accepted).isGreaterThan(FILES / 50);
		System.out.println("fuzzed revision files: " + FILES + ", " + accepted + " of them accepted, crashes 0");
	}

	private static String chewed(Random random) {
		StringBuilder text = new StringBuilder(FILE);
		for (int bites = random.nextInt(4); bites > 0; bites--) {
			int at = random.nextInt(text.length());
			switch (random.nextInt(4)) {
				case 0 -> text.deleteCharAt(at);
				case 1 -> text.insert(at, NOISE.charAt(random.nextInt(NOISE.length())));
				case 2 -> text.delete(at, Math.min(text.length(), at + random.nextInt(40)));
				default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(60))));
			}
			if (text.isEmpty()) {
				text.append(FILE);
			}
		}
		return text.toString();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u001b[2Jclean", "a\u0007b", "a\u202eb", "a\u0085b", "a\u009bb", "a\u0000b" })
	void aMessageThatWouldMoveATerminalIsRefused(String message) {
		assertThatExceptionOfType(MigrateException.class)
			.isThrownBy(() -> SqlMigration.parse("x.sql", FILE.replace("it's \"quoted\" <b>bold</b>", message)))
			.withMessageContaining("x.sql:1 has the control character \\u");
	}

	@Test
	void quotesAndMarkupAreTextLikeAnyOther() {
		assertThat(SqlMigration.parse("x.sql", FILE).revision().message()).isEqualTo("it's \"quoted\" <b>bold</b>");
	}

	@Test
	void aNameWithLinesAndEscapesIsShownOnOneLine() throws IOException {
		Files.writeString(this.folder.resolve("a\nb\u001b[2J'\"<b>.sql"), FILE.replace("-- revision", "-- colour"));
		ResourceScriptSource source = new ResourceScriptSource(new PathMatchingResourcePatternResolver(),
				List.of(this.folder.toUri().toString()));
		assertThatExceptionOfType(MigrateException.class).isThrownBy(source::load)
			.satisfies((ex) -> assertThat(ex.getMessage()).contains("a?b\\u001b[2J'\"<b>.sql")
				.doesNotContain("\n", "\u001b"));
	}

}

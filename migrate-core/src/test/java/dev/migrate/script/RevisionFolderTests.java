package dev.migrate.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import dev.migrate.dialect.h2.H2Dialect;
import dev.migrate.error.MigrateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Which files of a folder are revisions.
 */
class RevisionFolderTests {

	@TempDir
	Path folder;

	@Test
	void readsSubfoldersAndPassesOverWhatIsNoRevision() throws IOException {
		write("aaaa11111111.sql", "aaaa11111111", "base");
		write("reports/2026/bbbb22222222.sql", "bbbb22222222", "aaaa11111111");
		write(".#bbbb22222222.sql", "bbbb22222222", "base");
		write(".templates/sql.sql", "aaaa11111111", "base");
		write("reports/.old/aaaa.sql", "aaaa11111111", "base");
		write("bbbb22222222.sql.orig", "bbbb22222222", "base");
		write("README.md", "aaaa11111111", "base");
		ResourceScriptSource source = new ResourceScriptSource(new PathMatchingResourcePatternResolver(),
				List.of(this.folder.toUri().toString()));
		assertThat(MigrationFolder.load(List.of(source), new H2Dialect()).graph().revisions())
			.extracting((revision) -> revision.id().value())
			.containsExactly("bbbb22222222", "aaaa11111111");
	}

	@Test
	void saysInWhichLineAFileIsNoUtf8() throws IOException {
		write("aaaa11111111.sql", "aaaa11111111", "base");
		Path file = this.folder.resolve("aaaa11111111.sql");
		Files.write(file, "SELECT 'caf\u00e9';\n".getBytes(StandardCharsets.ISO_8859_1), StandardOpenOption.APPEND);
		ResourceScriptSource source = new ResourceScriptSource(new PathMatchingResourcePatternResolver(),
				List.of(this.folder.toUri().toString()));
		assertThatExceptionOfType(MigrateException.class)
			.isThrownBy(() -> MigrationFolder.load(List.of(source), new H2Dialect()))
			.withMessageEndingWith("aaaa11111111.sql:8 is not written in UTF-8.");
	}

	private void write(String name, String id, String revises) throws IOException {
		Path file = this.folder.resolve(name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, """
				-- a step
				--
				-- revision: %s
				-- revises: %s

				-- migrate:upgrade
				SELECT 1;
				""".formatted(id, revises));
	}

}

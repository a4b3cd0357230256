package dev.migrate.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.migrate.dialect.h2.H2Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

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

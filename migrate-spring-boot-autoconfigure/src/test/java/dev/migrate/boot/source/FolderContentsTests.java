package dev.migrate.boot.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.migrate.dialect.postgresql.PostgresqlDialect;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.script.MigrationFolder;
import dev.migrate.script.ResourceScriptSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class FolderContentsTests {

	@TempDir
	Path root;

	private Path write(String path, String id) throws IOException {
		Path file = this.root.resolve(path);
		Files.createDirectories(file.getParent());
		return Files.writeString(file, "-- x\n-- revision: " + id + "\n-- revises: base\n-- migrate:upgrade\n");
	}

	private MigrationFolder jar() {
		return MigrationFolder.load(List.of(new ResourceScriptSource(new PathMatchingResourcePatternResolver(),
				List.of(this.root.resolve("jar").toUri().toString()))), new PostgresqlDialect());
	}

	@Test
	void refusesAFolderWithARevisionThatTheJarLacks() throws IOException {
		write("jar/a.sql", "aaaa11111111");
		write("folder/a.sql", "aaaa11111111");
		Path newer = write("folder/b.sql", "bbbb22222222");
		assertThatExceptionOfType(MigrateException.class)
			.isThrownBy(() -> FolderContents.refuseUnlessKnown(this.root.resolve("folder"), jar()))
			.withMessageContaining(newer.toString())
			.withMessageContaining("bbbb22222222")
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(ErrorCode.USAGE));
	}

	@Test
	void takesAFolderThatTheJarKnowsOrThatIsNotThere() throws IOException {
		write("jar/a.sql", "aaaa11111111");
		write("folder/a.sql", "aaaa11111111");
		write("folder/.drafts/c.sql", "cccc33333333");
		assertThatNoException().isThrownBy(() -> FolderContents.refuseUnlessKnown(this.root.resolve("folder"), jar()));
		assertThatNoException().isThrownBy(() -> FolderContents.refuseUnlessKnown(this.root.resolve("nowhere"), jar()));
	}

	@Test
	void takesAFolderForNoRevisionWhateverItIsCalled() throws IOException {
		write("jar/a.sql", "aaaa11111111");
		Files.createDirectories(this.root.resolve("folder/old.sql"));
		assertThatNoException().isThrownBy(() -> FolderContents.refuseUnlessKnown(this.root.resolve("folder"), jar()));
	}

	@Test
	void looksBehindSymbolicLinks() throws IOException {
		write("jar/a.sql", "aaaa11111111");
		write("shared/b.sql", "bbbb22222222");
		Path link = Files.createSymbolicLink(this.root.resolve("folder"), this.root.resolve("shared"));
		assertThatExceptionOfType(MigrateException.class)
			.isThrownBy(() -> FolderContents.refuseUnlessKnown(link, jar()))
			.withMessageContaining("bbbb22222222");
	}

}

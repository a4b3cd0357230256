package dev.migrate.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import dev.migrate.dialect.postgresql.PostgresqlDialect;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.RevisionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SqlScriptWriterTests {

	@TempDir
	Path folder;

	private final SqlScriptWriter writer = new SqlScriptWriter(new PostgresqlDialect());

	private static Header header(String message) {
		return new Header(message, RevisionId.of("ca5cd22ac516"),
				List.of(RevisionId.of("aaaa11111111"), RevisionId.of("bbbb22222222")), List.of("grades"),
				List.of("contacts"), List.of(), Instant.parse("2026-11-20T10:04:00Z"));
	}

	private static RevisionDraft.Body body(String... statements) {
		return new RevisionDraft.Body(List.of(statements), true, null);
	}

	@Test
	void writesEveryPartOfARevision() {
		RevisionDraft draft = new RevisionDraft(header("create students"),
				body("CREATE TABLE students (\n    id BIGINT\n)", "CREATE INDEX ON students (id)"),
				new RevisionDraft.Body(List.of(), true, "rows are gone"),
				List.of(new MappingLine("table", "students", "Student")));
		assertThat(this.writer.text(draft)).isEqualTo("""
				-- create students
				--
				-- revision: ca5cd22ac516
				-- revises: aaaa11111111, bbbb22222222
				-- branch-labels: grades
				-- depends-on: contacts
				-- created: 2026-11-20T10:04:00Z

				-- migrate:upgrade
				CREATE TABLE students (
				    id BIGINT
				);
				CREATE INDEX ON students (id);

				-- migrate:downgrade irreversible "rows are gone"

				-- migrate:mapping
				-- table students: Student
				""");
	}

	@Test
	void writesTheFileWholeAndNothingElse() throws IOException {
		Path file = this.writer.write(RevisionDraft.empty(header("add age")), this.folder.resolve("deep"),
				FileTemplate.DEFAULT);
		assertThat(file).hasFileName("20261120_1004_ca5cd22ac516_add_age.sql");
		assertThat(SqlMigration.parse("x", Files.readString(file)).header()).isEqualTo(header("add age"));
		assertThat(this.folder.resolve("deep")).isDirectoryContaining((path) -> path.equals(file));
		assertThat(this.folder.resolve("deep").toFile().list()).hasSize(1);
	}

	@Test
	void writesNothingThatWouldBeReadDifferently() {
		for (String message : List.of("created: today", "migrate:upgrade", "two\nlines")) {
			assertThatExceptionOfType(MigrateException.class).as(message)
				.isThrownBy(() -> this.writer.write(RevisionDraft.empty(header(message)), this.folder,
						FileTemplate.DEFAULT));
		}
		assertThatExceptionOfType(MigrateException.class).isThrownBy(
				() -> this.writer.text(new RevisionDraft(header("x"), body("SELECT 1; SELECT 2"), body(), List.of())))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(ErrorCode.USAGE));
		assertThat(this.folder).isEmptyDirectory();
	}

	@Test
	void doesNotOverwrite() {
		this.writer.write(RevisionDraft.empty(header("x")), this.folder, FileTemplate.DEFAULT);
		assertThatExceptionOfType(MigrateException.class)
			.isThrownBy(() -> this.writer.write(RevisionDraft.empty(header("x")), this.folder, FileTemplate.DEFAULT))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(ErrorCode.FILE_ACCESS));
	}

}

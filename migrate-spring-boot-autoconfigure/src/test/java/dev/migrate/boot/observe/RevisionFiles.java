package dev.migrate.boot.observe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Revision files of a test.
 */
public final class RevisionFiles {

	private RevisionFiles() {
	}

	public static void write(Path folder, String id, String revises, String message, String up, String down)
			throws IOException {
		Files.writeString(folder.resolve(id + ".sql"), """
				-- %s
				--
				-- revision: %s
				-- revises: %s
				-- created: 2026-11-20T10:04:00Z

				-- migrate:upgrade
				%s;

				-- migrate:downgrade
				%s;
				""".formatted(message, id, revises, up, down));
	}

	public static void writeTwo(Path folder) throws IOException {
		write(folder, "aaaa11111111", "base", "create students", "CREATE TABLE students (id BIGINT)",
				"DROP TABLE students");
		write(folder, "bbbb22222222", "aaaa11111111", "add age", "ALTER TABLE students ADD COLUMN age INTEGER",
				"ALTER TABLE students DROP COLUMN age");
	}

	public static void writeBroken(Path folder) throws IOException {
		write(folder, "cccc33333333", "bbbb22222222", "break",
				"CREATE TABLE courses (id BIGINT);\nINSERT INTO nowhere VALUES (1)", "DROP TABLE courses");
	}

}

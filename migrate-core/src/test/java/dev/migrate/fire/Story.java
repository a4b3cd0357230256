package dev.migrate.fire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder of revisions in a line, numbered from one.
 */
final class Story {

	private final Path folder;

	private final List<String> ids = new ArrayList<>();

	Story(Path folder) {
		this.folder = folder;
	}

	/** Ten revisions of every kind that PostgreSQL has. */
	static Story postgresql(Path folder) {
		return new Story(folder)
			.add("create students",
					"CREATE TABLE students (id BIGINT PRIMARY KEY, name TEXT NOT NULL);\n"
							+ "INSERT INTO students SELECT n, 'student ' || n FROM generate_series(1, 20) n;",
					"DROP TABLE students;")
			.add("create mood", "CREATE TYPE mood AS ENUM ('calm');", "DROP TYPE mood;")
			.add("add happy", "ALTER TYPE mood ADD VALUE 'happy';", "")
			.add("use happy", "ALTER TABLE students ADD COLUMN mood mood DEFAULT 'happy' NOT NULL;",
					"ALTER TABLE students DROP COLUMN mood;")
			.outside("index names", """
					CREATE INDEX CONCURRENTLY students_name_idx ON students (name);
					INSERT INTO students (id, name) VALUES (100, 'inserted once');
					ALTER TABLE students ADD COLUMN visits INTEGER;
					CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS students_both_idx ON public.students (id, name);""",
					"""
							DROP INDEX CONCURRENTLY students_both_idx;
							ALTER TABLE students DROP COLUMN visits;
							DELETE FROM students WHERE id = 100;
							DROP INDEX CONCURRENTLY students_name_idx;""")
			.add("count visits", "UPDATE students SET visits = coalesce(visits, 0) + 1;",
					"UPDATE students SET visits = visits - 1;")
			.add("pasted dump",
					"SELECT pg_catalog.set_config('search_path', '', false);\n"
							+ "CREATE TABLE public.courses (id BIGINT PRIMARY KEY);",
					"DROP TABLE courses;")
			.add("copy courses", "COPY courses (id) FROM stdin;\n1\n2\n3\n\\.\n", "DELETE FROM courses;")
			.add("enrol",
					"CREATE TABLE enrolments (student BIGINT REFERENCES students DEFERRABLE INITIALLY DEFERRED,"
							+ " course BIGINT REFERENCES courses);\nINSERT INTO enrolments VALUES (1, 1), (2, 2);",
					"DROP TABLE enrolments;")
			.add("function", "CREATE FUNCTION twice(n INT) RETURNS INT LANGUAGE sql AS $$ SELECT n * 2; $$;",
					"DROP FUNCTION twice(INT);");
	}

	/** Ten revisions on H2, where each statement commits by itself. */
	static Story h2(Path folder) {
		Story story = new Story(folder)
			.add("create students",
					"CREATE TABLE students (id BIGINT PRIMARY KEY, name VARCHAR(100) NOT NULL);\n"
							+ "INSERT INTO students SELECT x, 'student ' || x FROM SYSTEM_RANGE(1, 20);",
					"DROP TABLE students;")
			.add("add age", "ALTER TABLE students ADD COLUMN age INTEGER;\nUPDATE students SET age = id;",
					"ALTER TABLE students DROP COLUMN age;")
			.add("older", "UPDATE students SET age = age + 1;", "UPDATE students SET age = age - 1;")
			.add("index", "CREATE INDEX students_name_idx ON students (name);", "DROP INDEX students_name_idx;")
			.add("schema", "CREATE SCHEMA other;\nSET SCHEMA other;\nCREATE TABLE elsewhere (id INTEGER);",
					"DROP TABLE other.elsewhere;\nDROP SCHEMA other;")
			.add("rename", "ALTER TABLE students ALTER COLUMN name RENAME TO full_name;",
					"ALTER TABLE students ALTER COLUMN full_name RENAME TO name;");
		for (int number = 7; number <= 10; number++) {
			story.add("table " + number,
					"CREATE TABLE t" + number + " (id INTEGER PRIMARY KEY);\nINSERT INTO t" + number + " VALUES (1);",
					"DROP TABLE t" + number + ";");
		}
		return story;
	}

	/** A line of small revisions. */
	static Story line(Path folder, int length) {
		Story story = new Story(folder);
		for (int number = 1; number <= length; number++) {
			story.add("table " + number, "CREATE TABLE t" + number + " (id INTEGER);", "DROP TABLE t" + number + ";");
		}
		return story;
	}

	Story add(String message, String up, String down) {
		return write(message, "", up, down);
	}

	Story outside(String message, String up, String down) {
		return write(message, " transaction=false", up, down);
	}

	private Story write(String message, String words, String up, String down) {
		String id = "%04dabcd0000".formatted(this.ids.size() + 1);
		String parent = this.ids.isEmpty() ? "base" : this.ids.get(this.ids.size() - 1);
		this.ids.add(id);
		try {
			Files.writeString(this.folder.resolve(id + ".sql"), """
					-- %s
					--
					-- revision: %s
					-- revises: %s

					-- migrate:upgrade%s
					%s

					-- migrate:downgrade%s
					%s
					""".formatted(message, id, parent, words, up, words, down));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		return this;
	}

	Path folder() {
		return this.folder;
	}

	List<String> ids() {
		return this.ids;
	}

	String last() {
		return this.ids.get(this.ids.size() - 1);
	}

}

package dev.migrate.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import dev.migrate.testkit.TestDatabase;

/**
 * The sample's revisions, run by the simplest means: an oracle that knows nothing of the
 * engine. The names of the files are in the order in which they were written.
 */
final class RevisionFiles {

	private static final Path DIRECTORY = Path.of("src/main/resources/db/migrations");

	private RevisionFiles() {
	}

	static List<Path> all() {
		try (Stream<Path> files = Files.list(DIRECTORY)) {
			return files.filter((file) -> file.toString().endsWith(".sql")).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static void upgrade(TestDatabase database) {
		upgrade(database, all());
	}

	static void upgrade(TestDatabase database, List<Path> files) {
		files.forEach((file) -> run(database, section(file, "upgrade")));
	}

	static void downgrade(TestDatabase database) {
		List<Path> files = new ArrayList<>(all());
		Collections.reverse(files);
		files.forEach((file) -> run(database, section(file, "downgrade")));
	}

	private static void run(TestDatabase database, String sql) {
		if (!sql.isBlank()) {
			database.execute(sql);
		}
	}

	private static String section(Path file, String name) {
		StringBuilder section = new StringBuilder();
		boolean inside = false;
		for (String line : text(file).split("\n")) {
			if (line.startsWith("-- migrate:")) {
				inside = line.startsWith("-- migrate:" + name);
			}
			else if (inside) {
				section.append(line).append('\n');
			}
		}
		return section.toString();
	}

	static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

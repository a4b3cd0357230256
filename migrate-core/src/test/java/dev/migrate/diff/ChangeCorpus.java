package dev.migrate.diff;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of changes: {@code ## name}, the script of the old schema, a line of dashes, the
 * script of the new one.
 */
final class ChangeCorpus {

	private static final Path RESOURCES = Path.of("src/test/resources/dev/migrate/diff");

	private ChangeCorpus() {
	}

	static List<Change> read(String file) {
		List<Change> changes = new ArrayList<>();
		for (String part : text(RESOURCES.resolve(file)).split("(?m)^## ")) {
			int line = part.indexOf('\n');
			if (!part.isBlank()) {
				String[] scripts = part.substring(line + 1).split("(?m)^-----+\n", -1);
				changes.add(new Change(part.substring(0, line).strip(), scripts[0], scripts[1]));
			}
		}
		return changes;
	}

	/**
	 * Return the text that is expected for a change, after writing it where that is asked
	 * for.
	 */
	static String golden(String folder, String name, String actual) {
		Path file = RESOURCES.resolve("golden").resolve(folder).resolve(name.replace(' ', '-') + ".sql");
		if (Boolean.getBoolean("golden.update")) {
			try {
				Files.createDirectories(file.getParent());
				Files.writeString(file, actual);
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		}
		return text(file);
	}

	private static String text(Path file) {
		try {
			return Files.readString(file, StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new IllegalStateException("cannot read " + file, ex);
		}
	}

	/**
	 * A change.
	 *
	 * @param name what it shows
	 * @param before the old schema
	 * @param after the new one
	 */
	record Change(String name, String before, String after) {

		@Override
		public String toString() {
			return this.name;
		}

	}

}

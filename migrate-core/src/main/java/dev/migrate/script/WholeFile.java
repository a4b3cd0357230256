package dev.migrate.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes files that are there whole or not at all.
 */
final class WholeFile {

	private WholeFile() {
	}

	/**
	 * Write a file, in place of one of that name.
	 * @param file to write, in a folder that exists
	 * @param text what it holds
	 * @throws IOException if it can't be written; what was there is whole then
	 */
	static void write(Path file, CharSequence text) throws IOException {
		// A name that begins with a dot is neither a revision nor a class.
		Path draft = file.resolveSibling("." + file.getFileName() + ".tmp");
		try {
			Files.writeString(draft, text);
			Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		finally {
			Files.deleteIfExists(draft);
		}
	}

}

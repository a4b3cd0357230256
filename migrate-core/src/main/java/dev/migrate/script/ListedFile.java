package dev.migrate.script;

import java.io.IOException;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/**
 * A file as the listing of its place shows it. It is not opened before its content is
 * read.
 */
interface ListedFile {

	/** Return its path below the location, with slashes. */
	String relative();

	/** Return where it lies in the file system, absolute; null if it lies in a jar. */
	@Nullable Path path() throws IOException;

	/**
	 * Return what changes when its content does.
	 * @param name of the file, for messages
	 */
	String state(String name);

	/** Return what is read. */
	Resource content() throws IOException;

}

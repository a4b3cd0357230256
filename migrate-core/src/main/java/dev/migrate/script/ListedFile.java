package dev.migrate.script;

import java.io.IOException;

import org.springframework.core.io.Resource;

/**
 * A file as the listing of its place shows it. It is not opened before its content is
 * read.
 */
interface ListedFile {

	/** Return what a person can open: the file, or the path in its jar. */
	String name();

	/** Return what changes when its content does. */
	String state();

	/** Read it. */
	default byte[] read() throws IOException {
		return content().getContentAsByteArray();
	}

	/** Return what is read. */
	Resource content() throws IOException;

}

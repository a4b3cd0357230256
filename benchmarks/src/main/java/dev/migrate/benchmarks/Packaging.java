package dev.migrate.benchmarks;

import java.util.Locale;

/**
 * Where the files of the revisions are.
 */
enum Packaging {

	/** In a class folder, as in a checkout or an unpacked image. */
	FOLDER,

	/** In {@code BOOT-INF/classes} of an executable jar, which is run with its loader. */
	JAR;

	String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}

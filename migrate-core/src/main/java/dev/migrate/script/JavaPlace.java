package dev.migrate.script;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * Where Java revisions are written.
 *
 * @param sources the source folder, which packages begin in
 * @param packageName of the revisions
 * @param discovery how the application finds them there
 * @param database the one that they are for, or null where there is only one
 */
public record JavaPlace(Path sources, String packageName, Discovery discovery, @Nullable String database) {

	/**
	 * Return the folder of the package.
	 * @return a path; it need not exist
	 */
	public Path folder() {
		return this.sources.resolve(this.packageName.replace('.', '/'));
	}

	/** How an application finds a revision. */
	public enum Discovery {

		/** As a bean that component scanning finds. */
		COMPONENT,

		/** In a configured package. */
		PACKAGE

	}

}

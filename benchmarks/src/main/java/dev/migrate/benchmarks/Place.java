package dev.migrate.benchmarks;

import java.nio.file.Path;

/**
 * Where a tool works.
 *
 * @param url of the database
 * @param user of the database
 * @param password of the user
 * @param folder with one folder of revisions per tool
 * @param count how many revisions there are
 */
record Place(String url, String user, String password, Path folder, int count) {

	Path folder(String tool) {
		return this.folder.resolve(tool);
	}

}

package dev.migrate.benchmarks;

import java.nio.file.Path;
import java.util.List;

/**
 * Where a tool works.
 *
 * @param url of the database, which may lead through a {@code WireCounter}
 * @param other of the database with the schema that is wanted, where two are compared
 * @param direct of the database, straight
 * @param user of the databases; they ask for no password
 * @param folder with the files of the work
 * @param size how many revisions or tables
 * @param differences how many differences a comparison has to find
 */
record Place(String url, String other, String direct, String user, Path folder, int size, int differences) {

	List<String> words() {
		return List.of(this.url, this.other, this.direct, this.user, this.folder.toString(),
				Integer.toString(this.size), Integer.toString(this.differences));
	}

	static Place of(List<String> words) {
		return new Place(words.get(0), words.get(1), words.get(2), words.get(3), Path.of(words.get(4)),
				Integer.parseInt(words.get(5)), Integer.parseInt(words.get(6)));
	}

	/** Return the same place with another database. */
	Place on(String newUrl) {
		return new Place(newUrl, this.other, this.direct, this.user, this.folder, this.size, this.differences);
	}

	/** Return the same place seen through a wire. */
	Place through(Wire wire) {
		return new Place(wire.through(this.url), wire.through(this.other), this.direct, this.user, this.folder,
				this.size, this.differences);
	}

}

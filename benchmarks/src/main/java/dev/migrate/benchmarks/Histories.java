package dev.migrate.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Long histories: their files, their jars, and databases that are up to date. Each is
 * made when it is first asked for.
 */
final class Histories {

	// The quickest way of each tool to the end of a history that is not measured.
	private static final Map<String, String> QUICKEST = Map.of("raw", "raw-one", "migrate", "migrate-all", "flyway",
			"flyway-group");

	private final Server server;

	private final Trial trial;

	private final Path folder;

	private final Map<String, String> applied = new HashMap<>();

	Histories(Server server, Trial trial, Path folder) {
		this.server = server;
		this.trial = trial;
		this.folder = folder;
	}

	Path folder(int size) throws IOException {
		Path history = this.folder.resolve("history-" + size);
		if (!Files.exists(history)) {
			History.write(history, size);
		}
		return history;
	}

	/** Return the folder of one tool, which belongs on the class path. */
	Path root(String tool, int size) throws IOException {
		String owner = family(tool);
		return folder(size).resolve(owner.equals("raw") ? "migrate" : owner);
	}

	Launch launch(String tool, Work work, int size, Packaging packaging, List<String> heap) throws IOException {
		return (packaging == Packaging.JAR) ? Launch.of(jar(tool, size).toString(), tool, work)
				: Launch.of(heap, List.of(root(tool, size).toString()), tool, work);
	}

	private Path jar(String tool, int size) throws IOException {
		Path root = root(tool, size);
		Path jar = this.folder.resolve(root.getFileName() + "-" + size + ".jar");
		if (!Files.exists(jar)) {
			ClassPath.ALL.pack(jar, root);
		}
		return jar;
	}

	Place place(String database, int size) throws IOException {
		String url = this.server.url(database);
		return new Place(url, url, url, this.server.user(), folder(size), size, 0);
	}

	/**
	 * Return a database to which a tool has applied all revisions.
	 * @param packaging where the revisions were; one tool remembers that
	 * @return its name
	 */
	String applied(String tool, int size, Packaging packaging) throws IOException, InterruptedException {
		String key = key(tool, size, packaging);
		String known = this.applied.get(key);
		if (known != null) {
			return known;
		}
		this.server.recreate(key);
		String quickest = QUICKEST.getOrDefault(family(tool), family(tool));
		this.trial.worker(launch(quickest, Work.APPLY, size, packaging, List.of()), Worker.FIRST, place(key, size));
		this.applied.put(key, key);
		return key;
	}

	/** Keep a database that a tool has just brought to the end. */
	void keep(String tool, int size, Packaging packaging, String database) {
		String key = key(tool, size, packaging);
		if (this.applied.putIfAbsent(key, key) == null) {
			this.server.rename(database, key);
		}
	}

	private static String key(String tool, int size, Packaging packaging) {
		String owner = family(tool);
		return "at_" + owner + "_" + size + (owner.equals("migrate") ? "_" + packaging.word() : "");
	}

	private static String family(String tool) {
		return tool.replaceFirst("-.*", "");
	}

}

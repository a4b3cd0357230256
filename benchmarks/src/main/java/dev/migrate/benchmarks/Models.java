package dev.migrate.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Large models: entities, revisions, SQLAlchemy's metadata, and databases that have their
 * tables. Each is made when it is first asked for.
 */
final class Models {

	private final Server server;

	private final Path folder;

	private final Set<Integer> databases = new HashSet<>();

	Models(Server server, Path folder) {
		this.server = server;
		this.folder = folder;
	}

	/** Return the name of a database with all tables, or with ten columns less. */
	String database(int tables, int differences) {
		String whole = "model_" + tables;
		String less = whole + "_less";
		if (this.databases.add(tables)) {
			this.server.recreate(whole);
			for (int revision = 1; revision <= Model.revisions(tables); revision++) {
				this.server.execute(whole, String.join(";", Model.up(revision, tables)));
			}
			this.server.execute(whole, "VACUUM ANALYZE");
			this.server.copy(whole, less);
			this.server.execute(less, String.join(";", Model.lessen()));
		}
		return (differences == 0) ? whole : less;
	}

	/** Return the URL of a database with nothing in it. */
	String empty() {
		this.server.recreate("model_empty");
		return this.server.url("model_empty");
	}

	/**
	 * Bring to disk what earlier rows have left in memory: removing a scratch database
	 * makes the server do that for all databases.
	 */
	void settle() {
		this.server.execute("postgres", "CHECKPOINT");
	}

	Place place(int tables, int differences) throws IOException {
		return new Place(this.server.url(database(tables, differences)), this.server.url(database(tables, 0)),
				this.server.url(database(tables, 0)), this.server.user(), python(tables), tables, differences);
	}

	private Path python(int tables) throws IOException {
		Path root = Files.createDirectories(this.folder.resolve("model-" + tables));
		if (!Files.exists(root.resolve("model.py"))) {
			Files.writeString(root.resolve("model.py"), Model.python(tables));
		}
		return root;
	}

	/** Return the folder of revisions, which belongs on the class path. */
	Path revisions(int tables, int differences) throws IOException {
		Path root = this.folder.resolve("model-" + tables + "/revisions-" + differences);
		Path files = root.resolve("db/migrations");
		if (!Files.exists(files)) {
			Files.createDirectories(files);
			for (int number = 1; number <= Model.revisions(tables); number++) {
				String up = String.join(";\n", Model.up(number, tables)) + ";\n";
				Files.writeString(files.resolve(Model.id(number) + ".sql"),
						History.revision(Model.id(number), (number == 1) ? "base" : Model.id(number - 1),
								(differences == 0 || number > 1) ? up : up.replace(", extra VARCHAR(50)", ""),
								String.join(";\n", Model.down(number, tables)) + ";\n"));
			}
		}
		return root;
	}

	/** Return the folder of compiled entities. */
	Path entities(int tables) throws IOException {
		Path classes = this.folder.resolve("model-" + tables + "/classes");
		if (!Files.exists(classes)) {
			Files.createDirectories(classes);
			compile(tables, Files.createDirectories(this.folder.resolve("model-" + tables + "/java/model")), classes);
		}
		return classes;
	}

	private static void compile(int tables, Path sources, Path classes) throws IOException {
		List<Path> files = new ArrayList<>();
		for (int number = 1; number <= tables; number++) {
			files.add(Files.writeString(sources.resolve("T" + number + ".java"), Model.entity(number)));
		}
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
			List<String> options = List.of("-proc:none", "-nowarn", "-cp", ClassPath.ALL.text(), "-d",
					classes.toString());
			if (!compiler.getTask(null, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
				.call()) {
				throw new IllegalStateException("The entities don't compile");
			}
		}
	}

}

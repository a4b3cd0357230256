package dev.migrate.boot.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.script.MigrationFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code db init}.
 */
@Command(name = "init", description = "Make the folder of revisions, and ./dbw.",
		footer = { "", "Example:", "  ./mvnw -q spring-boot:run -Dspring-boot.run.arguments=\"db init\"",
				"  db init --from-database -m \"the schema as it was found\"" })
final class InitCommand extends DatabaseCommand {

	@Option(names = "--from-database",
			description = "Write the first revision from the schema that is there, and mark it as applied.")
	boolean fromDatabase;

	@Option(names = { "-m", "--message" }, paramLabel = "MSG", description = "Of --from-database: its message.")
	@Nullable String message;

	@Mixin
	final RevisionOptions options = new RevisionOptions();

	InitCommand(Session session) {
		super(session);
	}

	@Override
	Several several() {
		return (this.fromDatabase || this.options.directory != null) ? Several.ONE : Several.EACH;
	}

	@Override
	public Integer call() {
		MigrationFolder known = service().folder();
		if (this.fromDatabase && !known.isEmpty()) {
			throw new MigrateException(ErrorCode.USAGE,
					"There are revisions already: " + Lines.count(known.graph().revisions().size(), "revision") + " in "
							+ String.join(", ", known.locations()) + ".",
					"--from-database writes the first one. `db repair --record -m …` writes down what was changed by"
							+ " hand; `db stamp head` says that they are all applied.");
		}
		List<String> written = new ArrayList<>();
		Path folder = workplace().target(this.options.directory, known);
		write(folder.resolve("README.md"), resource("README.md"), written);
		Path project = workplace().project();
		String mainClass = workplace().mainClass();
		if (project != null && mainClass != null) {
			wrappers(project, mainClass, written);
		}
		else {
			remark("No dbw was written: the application runs apart from a project.");
		}
		written.forEach((file) -> result("Wrote " + file));
		if (this.fromDatabase) {
			return new SchemaRecord(this, new AnswerOptions(), this.options)
				.write((this.message != null) ? this.message : "the schema as it was found");
		}
		if (written.isEmpty()) {
			result("Nothing to do: everything is there.");
		}
		return end(ExitCodes.DONE, Map.of("files", written));
	}

	private void wrappers(Path project, String mainClass, List<String> written) {
		boolean gradle = !Files.exists(project.resolve("pom.xml"));
		Path root = root(project, gradle ? "gradlew" : "mvnw");
		String toRoot = unix(project.relativize(root));
		String module = unix(root.relativize(project));
		String kind = gradle ? "gradle" : "maven";
		Path script = project.resolve("dbw");
		write(script, filled(resource("dbw-" + kind + ".sh.txt"), mainClass, toRoot, module), written);
		if (!script.toFile().setExecutable(true, false)) {
			remark(script + " could not be made executable: `chmod +x` it.");
		}
		String batch = filled(resource("dbw-" + kind + ".cmd.txt"), mainClass, toRoot.replace('/', '\\'), module);
		write(project.resolve("dbw.cmd"), batch.replace("\n", "\r\n"), written);
	}

	// The wrapper of the build may belong to a module above.
	private static Path root(Path project, String wrapper) {
		for (Path folder = project; folder != null; folder = folder.getParent()) {
			if (Files.exists(folder.resolve(wrapper))) {
				return folder;
			}
		}
		return project;
	}

	private static String unix(Path path) {
		String text = path.toString().replace('\\', '/');
		return text.isEmpty() ? "." : text;
	}

	private static String filled(String template, String mainClass, String root, String module) {
		return template.replace("@mainClass@", mainClass).replace("@root@", root).replace("@module@", module);
	}

	private static void write(Path file, String text, List<String> written) {
		if (Files.exists(file)) {
			return;
		}
		try {
			Files.createDirectories(file.toAbsolutePath().getParent());
			Files.writeString(file, text);
			written.add(file.toString());
		}
		catch (IOException ex) {
			throw new MigrateException(ErrorCode.FILE_ACCESS, file + " can't be written: " + ex.getMessage() + ".",
					"Check that you may write there.", ex);
		}
	}

	private static String resource(String name) {
		try (InputStream stream = InitCommand.class.getResourceAsStream("init/" + name)) {
			if (stream == null) {
				throw new IllegalStateException("Missing resource " + name);
			}
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new IllegalStateException("Unreadable resource " + name, ex);
		}
	}

}

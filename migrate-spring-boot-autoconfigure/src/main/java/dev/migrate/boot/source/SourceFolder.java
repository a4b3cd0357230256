package dev.migrate.boot.source;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.system.ApplicationHome;

/**
 * The project that an application runs from, as far as there is one: where its new
 * revisions are written.
 */
public final class SourceFolder {

	private static final String FILE = "file:";

	private static final String CLASSPATH = "classpath:";

	private final @Nullable Path origin;

	private final @Nullable BuildOutput output;

	private SourceFolder(@Nullable Path origin) {
		this.origin = origin;
		this.output = (origin != null) ? BuildOutput.of(origin) : null;
	}

	/**
	 * Find the project of an application.
	 * @param mainClass the class whose main method was run, or null if unknown
	 * @return the project
	 */
	public static SourceFolder of(@Nullable Class<?> mainClass) {
		if (mainClass == null) {
			return new SourceFolder(null);
		}
		File source = new ApplicationHome(mainClass).getSource();
		return new SourceFolder((source != null) ? source.toPath().toAbsolutePath().normalize() : null);
	}

	static SourceFolder of(Path origin) {
		return new SourceFolder(origin);
	}

	/**
	 * Return the root of the module.
	 * @return a folder, or null if the application runs apart from a project
	 */
	public @Nullable Path module() {
		return (this.output != null) ? this.output.module() : null;
	}

	/**
	 * Tell whether the application runs from a jar, so that the jar's revisions count.
	 * @return true unless it runs from class folders
	 */
	public boolean isJar() {
		return this.origin != null && !Files.isDirectory(this.origin);
	}

	/**
	 * Choose the folder that new revisions are written to.
	 * @param directory what the user named, from the working directory, or null
	 * @param sourceDirectory what is configured, from the root of the module, or null
	 * @param locations of revisions
	 * @return an absolute path; it need not exist
	 * @throws MigrateException with USAGE if nothing names one
	 */
	public Path target(@Nullable String directory, @Nullable String sourceDirectory, List<String> locations) {
		if (directory != null) {
			return Path.of(directory).toAbsolutePath().normalize();
		}
		if (sourceDirectory != null && !sourceDirectory.isBlank()) {
			Path module = module();
			Path configured = Path.of(sourceDirectory);
			return ((module != null) ? module.resolve(configured) : configured.toAbsolutePath()).normalize();
		}
		for (String location : locations) {
			if (location.startsWith(FILE)) {
				return Path.of(location.substring(FILE.length()).replaceFirst("^//", "")).toAbsolutePath().normalize();
			}
		}
		if (this.output == null) {
			throw new MigrateException(ErrorCode.USAGE,
					"There is no folder to write to: " + ((this.origin != null) ? this.origin : "the application")
							+ " does not lie in a project.",
					"Name the folder with --directory, or set spring.migrate.source-directory.");
		}
		return this.output.resources().resolve(path(locations));
	}

	/**
	 * Choose the source folder that new Java revisions are written to.
	 * @param directory what the user named, from the working directory, or null
	 * @return an absolute path; it need not exist
	 * @throws MigrateException with USAGE if nothing names one
	 */
	public Path javaTarget(@Nullable String directory) {
		if (directory != null) {
			return Path.of(directory).toAbsolutePath().normalize();
		}
		if (this.output == null) {
			throw new MigrateException(ErrorCode.USAGE,
					"There is no source folder to write to: "
							+ ((this.origin != null) ? this.origin : "the application") + " does not lie in a project.",
					"Name it with --directory.");
		}
		return this.output.resources().resolveSibling("java");
	}

	private static String path(List<String> locations) {
		for (String location : locations) {
			String path = location.startsWith(CLASSPATH) ? location.substring(CLASSPATH.length())
					: location.contains(":") ? "" : location;
			String plain = path.replaceAll("^/+|/+$", "");
			if (!plain.isEmpty() && !plain.contains("*")) {
				return plain;
			}
		}
		return "db/migrations";
	}

}

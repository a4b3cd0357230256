package dev.migrate.boot.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a build wrote, and the module that it was built from.
 *
 * @param module the root of the module
 * @param resources the source folder of its resources; it need not exist
 * @param folder whether it is a folder of classes or resources, not a jar
 */
record BuildOutput(Path module, Path resources, boolean folder) {

	// Maven, Gradle, Eclipse: where classes and resources go, and what they are made of.
	private static final List<Layout> FOLDERS = List.of(new Layout("target/classes", "main"),
			new Layout("target/test-classes", "test"), new Layout("build/resources/main", "main"),
			new Layout("build/resources/test", "test"), new Layout("build/classes/java/main", "main"),
			new Layout("build/classes/java/test", "test"), new Layout("build/classes/kotlin/main", "main"),
			new Layout("build/classes/kotlin/test", "test"), new Layout("build/classes/groovy/main", "main"),
			new Layout("build/classes/groovy/test", "test"), new Layout("bin/main", "main"),
			new Layout("bin/test", "test"));

	private static final List<Layout> JARS = List.of(new Layout("target", "main"), new Layout("build/libs", "main"));

	/**
	 * Find what a folder of classes, or a jar, was built from.
	 * @param output an absolute path
	 * @return the output, or null if it lies in no module
	 */
	static @Nullable BuildOutput of(Path output) {
		Path path = output.toAbsolutePath().normalize();
		boolean folder = Files.isDirectory(path);
		Path place = folder ? path : path.getParent();
		for (Layout layout : folder ? FOLDERS : JARS) {
			Path module = (place != null) ? layout.module(place) : null;
			// The same names outside a checkout, in an image for example, mean nothing.
			if (module != null && Files.isDirectory(module.resolve("src/" + layout.set))) {
				return new BuildOutput(module, module.resolve("src/" + layout.set + "/resources"), folder);
			}
		}
		return null;
	}

	private record Layout(String place, String set) {

		@Nullable Path module(Path output) {
			Path relative = Path.of(this.place);
			if (!output.endsWith(relative)) {
				return null;
			}
			Path module = output;
			for (int name = 0; name < relative.getNameCount() && module != null; name++) {
				module = module.getParent();
			}
			return module;
		}

	}

}

package dev.migrate.script;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.error.VisibleText;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * The {@code .sql} files below a location. A folder is walked once and the directory of a
 * jar is read once, and both tell size and change on the way; what is neither is left to
 * the patterns of Spring.
 */
final class ResourceListing {

	private static final String CLASSPATH = "classpath:";

	private static final String ENDING = ".sql";

	private final ResourcePatternResolver resolver;

	/** With its prefix, and without a slash at its end. */
	private final String root;

	private final String folder;

	ResourceListing(ResourcePatternResolver resolver, String location) {
		this.resolver = resolver;
		String plain = location.endsWith("/") ? location.substring(0, location.length() - 1) : location;
		this.root = plain.contains(":") ? plain : CLASSPATH + plain;
		int start = this.root.indexOf(':') + 1;
		while (start < this.root.length() && this.root.charAt(start) == '/') {
			start++;
		}
		this.folder = this.root.substring(start);
	}

	/** Return the path of the location, without its prefix. */
	String folder() {
		return this.folder;
	}

	/** Return all files, in no order that means anything. */
	List<ListedFile> files() {
		return list(Integer.MAX_VALUE);
	}

	/** Tell whether there is none; the search ends with the first. */
	boolean isEmpty() {
		return list(1).isEmpty();
	}

	private List<ListedFile> list(int limit) {
		try {
			Set<Resource> roots = roots();
			return (roots != null) ? below(roots, limit) : matching();
		}
		catch (FileNotFoundException ex) {
			return List.of();
		}
		catch (IOException ex) {
			throw ResourceScriptSource.unreadable(this.root, ex);
		}
	}

	/** Return the folders, or null if only patterns find what is meant. */
	private @Nullable Set<Resource> roots() throws IOException {
		if (this.folder.isEmpty() || this.folder.contains("*") || this.folder.contains("?")
				|| this.folder.contains("{")) {
			return null;
		}
		return new LinkedHashSet<>(List.of(this.resolver.getResources(pattern() + "/")));
	}

	private String pattern() {
		return this.root.startsWith(CLASSPATH) ? "classpath*:" + this.root.substring(CLASSPATH.length()) : this.root;
	}

	private List<ListedFile> below(Set<Resource> roots, int limit) throws IOException {
		List<ListedFile> files = new ArrayList<>();
		for (Resource resource : roots) {
			if (files.size() >= limit) {
				return files;
			}
			if (resource.isFile()) {
				new FolderWalk(folder(resource.getFile()), limit, files).go();
			}
			else if (resource.getURL().openConnection() instanceof JarURLConnection connection) {
				new JarDirectory(resource, connection, this.folder).list(files);
			}
			else {
				return matching();
			}
		}
		return files;
	}

	private static Path folder(File file) {
		try {
			return file.toPath().toAbsolutePath();
		}
		catch (InvalidPathException ex) {
			throw new MigrateException(ErrorCode.FILE_ACCESS,
					"The folder " + VisibleText.of(file.getPath()) + " can't be opened: its name has letters that the"
							+ " locale of this process can't write.",
					"Start it in a locale of UTF-8: LC_ALL=C.UTF-8.", ex);
		}
	}

	private List<ListedFile> matching() throws IOException {
		List<ListedFile> files = new ArrayList<>();
		for (Resource resource : this.resolver.getResources(pattern() + "/**/*" + ENDING)) {
			String relative = relativePath(resource);
			if (isRevisionFile(relative)) {
				files.add(new MatchingFile(resource, name(resource, relative)));
			}
		}
		return files;
	}

	private String relativePath(Resource resource) {
		String path = path(resource);
		int start = path.lastIndexOf(this.folder + "/");
		return (start < 0 || this.folder.isEmpty()) ? path.substring(path.lastIndexOf('/') + 1)
				: path.substring(start + this.folder.length() + 1);
	}

	private static String path(Resource resource) {
		try {
			URL url = resource.getURL();
			return URLDecoder.decode(url.toString().replace("+", "%2B"), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			return resource.getDescription();
		}
	}

	private String name(Resource resource, String relative) throws IOException {
		return resource.isFile() ? shown(resource.getFile().toPath()) : this.folder + "/" + relative;
	}

	// What a person can open: the file, from the working directory if it lies below it.
	static String shown(Path path) {
		Path here = Path.of("").toAbsolutePath();
		Path file = path.toAbsolutePath().normalize();
		return (file.startsWith(here) ? here.relativize(file) : file).toString().replace('\\', '/');
	}

	/** Tell whether a path names a revision: no part of it is hidden. */
	static boolean isRevisionFile(String relative) {
		return relative.endsWith(ENDING) && !relative.startsWith(".") && !relative.contains("/.");
	}

	/** A file that Spring has found. */
	private record MatchingFile(Resource content, String name) implements ListedFile {

		@Override
		public String state() {
			return ResourceState.of(this.name, this.content);
		}

	}

}

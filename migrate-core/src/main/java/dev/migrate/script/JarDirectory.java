package dev.migrate.script;

import java.io.IOException;
import java.net.JarURLConnection;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

import org.springframework.core.io.Resource;

/**
 * Lists the revision files of a folder in a jar, in one pass over the jar's directory.
 */
final class JarDirectory {

	private final Resource root;

	private final JarURLConnection connection;

	private final String folder;

	/** Create a listing of a folder of this name; the connection leads to it. */
	JarDirectory(Resource root, JarURLConnection connection, String folder) {
		this.root = root;
		this.connection = connection;
		this.folder = folder;
	}

	void list(List<ListedFile> files) throws IOException {
		JarFile jar = this.connection.getJarFile();
		try {
			String entry = Objects.requireNonNullElse(this.connection.getEntryName(), "");
			list(jar, (entry.isEmpty() || entry.endsWith("/")) ? entry : entry + "/", files);
		}
		finally {
			if (!this.connection.getUseCaches()) {
				jar.close();
			}
		}
	}

	private void list(JarFile jar, String start, List<ListedFile> files) {
		for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements();) {
			JarEntry entry = entries.nextElement();
			String name = entry.getName();
			if (name.startsWith(start)) {
				String relative = name.substring(start.length());
				if (ResourceListing.isRevisionFile(relative)) {
					files.add(new FileInJar(this.folder + "/" + relative, this.root, relative, entry));
				}
			}
		}
	}

	private record FileInJar(String name, Resource root, String relative, JarEntry entry) implements ListedFile {

		@Override
		public String state() {
			return ResourceState.of(this.entry);
		}

		@Override
		public Resource content() throws IOException {
			return this.root.createRelative(this.relative);
		}

	}

}

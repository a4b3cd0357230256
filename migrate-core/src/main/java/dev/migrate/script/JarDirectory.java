package dev.migrate.script;

import java.io.IOException;
import java.net.JarURLConnection;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/**
 * Lists the revision files of a folder in a jar, in one pass over the jar's directory.
 */
final class JarDirectory {

	private final Resource root;

	private final JarURLConnection connection;

	/** Create a listing of a folder; the connection leads to it. */
	JarDirectory(Resource root, JarURLConnection connection) {
		this.root = root;
		this.connection = connection;
	}

	void list(List<ListedFile> files) throws IOException {
		JarFile jar = this.connection.getJarFile();
		try {
			String folder = Objects.requireNonNullElse(this.connection.getEntryName(), "");
			list(jar, (folder.isEmpty() || folder.endsWith("/")) ? folder : folder + "/", files);
		}
		finally {
			if (!this.connection.getUseCaches()) {
				jar.close();
			}
		}
	}

	private void list(JarFile jar, String folder, List<ListedFile> files) {
		for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements();) {
			JarEntry entry = entries.nextElement();
			String name = entry.getName();
			if (name.startsWith(folder)) {
				String relative = name.substring(folder.length());
				if (ResourceListing.isRevisionFile(relative)) {
					files.add(new FileInJar(this.root, relative, ResourceState.of(entry)));
				}
			}
		}
	}

	private record FileInJar(Resource root, String relative, String state) implements ListedFile {

		@Override
		public @Nullable Path path() {
			return null;
		}

		@Override
		public String state(String name) {
			return this.state;
		}

		@Override
		public Resource content() throws IOException {
			return this.root.createRelative(this.relative);
		}

	}

}

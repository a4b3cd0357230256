package dev.migrate.script;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/**
 * Lists the revision files of a folder, in one walk that follows symbolic links.
 */
final class FolderWalk extends SimpleFileVisitor<Path> {

	private final Path root;

	private final int start;

	private final boolean slashes;

	private final int limit;

	private final List<ListedFile> files;

	/** What stands before the paths of all files; null if it is not the same for all. */
	private final @Nullable String shown;

	/** Create a walk that ends when there are so many files. */
	FolderWalk(Path root, int limit, List<ListedFile> files) {
		this.root = root;
		String path = root.toString();
		String separator = root.getFileSystem().getSeparator();
		this.slashes = separator.equals("/");
		this.start = path.endsWith(separator) ? path.length() : path.length() + 1;
		this.limit = limit;
		this.files = files;
		this.shown = Path.of("").toAbsolutePath().startsWith(root.normalize()) ? null
				: ResourceListing.shown(root) + "/";
	}

	void go() throws IOException {
		if (Files.isDirectory(this.root)) {
			Files.walkFileTree(this.root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, this);
		}
	}

	@Override
	public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
		return (folder != this.root && isHidden(folder)) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
	}

	@Override
	public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
		String path = file.toString().substring(this.start);
		String relative = this.slashes ? path : path.replace('\\', '/');
		if (ResourceListing.isRevisionFile(relative)) {
			String name = (this.shown != null) ? this.shown + relative : ResourceListing.shown(file);
			this.files.add(new FileInFolder(file, name, attributes));
		}
		return (this.files.size() < this.limit) ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
	}

	@Override
	public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
		if (isHidden(file)) {
			return FileVisitResult.CONTINUE;
		}
		throw failure;
	}

	private static boolean isHidden(Path path) {
		return path.getFileName().toString().startsWith(".");
	}

	private record FileInFolder(Path path, String name, BasicFileAttributes attributes) implements ListedFile {

		@Override
		public String state() {
			if (!this.attributes.isRegularFile()) {
				// A link that leads nowhere, for one: what reads it says so.
				return ResourceState.of(this.name, content());
			}
			return this.attributes.size() + "@" + this.attributes.lastModifiedTime().toMillis();
		}

		@Override
		public byte[] read() throws IOException {
			if (!this.attributes.isRegularFile()) {
				return content().getContentAsByteArray();
			}
			// A channel for each of thousands of small files takes twice as long.
			try (InputStream content = new FileInputStream(this.path.toFile())) {
				return content.readAllBytes();
			}
			catch (FileNotFoundException ex) {
				// As a text a name may lose letters that the locale can't write.
				if (Files.isReadable(this.path)) {
					return Files.readAllBytes(this.path);
				}
				throw ex;
			}
		}

		@Override
		public Resource content() {
			return new FileSystemResource(this.path);
		}

	}

}

package dev.migrate.script;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.error.VisibleText;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * Revision files below locations such as {@code classpath:db/migrations} or
 * {@code file:/etc/app/migrations}, read recursively.
 */
public final class ResourceScriptSource implements ScriptSource {

	private static final String CLASSPATH = "classpath:";

	private final ResourcePatternResolver resolver;

	private final List<String> locations;

	/**
	 * Create a source.
	 * @param resolver finds the files
	 * @param locations each with a prefix, or a path on the class path
	 */
	public ResourceScriptSource(ResourcePatternResolver resolver, List<String> locations) {
		this.resolver = resolver;
		this.locations = List.copyOf(locations);
	}

	@Override
	public List<String> locations() {
		return this.locations;
	}

	@Override
	public List<MigrationScript> load() {
		List<MigrationScript> scripts = new ArrayList<>();
		find().forEach((name, resource) -> scripts.add(SqlMigration.parse(name, read(name, resource))));
		return scripts;
	}

	@Override
	public String fingerprint() {
		Digest digest = new Digest();
		find().forEach((name, resource) -> digest.add(name).add(ResourceState.of(name, resource)));
		return digest.hex();
	}

	@Override
	public boolean isEmpty() {
		return find().isEmpty();
	}

	private Map<String, Resource> find() {
		Map<String, Resource> found = new LinkedHashMap<>();
		for (String location : this.locations) {
			String root = root(location);
			String folder = root.substring(root.indexOf(':') + 1).replaceFirst("^/+", "");
			Path here = Path.of("").toAbsolutePath();
			Map<String, Resource> inOrder = new TreeMap<>();
			for (Resource resource : resources(root)) {
				String relative = relativePath(resource, folder);
				if (isRevisionFile(relative)) {
					inOrder.put(displayName(resource, folder, relative, here), resource);
				}
			}
			inOrder.forEach(found::putIfAbsent);
		}
		return found;
	}

	private static String root(String location) {
		String root = location.endsWith("/") ? location.substring(0, location.length() - 1) : location;
		return root.contains(":") ? root : CLASSPATH + root;
	}

	private Resource[] resources(String root) {
		String pattern = root.startsWith(CLASSPATH) ? "classpath*:" + root.substring(CLASSPATH.length()) : root;
		try {
			return this.resolver.getResources(pattern + "/**/*.sql");
		}
		catch (FileNotFoundException ex) {
			return new Resource[0];
		}
		catch (IOException ex) {
			throw unreadable(root, ex);
		}
	}

	private static boolean isRevisionFile(String relative) {
		for (String part : relative.split("/")) {
			if (part.startsWith(".")) {
				return false;
			}
		}
		return true;
	}

	private static String relativePath(Resource resource, String folder) {
		String path = path(resource);
		int start = path.lastIndexOf(folder + "/");
		return (start < 0 || folder.isEmpty()) ? path.substring(path.lastIndexOf('/') + 1)
				: path.substring(start + folder.length() + 1);
	}

	private static String path(Resource resource) {
		try {
			String url = resource.getURL().toString();
			return (url.indexOf('%') < 0) ? url : URLDecoder.decode(url.replace("+", "%2B"), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			return resource.getDescription();
		}
	}

	// What a person can open: the path in the jar, or the file, from the working
	// directory if it lies below it.
	private static String displayName(Resource resource, String folder, String relative, Path here) {
		if (!resource.isFile()) {
			return visible(folder + "/" + relative);
		}
		try {
			Path file = resource.getFile().toPath().toAbsolutePath().normalize();
			return visible((file.startsWith(here) ? here.relativize(file) : file).toString().replace('\\', '/'));
		}
		catch (IOException ex) {
			return resource.getDescription();
		}
	}

	// It becomes part of sentences of one line.
	private static String visible(String name) {
		return VisibleText.of(name.replace('\r', '?').replace('\n', '?').replace('\t', '?'));
	}

	private static String read(String name, Resource resource) {
		try (InputStream stream = resource.getInputStream()) {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(stream.readAllBytes())).toString();
		}
		catch (CharacterCodingException ex) {
			throw new MigrateException(ErrorCode.INVALID_SOURCE, name + " is not written in UTF-8.",
					"Save the file as UTF-8.", ex);
		}
		catch (IOException ex) {
			throw unreadable(name, ex);
		}
	}

	static MigrateException unreadable(String name, IOException cause) {
		return new MigrateException(ErrorCode.FILE_ACCESS, name + " can't be read: " + cause.getMessage() + ".",
				"Check that the file exists and that the user of this process may read it.", cause);
	}

}

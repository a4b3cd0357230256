package dev.migrate.boot.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * Finds resources of the class path where they are written: in the source folder of the
 * module, if the module's class folder is on the class path. The copy that the last build
 * made is passed over; jars are read as ever.
 */
public final class CheckoutResources implements ResourcePatternResolver {

	private static final String CLASSPATH = "classpath:";

	private static final Log logger = LogFactory.getLog(CheckoutResources.class);

	private final ResourcePatternResolver resolver;

	private final Set<Path> warned = ConcurrentHashMap.newKeySet();

	private CheckoutResources(ResourcePatternResolver resolver) {
		this.resolver = resolver;
	}

	/**
	 * Prefer source folders.
	 * @param resolver finds resources as they are on the class path
	 * @return a resolver that looks into the checkout first
	 */
	public static ResourcePatternResolver over(ResourcePatternResolver resolver) {
		return new CheckoutResources(resolver);
	}

	@Override
	public Resource getResource(String location) {
		return this.resolver.getResource(location);
	}

	@Override
	public @Nullable ClassLoader getClassLoader() {
		return this.resolver.getClassLoader();
	}

	@Override
	public Resource[] getResources(String pattern) throws IOException {
		String path = pathOf(pattern);
		if (path == null) {
			return this.resolver.getResources(pattern);
		}
		Map<Path, Path> sources = sources(fixedPart(path));
		if (sources.isEmpty()) {
			Resource[] copies = this.resolver.getResources(pattern);
			warnOfCopies(fixedPart(path), copies);
			return copies;
		}
		List<Resource> found = new ArrayList<>();
		for (Resource resource : this.resolver.getResources(pattern)) {
			if (!isBelow(resource, sources.keySet())) {
				found.add(resource);
			}
		}
		for (Path folder : new LinkedHashSet<>(sources.values())) {
			String location = folder.toUri().toString();
			Collections.addAll(found,
					this.resolver.getResources(location.endsWith("/") ? location + path : location + "/" + path));
		}
		return found.toArray(Resource[]::new);
	}

	// Other builds write resources elsewhere, so they are read all the same.
	private void warnOfCopies(String path, Resource[] copies) throws IOException {
		for (Path root : roots()) {
			BuildOutput output = BuildOutput.of(root);
			if (output != null && Arrays.stream(copies).anyMatch((copy) -> isBelow(copy, Set.of(root)))
					&& this.warned.add(root)) {
				logger.warn("The revisions are read from " + root.resolve(path) + ", the copy of an earlier build: "
						+ output.resources().resolve(path)
						+ " is not there. Build anew (`clean`) if they are meant to be gone.");
			}
		}
	}

	private static @Nullable String pathOf(String pattern) {
		if (pattern.startsWith(CLASSPATH_ALL_URL_PREFIX)) {
			return pattern.substring(CLASSPATH_ALL_URL_PREFIX.length()).replaceFirst("^/+", "");
		}
		return pattern.startsWith(CLASSPATH) ? pattern.substring(CLASSPATH.length()).replaceFirst("^/+", "") : null;
	}

	private static String fixedPart(String path) {
		int star = path.indexOf('*');
		String fixed = (star < 0) ? path : path.substring(0, star);
		return fixed.endsWith("/") ? fixed.substring(0, fixed.length() - 1) : fixed;
	}

	/** Return the class folders whose module has the path among its sources. */
	private Map<Path, Path> sources(String path) throws IOException {
		Map<Path, Path> sources = new LinkedHashMap<>();
		for (Path root : roots()) {
			BuildOutput output = BuildOutput.of(root);
			if (output != null && Files.isDirectory(output.resources().resolve(path))) {
				sources.put(root, output.resources());
			}
		}
		return sources;
	}

	private Set<Path> roots() throws IOException {
		ClassLoader classLoader = getClassLoader();
		ClassLoader known = (classLoader != null) ? classLoader : CheckoutResources.class.getClassLoader();
		Set<Path> roots = new LinkedHashSet<>();
		for (URL url : Collections.list(known.getResources(""))) {
			Path root = file(url);
			if (root != null) {
				roots.add(root);
			}
		}
		return roots;
	}

	private static @Nullable Path file(URL url) {
		if (!url.getProtocol().equals("file")) {
			return null;
		}
		try {
			return Path.of(new URI(url.toString().replace(" ", "%20"))).toAbsolutePath().normalize();
		}
		catch (URISyntaxException | IllegalArgumentException ex) {
			return null;
		}
	}

	private static boolean isBelow(Resource resource, Set<Path> folders) {
		if (!resource.isFile()) {
			return false;
		}
		try {
			Path file = resource.getFile().toPath().toAbsolutePath().normalize();
			return folders.stream().anyMatch(file::startsWith);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

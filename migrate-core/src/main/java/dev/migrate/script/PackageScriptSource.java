package dev.migrate.script;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.migration.Migration;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;

/**
 * Java revisions in packages of the class path and below them. Class files are read, not
 * loaded: a class is loaded when somebody asks what its revision does.
 */
public final class PackageScriptSource implements ScriptSource {

	private static final String CLASS = ".class";

	private final ResourcePatternResolver resolver;

	private final List<String> packages;

	private final Predicate<JavaHeader> wanted;

	private final Function<String, Migration> factory;

	/**
	 * Create a source.
	 * @param resolver finds the class files
	 * @param packages their names
	 * @param wanted tells which revisions count: others come from another source, or are
	 * for another database
	 * @param factory makes an object of a class by its name
	 */
	public PackageScriptSource(ResourcePatternResolver resolver, List<String> packages, Predicate<JavaHeader> wanted,
			Function<String, Migration> factory) {
		this.resolver = resolver;
		this.packages = List.copyOf(packages);
		this.wanted = wanted;
		this.factory = factory;
	}

	@Override
	public List<String> locations() {
		return this.packages.stream().map((name) -> "package " + name).toList();
	}

	@Override
	public List<MigrationScript> load() {
		MetadataReaderFactory readers = new SimpleMetadataReaderFactory(this.resolver);
		List<MigrationScript> scripts = new ArrayList<>();
		find().forEach((name, resource) -> {
			JavaHeader header = header(readers, name, resource);
			if (header != null && this.wanted.test(header)) {
				scripts.add(new JavaMigration(header, () -> this.factory.apply(name)));
			}
		});
		return scripts;
	}

	private static @Nullable JavaHeader header(MetadataReaderFactory readers, String name, Resource resource) {
		try {
			AnnotationMetadata metadata = readers.getMetadataReader(resource).getAnnotationMetadata();
			JavaHeader header = JavaHeader.read(name, metadata.getAnnotations());
			if (header != null && (!metadata.isConcrete() || !metadata.isIndependent())) {
				throw new MigrateException(ErrorCode.INVALID_SOURCE,
						name + " is annotated with @Revision, but no object can be made of it.",
						"Make it a class of its own, or a static one, and not abstract.");
			}
			return header;
		}
		catch (IOException ex) {
			throw ResourceScriptSource.unreadable(name, ex);
		}
	}

	@Override
	public String fingerprint() {
		Digest digest = new Digest();
		find().forEach((name, resource) -> digest.add(name).add(ResourceState.of(name, resource)));
		return digest.hex();
	}

	@Override
	public boolean isEmpty() {
		MetadataReaderFactory readers = new SimpleMetadataReaderFactory(this.resolver);
		return find().entrySet().stream().noneMatch((file) -> header(readers, file.getKey(), file.getValue()) != null);
	}

	private Map<String, Resource> find() {
		Map<String, Resource> found = new TreeMap<>();
		for (String name : this.packages) {
			String folder = name.replace('.', '/');
			for (Resource resource : resources(folder)) {
				String path = path(resource);
				String className = path.substring(path.lastIndexOf(folder + "/"), path.length() - CLASS.length())
					.replace('/', '.');
				if (!className.endsWith("package-info") && !className.endsWith("module-info")) {
					found.putIfAbsent(className, resource);
				}
			}
		}
		return found;
	}

	private Resource[] resources(String folder) {
		try {
			return this.resolver
				.getResources(ResourcePatternResolver.CLASSPATH_ALL_URL_PREFIX + folder + "/**/*" + CLASS);
		}
		catch (FileNotFoundException ex) {
			return new Resource[0];
		}
		catch (IOException ex) {
			throw ResourceScriptSource.unreadable(folder, ex);
		}
	}

	private static String path(Resource resource) {
		try {
			return URLDecoder.decode(resource.getURL().toString().replace("+", "%2B"), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw ResourceScriptSource.unreadable(resource.getDescription(), ex);
		}
	}

}

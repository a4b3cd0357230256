package dev.migrate.script;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.zip.CRC32;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Where revision files are found, and what is told of them without opening one.
 */
class ResourceListingTests {

	private static final String LOCATION = "classpath:db/migrations";

	@TempDir
	Path folder;

	@Test
	void aFolderIsAskedForOnceHoweverManyFilesItHas() throws IOException {
		for (int number = 0; number < 50; number++) {
			file("classes/db/migrations/" + number + ".sql", "" + number);
		}
		Patterns resolver = new Patterns(loader(this.folder.resolve("classes")));
		ResourceScriptSource source = new ResourceScriptSource(resolver, List.of(LOCATION));
		source.fingerprint();
		assertThat(resolver.asked).containsExactly("classpath*:db/migrations/");
	}

	@Test
	void theFingerprintIsOfNamesSizesAndTimes() throws IOException {
		Path first = file("b.sql", "one");
		Path second = file("a/ü x.sql", "three");
		Digest expected = new Digest();
		for (Path path : List.of(second, first)) {
			expected.add(path.toString()).add(Files.size(path) + "@" + Files.getLastModifiedTime(path).toMillis());
		}
		assertThat(source(this.folder.toUri().toString()).fingerprint()).isEqualTo(expected.hex());
	}

	@Test
	void theFingerprintOfAJarIsOfNamesSizesAndChecksums() throws IOException {
		Path jar = jar("one.jar", "db/migrations/b.sql=one", "db/migrations/a/ü x.sql=three", "db/other.sql=no");
		Digest expected = new Digest().add("db/migrations/a/ü x.sql").add("5/" + crc("three"));
		expected.add("db/migrations/b.sql").add("3/" + crc("one"));
		ResourceScriptSource source = new ResourceScriptSource(new Patterns(loader(jar)), List.of(LOCATION));
		assertThat(source.fingerprint()).isEqualTo(expected.hex());
		assertThat(source.isEmpty()).isFalse();
	}

	@Test
	void whatIsListedIsWhatPatternsFind() throws IOException {
		file("classes/db/migrations/b #1.sql", revision("bbbb22222222"));
		file("classes/db/migrations/ä/100%/c+d.sql", revision("cccc33333333"));
		Path jar = jar("two.jar", "db/migrations/deep/e f.sql=" + revision("eeee55555555"),
				"db/migrations/db/migrations/g.sql=" + revision("aaaa77777777"));
		PathMatchingResourcePatternResolver resolver = new Patterns(loader(this.folder.resolve("classes"), jar));
		assertThat(ids(new ResourceScriptSource(resolver, List.of(LOCATION))))
			.containsExactlyInAnyOrderElementsOf(
					ids(new ResourceScriptSource(resolver, List.of("classpath*:db/mi*tions"))))
			.hasSize(4);
	}

	@Test
	void linksAreFollowedAndHiddenFoldersAreNot() throws IOException {
		Path elsewhere = file("elsewhere/a.sql", revision("aaaa11111111"));
		file("root/.git/b.sql", "not even SQL");
		file("root/c/.d/e.sql", "nor this");
		Files.createSymbolicLink(this.folder.resolve("root/linked"), elsewhere.getParent());
		assertThat(ids(source("file:" + this.folder + "/root"))).containsExactly("aaaa11111111");
	}

	@Test
	void aLinkInACircleIsNamed() throws IOException {
		file("root/a.sql", revision("aaaa11111111"));
		Files.createSymbolicLink(this.folder.resolve("root/circle"), this.folder.resolve("root"));
		ResourceScriptSource source = source("file:" + this.folder + "/root");
		assertThatExceptionOfType(MigrateException.class).isThrownBy(source::fingerprint)
			.satisfies((failure) -> assertThat(failure.code()).isEqualTo(ErrorCode.FILE_ACCESS))
			.withMessageContaining("circle");
	}

	@Test
	void aLinkThatLeadsNowhereIsNamed() throws IOException {
		file("root/a.sql", revision("aaaa11111111"));
		Files.createSymbolicLink(this.folder.resolve("root/lost.sql"), this.folder.resolve("nowhere"));
		ResourceScriptSource source = source("file:" + this.folder + "/root");
		assertThatExceptionOfType(MigrateException.class).isThrownBy(source::fingerprint)
			.withMessageContaining("lost.sql");
		assertThatExceptionOfType(MigrateException.class).isThrownBy(source::load).withMessageContaining("lost.sql");
	}

	@Test
	void twoJarsMayHaveAPathInCommon() throws IOException {
		Path first = jar("one.jar", "db/migrations/001.sql=" + revision("aaaa11111111"));
		Path second = jar("two.jar", "db/migrations/001.sql=" + revision("bbbb22222222"));
		ResourceScriptSource source = new ResourceScriptSource(new Patterns(loader(first, second)), List.of(LOCATION));
		List<MigrationScript> scripts = source.load();
		assertThat(scripts).extracting((script) -> script.revision().id().value())
			.containsExactly("aaaa11111111", "bbbb22222222");
		assertThat(scripts.get(0).revision().location().source()).isEqualTo("db/migrations/001.sql");
		assertThat(scripts.get(1).revision().location().source()).contains("two.jar").endsWith("db/migrations/001.sql");
	}

	@Test
	void severalLocationsCountInTheirOrder() throws IOException {
		file("one/b.sql", revision("bbbb22222222"));
		file("two/a.sql", revision("aaaa11111111"));
		ResourceScriptSource source = source("file:" + this.folder + "/missing", "file:" + this.folder + "/one/",
				"file:" + this.folder + "/two", "file:" + this.folder);
		assertThat(ids(source)).containsExactly("bbbb22222222", "aaaa11111111");
	}

	@Test
	void whatIsMissingIsEmpty() {
		for (String location : List.of(LOCATION, "file:" + this.folder + "/missing", "db/migrations/",
				"classpath:nothing/*/here")) {
			assertThat(source(location).load()).isEmpty();
			assertThat(source(location).isEmpty()).isTrue();
		}
	}

	private static ResourceScriptSource source(String... locations) {
		return new ResourceScriptSource(new PathMatchingResourcePatternResolver(), List.of(locations));
	}

	private static List<String> ids(ResourceScriptSource source) {
		return source.load().stream().map((script) -> script.revision().id().value()).toList();
	}

	private Path file(String name, String content) throws IOException {
		Path file = this.folder.resolve(name);
		Files.createDirectories(file.getParent());
		return Files.writeString(file, content);
	}

	private Path jar(String name, String... files) throws IOException {
		Path jar = this.folder.resolve(name);
		try (JarOutputStream stream = new JarOutputStream(Files.newOutputStream(jar))) {
			stream.putNextEntry(new JarEntry("db/"));
			stream.putNextEntry(new JarEntry("db/migrations/"));
			for (String file : files) {
				stream.putNextEntry(new JarEntry(file.substring(0, file.indexOf('='))));
				stream.write(file.substring(file.indexOf('=') + 1).getBytes(StandardCharsets.UTF_8));
			}
		}
		return jar;
	}

	private static long crc(String text) {
		CRC32 crc = new CRC32();
		crc.update(text.getBytes(StandardCharsets.UTF_8));
		return crc.getValue();
	}

	private static String revision(String id) {
		return "-- a step\n--\n-- revision: " + id + "\n-- revises: base\n\n-- migrate:upgrade\nSELECT 1;\n";
	}

	private static ClassLoader loader(Path... path) throws IOException {
		List<URL> urls = new ArrayList<>();
		for (Path entry : path) {
			urls.add(entry.toUri().toURL());
		}
		return new URLClassLoader(urls.toArray(URL[]::new), null);
	}

	/** Remembers what it was asked for. */
	private static final class Patterns extends PathMatchingResourcePatternResolver {

		private final List<String> asked = new ArrayList<>();

		Patterns(ClassLoader loader) {
			super(loader);
		}

		@Override
		public Resource[] getResources(String pattern) throws IOException {
			this.asked.add(pattern);
			return super.getResources(pattern);
		}

	}

}

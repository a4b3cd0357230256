package dev.migrate.script;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Operations;
import dev.migrate.migration.Revision;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

class PackageScriptSourceTests {

	private static final String NAME = PackageScriptSourceTests.class.getName() + "$Packed";

	@TempDir
	private Path folder;

	@Revision(id = "1f2e3d4c5b6a", revises = "base", message = "packed")
	static class Packed implements Migration {

		@Override
		public void upgrade(Operations op) {
		}

	}

	private Path jar(String name, long time) throws IOException {
		Path jar = this.folder.resolve(name);
		String entry = NAME.replace('.', '/') + ".class";
		try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
				InputStream file = Objects.requireNonNull(getClass().getClassLoader().getResourceAsStream(entry))) {
			for (String parent : List.of("dev/", "dev/migrate/", "dev/migrate/script/")) {
				out.putNextEntry(new JarEntry(parent));
			}
			JarEntry written = new JarEntry(entry);
			written.setTime(time);
			out.putNextEntry(written);
			file.transferTo(out);
		}
		return jar;
	}

	/** Knows the classes of this test, and no file. */
	private static final class ClassesOnly extends ClassLoader {

		ClassesOnly() {
			super(PackageScriptSourceTests.class.getClassLoader());
		}

		@Override
		public @Nullable URL getResource(String name) {
			return null;
		}

		@Override
		public Enumeration<URL> getResources(String name) {
			return Collections.emptyEnumeration();
		}

	}

	private static PackageScriptSource source(URLClassLoader loader) {
		return new PackageScriptSource(new PathMatchingResourcePatternResolver(loader), List.of("dev.migrate.script"),
				(header) -> true, (name) -> new Packed());
	}

	@Test
	void findsRevisionsInAJarWithoutLoadingThem() throws IOException {
		try (URLClassLoader loader = new URLClassLoader(new URL[] { jar("app.jar", 0).toUri().toURL() },
				new ClassesOnly())) {
			PackageScriptSource source = source(loader);
			assertThat(source.isEmpty()).isFalse();
			assertThat(source.load()).singleElement()
				.satisfies((script) -> assertThat(script.revision().location().source()).isEqualTo(NAME))
				.satisfies((script) -> assertThat(script.revision().id().value()).isEqualTo("1f2e3d4c5b6a"));
		}
	}

	@Test
	void knowsTheSameRevisionsInAJarThatWasBuiltAgain() throws IOException {
		try (URLClassLoader first = new URLClassLoader(new URL[] { jar("a.jar", 0).toUri().toURL() },
				new ClassesOnly());
				URLClassLoader second = new URLClassLoader(
						new URL[] { jar("b.jar", 1_700_000_000_000L).toUri().toURL() }, new ClassesOnly())) {
			assertThat(source(first).fingerprint()).isEqualTo(source(second).fingerprint());
		}
	}

	@Test
	void isEmptyWhereThereIsNoSuchPackage() {
		PackageScriptSource source = new PackageScriptSource(new PathMatchingResourcePatternResolver(),
				List.of("no.such.place"), (header) -> true, (name) -> new Packed());
		assertThat(source.isEmpty()).isTrue();
		assertThat(source.load()).isEmpty();
	}

}

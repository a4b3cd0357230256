package dev.migrate.boot.source;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class CheckoutResourcesTests {

	private static final String PATTERN = "classpath*:db/migrations/**/*.sql";

	@TempDir
	Path root;

	private Path write(String path) throws IOException {
		Path file = this.root.resolve(path);
		Files.createDirectories(file.getParent());
		return Files.writeString(file, "-- x\n");
	}

	private List<Path> find(String... classPath) throws IOException {
		URL[] urls = new URL[classPath.length];
		for (int index = 0; index < urls.length; index++) {
			urls[index] = this.root.resolve(classPath[index]).toUri().toURL();
		}
		try (URLClassLoader classLoader = new URLClassLoader(urls, null)) {
			return Arrays
				.stream(CheckoutResources.over(new PathMatchingResourcePatternResolver(classLoader))
					.getResources(PATTERN))
				.map((resource) -> {
					try {
						return resource.getFile().toPath();
					}
					catch (IOException ex) {
						throw new IllegalStateException(ex);
					}
				})
				.sorted()
				.toList();
		}
	}

	@Test
	void readsTheSourcesInsteadOfTheCopyThatTheLastBuildMade() throws IOException {
		write("one/target/classes/db/migrations/stale.sql");
		Path fresh = write("one/src/main/resources/db/migrations/deep/fresh.sql");
		assertThat(find("one/target/classes/")).containsExactly(fresh);
	}

	@Test
	void readsEveryModuleOfACheckoutAndWhatIsNoneOfIt() throws IOException {
		write("one/target/classes/db/migrations/stale.sql");
		Path first = write("one/src/main/resources/db/migrations/a.sql");
		write("two/build/classes/java/main/Some.class");
		write("two/build/resources/main/db/migrations/stale.sql");
		Path second = write("two/src/main/resources/db/migrations/b.sql");
		Path image = write("image/classes/db/migrations/c.sql");
		assertThat(find("one/target/classes/", "two/build/classes/java/main/", "two/build/resources/main/",
				"image/classes/"))
			.containsExactlyInAnyOrder(first, second, image);
	}

	@Test
	void keepsTheCopyWhereTheModuleHasNoSuchSourcesAndSaysSo(CapturedOutput output) throws IOException {
		write("one/src/main/java/Some.java");
		Path generated = write("one/target/classes/db/migrations/generated.sql");
		assertThat(find("one/target/classes/")).containsExactly(generated);
		assertThat(output).contains("The revisions are read from " + generated.getParent())
			.contains(this.root.resolve("one/src/main/resources/db/migrations") + " is not there");
	}

	@Test
	void saysNothingWhereTheSourcesAreRead(CapturedOutput output) throws IOException {
		write("one/target/classes/db/migrations/stale.sql");
		write("one/src/main/resources/db/migrations/fresh.sql");
		find("one/target/classes/");
		assertThat(output).doesNotContain("The revisions are read from");
	}

}

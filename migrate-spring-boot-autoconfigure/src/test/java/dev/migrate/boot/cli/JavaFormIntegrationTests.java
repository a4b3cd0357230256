package dev.migrate.boot.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import dev.migrate.migration.Migration;
import dev.migrate.script.JavaHeader;
import dev.migrate.script.JavaMigration;
import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestH2;
import dev.migrate.testkit.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.annotation.MergedAnnotations;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code db migrate --java}: what it writes is compiled and run.
 */
class JavaFormIntegrationTests {

	private static final Path GOLDEN = Path.of("src/test/resources/java-form");

	private static final String COURSE = """
			@Entity
			@Table(name = "courses")
			public class Course {

				@Id
				@GeneratedValue(strategy = GenerationType.SEQUENCE)
				Long id;

				@Column(nullable = false, length = 20)
				String code;

			}
			""";

	private static final String STUDENT = """
			@Entity
			@Table(name = "students", indexes = @Index(columnList = "name, born desc"),
					uniqueConstraints = @UniqueConstraint(columnNames = { "name", "room" }, name = "one_bed"))
			public class Student {

				enum Mood { FINE, LOST }

				@Id
				@GeneratedValue(strategy = GenerationType.IDENTITY)
				Long id;

				@Column(nullable = false, length = 100)
				String name;

				@Column(unique = true)
				String email;

				@Column(nullable = false)
				Instant joined;

				LocalDate born;

				@Column(precision = 10, scale = 2)
				BigDecimal fees;

				@Column(name = "order")
				int order;

				Integer room;

				@Column(columnDefinition = "boolean default true", nullable = false)
				boolean active;

				@Enumerated(EnumType.STRING)
				Mood mood;

				@ManyToOne(optional = false)
				Course course;

			}
			""";

	@TempDir
	private Path root;

	private CommandDesk desk(TestDatabase database) throws IOException {
		CommandDesk desk = new CommandDesk(database, Files.createDirectories(this.root.resolve("migrations")));
		desk.entities(new ScenarioEntities(this.root));
		return desk;
	}

	private void entity(String name, String text) throws IOException {
		Files.writeString(this.root.resolve(name + ".java"), text);
	}

	@Test
	void writesClassesThatLeadUpAndBackOnEveryDatabase() throws Exception {
		entity("Course", COURSE);
		entity("Student", STUDENT);
		try (TestDatabase postgresql = TestPostgres.database(); TestDatabase h2 = TestH2.database()) {
			CommandDesk desk = desk(postgresql);
			assertThat(desk.run("migrate", "--java", "-m", "create school", "--rev-id", "aaaa11111111")).as(desk.err())
				.isZero();
			JavaMigration create = compiled("Raaaa11111111_create_school");
			desk.revision(create);
			entity("Student",
					STUDENT.replace("length = 100", "length = 200")
						.replace("\t@Column(unique = true)\n\tString email;\n", "")
						.replace("\tInteger room;", "\tInteger room;\n\n\t@Column(nullable = false)\n\tint age;"));
			assertThat(desk.run("migrate", "--java", "-m", "add age", "--rev-id", "bbbb22222222", "--drop",
					"students.email", "--fill", "students.age=18"))
				.as(desk.err())
				.isZero();
			JavaMigration change = compiled("Rbbbb22222222_add_age");
			desk.revision(change);
			leadsUpAndBack(desk, postgresql);
			assertThat(desk.run("check")).as(desk.out() + desk.err()).isZero();
			CommandDesk other = desk(h2);
			other.revision(create);
			other.revision(change);
			leadsUpAndBack(other, h2);
		}
	}

	private static void leadsUpAndBack(CommandDesk desk, TestDatabase database) {
		assertThat(desk.run("upgrade", "aaaa11111111")).as(desk.err()).isZero();
		database.execute("INSERT INTO courses (id, code) VALUES (1, 'CS101')",
				"INSERT INTO students (name, joined, \"order\", course_id, active)"
						+ " VALUES ('Ada', CURRENT_TIMESTAMP, 1, 1, true)");
		assertThat(desk.run("upgrade")).as(desk.err()).isZero();
		assertThat(database.strings("SELECT age FROM students")).containsExactly("18");
		assertThat(desk.run("downgrade", "base", "--yes")).as(desk.err()).isZero();
		assertThat(database.strings("SELECT table_name FROM information_schema.tables"
				+ " WHERE lower(table_name) IN ('students', 'courses')"))
			.isEmpty();
		assertThat(desk.run("upgrade")).as(desk.err()).isZero();
	}

	@Test
	void writesAnEmptyClassForAPersonToFill() throws Exception {
		try (TestDatabase h2 = TestH2.database()) {
			CommandDesk desk = desk(h2);
			assertThat(desk.run("revision", "--java", "-m", "fill \"slugs\"", "--rev-id", "cccc33333333",
					"--branch-label", "data"))
				.as(desk.err())
				.isZero();
			desk.revision(compiled("Rcccc33333333_fill_slugs"));
			assertThat(desk.run("upgrade")).isZero();
			assertThat(desk.run("downgrade")).isZero();
		}
	}

	@Test
	void refusesToAmendWithAClass() throws Exception {
		try (TestDatabase h2 = TestH2.database()) {
			CommandDesk desk = desk(h2);
			desk.revision("aaaa11111111", "base", "one", "CREATE TABLE a (id BIGINT)", "DROP TABLE a");
			assertThat(desk.run("migrate", "--amend", "--java")).isEqualTo(2);
			assertThat(desk.err()).contains("--amend rewrites files of SQL");
		}
	}

	private JavaMigration compiled(String name) throws Exception {
		Path source = this.root.resolve("java/com/example/migrations/" + name + ".java");
		String text = Files.readString(source);
		assertGolden(name, text.replaceAll("created = \"[^\"]*\"", "created = \"…\""));
		Path classes = Files.createDirectories(this.root.resolve("target/revisions"));
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		StringWriter problems = new StringWriter();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
			boolean done = compiler
				.getTask(problems, files, null,
						List.of("-proc:none", "-Xlint:all", "-Werror", "-d", classes.toString()), null,
						files.getJavaFileObjects(source))
				.call();
			assertThat(done).as(problems + text).isTrue();
		}
		try (URLClassLoader loader = new URLClassLoader(new URL[] { classes.toUri().toURL() },
				getClass().getClassLoader()); Stream<Path> files = Files.walk(classes)) {
			// All of its classes, before the loader is closed.
			for (Path file : files.filter((path) -> path.toString().endsWith(".class")).toList()) {
				Class.forName(classes.relativize(file).toString().replace(".class", "").replace('/', '.'), true,
						loader);
			}
			Class<?> type = Class.forName("com.example.migrations." + name, true, loader);
			Constructor<?> constructor = type.getDeclaredConstructor();
			constructor.setAccessible(true);
			Migration migration = (Migration) constructor.newInstance();
			return new JavaMigration(
					Objects.requireNonNull(JavaHeader.read(type.getName(), MergedAnnotations.from(type))),
					() -> migration);
		}
	}

	private static void assertGolden(String name, String text) throws IOException {
		if (Boolean.getBoolean("golden.update")) {
			Files.createDirectories(GOLDEN);
			Files.writeString(GOLDEN.resolve(name + ".txt"), text);
		}
		else {
			try (InputStream stream = JavaFormIntegrationTests.class
				.getResourceAsStream("/java-form/" + name + ".txt")) {
				assertThat(text)
					.isEqualTo(new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8));
			}
		}
	}

}

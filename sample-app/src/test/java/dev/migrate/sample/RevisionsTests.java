package dev.migrate.sample;

import java.nio.file.Path;
import java.util.List;

import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestPostgres;
import jakarta.persistence.EntityManagerFactory;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class RevisionsTests {

	private static final String CATALOGUE = """
			SELECT 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
				|| CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
				|| ' identity=' || a.attidentity::text || ' default=' || coalesce(pg_get_expr(d.adbin, d.adrelid), '') AS line
			FROM pg_class c
			JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
			LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
			WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
			UNION ALL
			SELECT 'constraint ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid)
			FROM pg_constraint
			WHERE contype <> 'n' AND connamespace = 'public'::regnamespace
			UNION ALL
			SELECT 'index ' || pg_get_indexdef(i.indexrelid)
			FROM pg_index i
			JOIN pg_class c ON c.oid = i.indexrelid AND c.relnamespace = 'public'::regnamespace
			WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u'))
			ORDER BY line""";

	@Test
	void theRevisionsBuildExactlyWhatTheEntitiesNeed() {
		try (TestDatabase actual = TestPostgres.database(); TestDatabase desired = TestPostgres.database()) {
			RevisionFiles.upgrade(actual);
			withHibernate(desired, "create");
			assertThat(actual.strings(CATALOGUE)).isNotEmpty().isEqualTo(desired.strings(CATALOGUE));
			withHibernate(actual, "validate");
		}
	}

	@Test
	void constraintsHaveTheNamesThatPostgresWouldGiveThem() {
		try (TestDatabase database = TestPostgres.database()) {
			RevisionFiles.upgrade(database);
			assertThat(database.strings("SELECT conname FROM pg_constraint WHERE contype <> 'n'"
					+ " AND connamespace = 'public'::regnamespace ORDER BY conname"))
				.containsExactly("courses_code_key", "courses_pkey", "enrollments_course_id_fkey",
						"enrollments_grade_check", "enrollments_pkey", "enrollments_student_id_course_id_key",
						"enrollments_student_id_fkey", "students_email_key", "students_pkey");
		}
	}

	@Test
	void studentsFromBeforeEmailsGetOne() {
		try (TestDatabase database = TestPostgres.database()) {
			List<Path> files = RevisionFiles.all();
			RevisionFiles.upgrade(database, files.subList(0, 2));
			database
				.execute("INSERT INTO students (first_name, surname) VALUES ('Ada', 'Lovelace'), ('Alan', 'Turing')");
			RevisionFiles.upgrade(database, files.subList(2, files.size()));
			assertThat(database.strings("SELECT last_name, email FROM students ORDER BY id"))
				.containsExactly("Lovelace|student-1@school.example", "Turing|student-2@school.example");
		}
	}

	@Test
	void theDowngradesLeaveNothingEvenWithStudentsEnrolled() {
		try (TestDatabase database = TestPostgres.database()) {
			RevisionFiles.upgrade(database);
			database.execute(
					"INSERT INTO students (first_name, last_name, email) VALUES ('Ada', 'Lovelace', 'ada@school.example')",
					"INSERT INTO enrollments (student_id, course_id, enrolled_on, grade)"
							+ " SELECT s.id, c.id, DATE '2026-11-19', 'A' FROM students s, courses c");
			RevisionFiles.downgrade(database);
			assertThat(
					database.strings("SELECT oid::regclass FROM pg_class WHERE relnamespace = 'public'::regnamespace"))
				.isEmpty();
		}
	}

	@Test
	void aFileIsNamedForWhatItsHeaderSays() {
		assertThat(RevisionFiles.all()).hasSizeGreaterThanOrEqualTo(6).allSatisfy((file) -> {
			List<String> lines = RevisionFiles.text(file).lines().toList();
			String created = header(lines, "created").replaceAll("[-:]", "");
			assertThat(file.getFileName())
				.hasToString(created.substring(0, 8) + "_" + created.substring(9, 13) + "_" + header(lines, "revision")
						+ "_" + lines.get(0).substring(3).replaceAll("[^a-z0-9]+", "_") + ".sql");
		});
	}

	private static String header(List<String> lines, String key) {
		String start = "-- " + key + ": ";
		return lines.stream()
			.filter((line) -> line.startsWith(start))
			.findFirst()
			.orElseThrow()
			.substring(start.length());
	}

	private static void withHibernate(TestDatabase database, String ddlAuto) {
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(DataSourceAutoConfiguration.class, HibernateJpaAutoConfiguration.class))
			.withUserConfiguration(Entities.class)
			.withPropertyValues("spring.datasource.url=" + database.url(),
					"spring.datasource.username=" + database.user(),
					"spring.datasource.password=" + database.password(), "spring.jpa.hibernate.ddl-auto=" + ddlAuto)
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(EntityManagerFactory.class));
	}

	@Configuration(proxyBeanMethods = false)
	@EntityScan("dev.migrate.sample.school")
	static class Entities {

	}

}

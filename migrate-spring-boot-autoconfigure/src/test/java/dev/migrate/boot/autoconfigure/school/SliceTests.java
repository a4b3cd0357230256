package dev.migrate.boot.autoconfigure.school;

import java.io.IOException;
import java.nio.file.Path;

import dev.migrate.boot.observe.RevisionFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.boot.jpa.test.autoconfigure.TestEntityManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class SliceTests {

	@TempDir
	static Path folder;

	@BeforeAll
	static void writeRevisions() throws IOException {
		RevisionFiles.writeTwo(folder);
	}

	@Nested
	@JdbcTest(properties = { "spring.flyway.enabled=false", "spring.migrate.auto-upgrade=true" })
	class Jdbc {

		@Autowired
		private JdbcTemplate jdbc;

		@DynamicPropertySource
		static void locations(DynamicPropertyRegistry registry) {
			registry.add("spring.migrate.locations", () -> folder.toUri().toString());
		}

		@Test
		void findsTheSchemaUpgraded() {
			assertThat(this.jdbc.update("INSERT INTO students (id, age) VALUES (1, 20)")).isEqualTo(1);
		}

	}

	@Nested
	@DataJpaTest(properties = { "spring.flyway.enabled=false", "spring.migrate.auto-upgrade=true" })
	class Jpa {

		@Autowired
		private TestEntityManager entities;

		@DynamicPropertySource
		static void locations(DynamicPropertyRegistry registry) {
			registry.add("spring.migrate.locations", () -> folder.toUri().toString());
		}

		@Test
		void findsTheSchemaUpgraded() {
			this.entities.persistAndFlush(new Student(1L, 20));
			assertThat(this.entities.getEntityManager()
				.createNativeQuery("SELECT count(*) FROM migrate_version")
				.getSingleResult()).hasToString("2");
		}

	}

}

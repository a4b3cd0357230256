package dev.migrate.hibernate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.migrate.diff.Answers;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.generate.GenerateRequest;
import dev.migrate.generate.Generated;
import dev.migrate.script.MigrationScript;
import dev.migrate.script.SqlMigration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What people make beside the entities stays, and is named with the revision that made
 * it.
 */
class HandMadeObjectsIntegrationTests {

	private static final CompiledModel MODEL = CompiledModel.of(Map.of("plain",
			"""
					@Entity @Table(name = "students") class Student { @Id Long id; @Column(length = 40) String name; Integer age; }
					""",
			"aged",
			"""
					@Entity @Table(name = "students") class Student { @Id Long id; @Column(length = 40) String name; Integer age;
						String email; }
					""",
			"closed",
			"""
					@Entity @Table(name = "students") class Student { @Id Long id; @Column(length = 40) String name; int age; }
					""",
			"required",
			"""
					@Entity @Table(name = "students") class Student { @Id Long id; @Column(length = 40) String name; Integer age;
						@Column(nullable = false) String email; }
					"""));

	private static final String BY_HAND = """
			-- by hand
			--
			-- revision: %s
			-- revises: %s

			-- migrate:upgrade
			%s
			""";

	private static Workshop postgresql;

	private static Workshop h2;

	@BeforeAll
	static void open() {
		postgresql = Workshop.postgresql();
		h2 = Workshop.h2();
	}

	@AfterAll
	static void close() {
		postgresql.close();
		h2.close();
	}

	private static List<MigrationScript> base(Workshop workshop, String... byHand) {
		Generated generated = workshop.generate(List.of(), MODEL.unit("plain"), Answers.NONE);
		List<MigrationScript> base = List.of(workshop.write(generated, List.of()));
		for (String sql : byHand) {
			String parent = base.get(base.size() - 1).revision().id().value();
			base = Workshop.and(base,
					SqlMigration.parse("hand.sql", BY_HAND.formatted("bbbbbbbbbb0" + base.size(), parent, sql)));
		}
		return base;
	}

	@Test
	void keepsWhatPeopleMadeOnPostgreSqlAndNamesItsRevision() {
		List<MigrationScript> base = base(postgresql, """
				CREATE INDEX adults ON students (name) WHERE age > 17;
				ALTER TABLE students ADD CHECK (age > 0);
				ALTER TABLE students ADD CONSTRAINT short CHECK (length(name) < 30);
				ALTER TABLE students ALTER COLUMN age SET DEFAULT 18;""", """
				ALTER TABLE students ADD COLUMN noted timestamptz NOT NULL DEFAULT now();
				CREATE TABLE audit (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, what text NOT NULL);
				CREATE VIEW names AS SELECT name FROM students;
				CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN
				INSERT INTO audit (what) VALUES ('x'); RETURN NEW; END$$;
				CREATE TRIGGER noting AFTER INSERT ON students FOR EACH ROW EXECUTE FUNCTION note();
				COMMENT ON COLUMN students.name IS 'as on the card';
				CREATE SEQUENCE tickets;
				CREATE TYPE mood AS ENUM ('good', 'bad');""");
		Generated unchanged = postgresql.generate(base, MODEL.unit("plain"), Answers.NONE);
		assertThat(unchanged.isEmpty()).isTrue();
		assertThat(unchanged.kept()).extracting(Object::toString)
			.containsExactlyInAnyOrder("index adults on public.students (revision bbbbbbbbbb01)",
					"constraint students_age_check on public.students (revision bbbbbbbbbb01)",
					"constraint short on public.students (revision bbbbbbbbbb01)",
					"default of column public.students.age (revision bbbbbbbbbb01)",
					"column public.students.noted (revision bbbbbbbbbb02)",
					"table public.audit (revision bbbbbbbbbb02)", "view public.names (revision bbbbbbbbbb02)",
					"routine public.note() (revision bbbbbbbbbb02)",
					"trigger noting on public.students (revision bbbbbbbbbb02)",
					"comment of column public.students.name (revision bbbbbbbbbb02)",
					"sequence public.tickets (revision bbbbbbbbbb02)", "enum type public.mood (revision bbbbbbbbbb02)");
		Generated changed = postgresql.generate(base, MODEL.unit("aged"), Answers.NONE);
		assertThat(changed.upgrade()).containsExactly("ALTER TABLE students ADD COLUMN email VARCHAR(255)");
		assertThat(changed.kept()).hasSameSizeAs(unchanged.kept());
		Generated closed = postgresql.generate(base, MODEL.unit("closed"), Answers.NONE);
		assertThat(closed.upgrade()).containsExactly("ALTER TABLE students ALTER COLUMN age SET NOT NULL");
	}

	@Test
	void keepsWhatPeopleMadeOnH2() {
		List<MigrationScript> base = base(h2, """
				CREATE INDEX by_name ON students (name);
				ALTER TABLE students ADD CONSTRAINT short CHECK (length(name) < 30);
				ALTER TABLE students ALTER COLUMN age SET DEFAULT 18;
				ALTER TABLE students ADD COLUMN noted timestamp DEFAULT now() NOT NULL;
				CREATE TABLE audit (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, what varchar(20) NOT NULL);
				CREATE VIEW names AS SELECT name FROM students;
				CREATE SEQUENCE tickets;""");
		Generated unchanged = h2.generate(base, MODEL.unit("plain"), Answers.NONE);
		assertThat(unchanged.isEmpty()).isTrue();
		assertThat(unchanged.kept()).hasSize(7)
			.allSatisfy((kept) -> assertThat(kept.toString()).endsWith(" (revision bbbbbbbbbb01)"));
		assertThat(h2.generate(base, MODEL.unit("aged"), Answers.NONE).upgrade()).hasSize(1);
	}

	@Test
	void proposesDroppingItWhenPruning() {
		List<MigrationScript> base = base(postgresql, """
				CREATE INDEX adults ON students (name) WHERE age > 17;
				CREATE TABLE audit (id bigint PRIMARY KEY);
				CREATE VIEW names AS SELECT name FROM students;
				ALTER TABLE students ALTER COLUMN age SET DEFAULT 18;""");
		Generated pruned = postgresql.generator()
			.generate(Workshop.model(MODEL.unit("plain")), new GenerateRequest(base, Answers.NONE, true, "pruning"));
		assertThat(pruned.kept()).isEmpty();
		assertThat(pruned.upgrade()).containsExactlyInAnyOrder("DROP INDEX adults", "DROP TABLE audit",
				"DROP VIEW names", "ALTER TABLE students ALTER COLUMN age DROP DEFAULT");
		List<MigrationScript> all = Workshop.and(base, postgresql.write(pruned, base));
		assertThat(postgresql.generate(all, MODEL.unit("plain"), Answers.NONE).isEmpty()).isTrue();
	}

	@Test
	void refusesAnswersThatNothingAsksFor() {
		List<MigrationScript> base = base(h2);
		for (Answers answers : List.of(answers("students.nmae", null, null), answers(null, "students.nmae", null),
				answers(null, null, "students.age"), answers("students.age", null, null))) {
			assertThatExceptionOfType(MigrateException.class)
				.isThrownBy(() -> h2.generate(base, MODEL.unit("required"), answers))
				.satisfies((ex) -> assertThat(ex.code()).isEqualTo(ErrorCode.USAGE))
				.withMessageMatching("Nothing asks for the answer --(rename|drop|fill) students\\..*\\.");
		}
	}

	private static Answers answers(String rename, String drop, String fill) {
		TreeMap<String, String> renames = new TreeMap<>();
		TreeMap<String, String> fills = new TreeMap<>(Map.of("students.email", "''"));
		TreeSet<String> drops = new TreeSet<>();
		if (rename != null) {
			renames.put(rename, "last_name");
		}
		if (drop != null) {
			drops.add(drop);
		}
		if (fill != null) {
			fills.put(fill, "0");
		}
		return new Answers(renames, drops, fills);
	}

}

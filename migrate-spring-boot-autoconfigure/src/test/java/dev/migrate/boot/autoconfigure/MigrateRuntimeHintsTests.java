package dev.migrate.boot.autoconfigure;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.TypeReference;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.core.env.MapPropertySource;
import org.springframework.javapoet.ClassName;

import static org.assertj.core.api.Assertions.assertThat;

class MigrateRuntimeHintsTests {

	private static RuntimeHints process(Map<String, Object> properties) {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("location", Map.of("spring.migrate.url", "jdbc:h2:mem:unopened")));
			context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
			context.register(MigrateAutoConfiguration.class);
			DefaultGenerationContext generation = new DefaultGenerationContext(
					new ClassNameGenerator(ClassName.get("dev.migrate.boot", "Application")),
					new InMemoryGeneratedFiles());
			new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
			return generation.getRuntimeHints();
		}
	}

	@Test
	void keepsTheDefaultLocation() {
		RuntimeHints hints = new RuntimeHints();
		new MigrateRuntimeHints().registerHints(hints, null);
		assertThat(RuntimeHintsPredicates.resource().forResource("db/migrations/school/a.sql")).accepts(hints);
		assertThat(RuntimeHintsPredicates.resource().forResource("db/other/a.sql")).rejects(hints);
	}

	@Test
	void keepsConfiguredLocations() {
		RuntimeHints hints = process(
				Map.of("spring.migrate.locations", "classpath:/db/school/,db/more,file:/etc/migrations"));
		assertThat(RuntimeHintsPredicates.resource().forResource("db/school/deep/a.sql")).accepts(hints);
		assertThat(RuntimeHintsPredicates.resource().forResource("db/more/a.sql")).accepts(hints);
		assertThat(RuntimeHintsPredicates.resource().forResource("db/migrations/a.sql")).accepts(hints);
		assertThat(RuntimeHintsPredicates.resource().forResource("etc/migrations/a.sql")).rejects(hints);
	}

	@Test
	void keepsRevisionsOfConfiguredPackages() {
		RuntimeHints hints = process(Map.of("spring.migrate.java-packages", "dev.migrate.boot.autoconfigure.houses"));
		String name = "dev.migrate.boot.autoconfigure.houses.later.NameHouses";
		assertThat(RuntimeHintsPredicates.resource().forResource(name.replace('.', '/') + ".class")).accepts(hints);
		assertThat(RuntimeHintsPredicates.reflection()
			.onType(TypeReference.of(name))
			.withMemberCategory(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS)).accepts(hints);
		assertThat(RuntimeHintsPredicates.resource()
			.forResource("dev/migrate/boot/autoconfigure/JavaRevisionsTests.class")).rejects(hints);
	}

	@Test
	void keepsNothingWhereMigrationsAreOff() {
		RuntimeHints hints = process(Map.of("spring.migrate.enabled", "false", "spring.migrate.locations", "db/more"));
		assertThat(RuntimeHintsPredicates.resource().forResource("db/more/a.sql")).rejects(hints);
	}

}

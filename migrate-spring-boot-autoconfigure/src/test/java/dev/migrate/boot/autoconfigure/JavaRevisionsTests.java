package dev.migrate.boot.autoconfigure;

import dev.migrate.error.MigrateException;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Operations;
import dev.migrate.migration.Revision;
import dev.migrate.service.MigrationDatabases;
import dev.migrate.revision.TargetParser;
import dev.migrate.service.MigrationService;
import dev.migrate.service.RunRequest;
import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestH2;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.ClassUtils;

import static dev.migrate.migration.Definitions.bigint;
import static dev.migrate.migration.Definitions.column;
import static dev.migrate.migration.Definitions.text;
import static org.assertj.core.api.Assertions.assertThat;

class JavaRevisionsTests {

	private static final String HOUSES = "dev.migrate.boot.autoconfigure.houses";

	private TestDatabase database;

	private ApplicationContextRunner runner;

	@BeforeEach
	void createDatabase() {
		this.database = TestH2.database();
		this.runner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(MigrateAutoConfiguration.class, DataSourceAutoConfiguration.class,
					JdbcTemplateAutoConfiguration.class))
			.withPropertyValues("spring.migrate.locations=classpath:no/such/folder", "spring.migrate.auto-upgrade=true",
					"spring.datasource.url=" + this.database.url(), "spring.datasource.username=sa");
	}

	@AfterEach
	void closeDatabase() {
		this.database.close();
	}

	private static MigrationService service(AssertableApplicationContext context) {
		return context.getBean(MigrationDatabases.class).get(null);
	}

	@Test
	void runsRevisionsThatAreBeans() {
		this.runner.withUserConfiguration(CreateSchools.class, Greetings.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(this.database.strings("SELECT name FROM schools")).containsExactly("Hello");
			assertThat(service(context).folder().graph().revisions())
				.extracting((revision) -> revision.location().source())
				.containsExactly(CreateSchools.class.getName());
		});
	}

	@Test
	void runsRevisionsOfAPackageAndThoseBelowIt() {
		this.runner.withUserConfiguration(Greetings.class)
			.withPropertyValues("spring.migrate.java-packages=" + HOUSES)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(this.database.strings("SELECT name FROM houses")).containsExactly("Hello");
				MigrationService service = service(context);
				service.run(RunRequest.downgrade(TargetParser.parse("base"), "tester"));
				assertThat(this.database.strings("SELECT revision FROM migrate_version")).isEmpty();
			});
	}

	@Test
	void opensNoRevisionOfAPackageWhereAllIsApplied() {
		this.runner.withUserConfiguration(Greetings.class)
			.withPropertyValues("spring.migrate.java-packages=" + HOUSES)
			.run((context) -> assertThat(context).hasNotFailed());
		// NameHouses could not be made here: no bean greets.
		this.runner.withPropertyValues("spring.migrate.java-packages=" + HOUSES)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void findsARevisionOnceThatIsABeanAndInAPackage() {
		this.runner.withUserConfiguration(Greetings.class)
			.withUserConfiguration(ClassUtils.resolveClassName(HOUSES + ".CreateHouses", null))
			.withPropertyValues("spring.migrate.java-packages=" + HOUSES)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(service(context).folder().graph().revisions()).hasSize(2);
			});
	}

	@Test
	void readsTheAnnotationOfAFactoryMethod() {
		this.runner.withUserConfiguration(FactoryMethod.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(this.database.strings("SELECT revision FROM migrate_version")).containsExactly("5c0a9d7e1f23");
		});
	}

	@Test
	void refusesARevisionWithoutAnAnnotation() {
		this.runner.withBean("nameless", Nameless.class)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(MigrateException.class)
				.hasMessageContaining("'nameless' (" + Nameless.class.getName() + ")"));
	}

	@Test
	void saysThatARevisionMustNotNeedWhatWaitsForTheUpgrade() {
		this.runner.withUserConfiguration(NeedsTemplate.class).run((context) -> {
			FailureAnalysis analysis = new MigrateExceptionFailureAnalyzer().analyze(context.getStartupFailure());
			assertThat(analysis).isNotNull();
			assertThat(analysis.getDescription()).contains("needs a bean that waits for the upgrade");
			assertThat(analysis.getAction()).contains("JdbcTemplate").contains("op.run(…)");
		});
	}

	@Configuration(proxyBeanMethods = false)
	static class Greetings {

		@Bean
		String greeting() {
			return "Hello";
		}

	}

	@Revision(id = "0f5c1b2d3e4a", revises = "base", message = "create schools")
	static class CreateSchools implements Migration {

		private final String greeting;

		CreateSchools(String greeting) {
			this.greeting = greeting;
		}

		@Override
		public void upgrade(Operations op) {
			op.createTable("schools", column("id", bigint()).identity().primaryKey(), column("name", text()));
			op.run("say hello", (jdbc) -> jdbc.update("INSERT INTO schools (name) VALUES (?)", this.greeting));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FactoryMethod {

		@Bean
		@Revision(id = "5c0a9d7e1f23", revises = "base", message = "create schools")
		Migration createSchools() {
			return (op) -> op.createTable("schools", column("id", bigint()));
		}

	}

	static class Nameless implements Migration {

		@Override
		public void upgrade(Operations op) {
		}

	}

	@Revision(id = "9e8d7c6b5a40", revises = "base")
	static class NeedsTemplate implements Migration {

		@Nullable JdbcTemplate template;

		NeedsTemplate(JdbcTemplate template) {
			this.template = template;
		}

		@Override
		public void upgrade(Operations op) {
		}

	}

}

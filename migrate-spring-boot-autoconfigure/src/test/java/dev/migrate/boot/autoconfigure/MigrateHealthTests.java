package dev.migrate.boot.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.migrate.boot.actuate.MigrationsInfoContributor;
import dev.migrate.boot.observe.RevisionFiles;
import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.postgresql.PostgresqlDialect;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.Target;
import dev.migrate.revision.TargetParser;
import dev.migrate.service.MigrationDatabases;
import dev.migrate.service.MigrationService;
import dev.migrate.service.RunRequest;
import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestH2;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.info.ConditionalOnEnabledInfoContributor;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MigrateHealthTests {

	private static final String NO_CACHE = "management.health.migrations.cache.time-to-live=0";

	@TempDir
	private Path folder;

	private TestDatabase database;

	private ApplicationContextRunner runner;

	@BeforeEach
	void createDatabase() throws IOException {
		RevisionFiles.writeTwo(this.folder);
		this.database = TestH2.database();
		this.runner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, MigrateAutoConfiguration.class,
					MigrateHealthContributorAutoConfiguration.class, MigrateInfoContributorAutoConfiguration.class,
					MigrationsEndpointAutoConfiguration.class))
			.withPropertyValues("spring.datasource.url=" + this.database.url(), "spring.datasource.username=sa",
					"spring.migrate.locations=" + this.folder.toUri(), "spring.migrate.on-pending=ignore");
	}

	@AfterEach
	void closeDatabase() {
		this.database.close();
	}

	private static Health health(ApplicationContext context) {
		return context.getBean("migrationsHealthContributor", HealthIndicator.class).health();
	}

	private static MigrationService service(ApplicationContext context) {
		return context.getBean(MigrationDatabases.class).get(null);
	}

	@Test
	void isUpWithTheCountOfPendingRevisions() {
		this.runner.withPropertyValues(NO_CACHE).run((context) -> {
			service(context).run(RunRequest.upgrade(TargetParser.parse("aaaa11111111"), "tester"));
			assertThat(health(context).getStatus()).isEqualTo(Status.UP);
			assertThat(health(context).getDetails()).containsOnlyKeys("current", "pending")
				.containsEntry("current", List.of("aaaa11111111"))
				.containsEntry("pending", 1);
		});
	}

	@Test
	void tellsOfARunInProgress() {
		this.runner.withPropertyValues(NO_CACHE).run((context) -> {
			service(context).run(RunRequest.upgrade(TargetParser.parse("aaaa11111111"), "tester"));
			this.database.execute("UPDATE migrate_lock SET holder = 'x', description = 'upgrade by ann on build-7',"
					+ " acquired_at = NULL, expires_at = DATEADD('HOUR', 1, CURRENT_TIMESTAMP)");
			assertThat(health(context).getStatus()).isEqualTo(Status.UP);
			assertThat(health(context).getDetails()).containsEntry("running", "upgrade by ann on build-7");
		});
	}

	@Test
	void isDownWhileRevisionsArePendingIfTheOperatorLikes() {
		this.runner.withPropertyValues(NO_CACHE, "management.health.migrations.pending=down").run((context) -> {
			assertThat(health(context).getStatus()).isEqualTo(Status.DOWN);
			service(context).run(RunRequest.upgrade(Target.head(), "tester"));
			assertThat(health(context).getStatus()).isEqualTo(Status.UP);
		});
	}

	@Test
	void isOutOfServiceAfterARunThatFailedHalfWay() throws IOException {
		RevisionFiles.writeBroken(this.folder);
		this.runner.withPropertyValues(NO_CACHE).run((context) -> {
			assertThatExceptionOfType(MigrateException.class)
				.isThrownBy(() -> service(context).run(RunRequest.upgrade(Target.head(), "tester")));
			assertThat(health(context).getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
			assertThat(health(context).getDetails()).containsEntry("failed",
					List.of("cccc33333333 failed at statement 2 of 2"));
		});
	}

	@Test
	void tellsWhatIsUnknownAndWhatIsChanged() {
		this.runner.withPropertyValues(NO_CACHE).run((context) -> {
			service(context).run(RunRequest.upgrade(Target.head(), "tester"));
			RevisionFiles.write(this.folder, "aaaa11111111", "base", "create students",
					"CREATE TABLE students (id INTEGER)", "DROP TABLE students");
			Files.delete(this.folder.resolve("bbbb22222222.sql"));
			assertThat(health(context).getStatus()).isEqualTo(Status.UP);
			assertThat(health(context).getDetails()).containsEntry("unknown", List.of("bbbb22222222"))
				.containsEntry("changed", List.of("aaaa11111111"));
		});
	}

	@Test
	void usesAnAnswerAgainForAWhile() {
		this.runner.run((context) -> {
			assertThat(health(context).getDetails()).containsEntry("pending", 2);
			service(context).run(RunRequest.upgrade(Target.head(), "tester"));
			assertThat(health(context).getDetails()).containsEntry("pending", 2);
		});
	}

	@Test
	void isUnknownOnADatabaseThatIsNotSupported() {
		this.runner.withBean(Dialects.class, () -> new Dialects(List.of(new PostgresqlDialect())))
			.run((context) -> assertThat(health(context).getStatus()).isEqualTo(Status.UNKNOWN));
	}

	@Test
	void backsOffWhenItIsSwitchedOff() {
		this.runner.withPropertyValues("management.health.migrations.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean("migrationsHealthContributor"));
	}

	@Test
	void backsOffWhenTheApplicationHasItsOwn() {
		this.runner.withBean("migrationsHealthIndicator", HealthIndicator.class, () -> () -> Health.up().build())
			.run((context) -> assertThat(context).doesNotHaveBean("migrationsHealthContributor"));
	}

	@Test
	void backsOffWithoutActuator() {
		this.runner
			.withClassLoader(new FilteredClassLoader(ConditionalOnAvailableEndpoint.class,
					ConditionalOnEnabledHealthIndicator.class, ConditionalOnEnabledInfoContributor.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(MigrationDatabases.class)
				.doesNotHaveBean("migrationsEndpoint")
				.doesNotHaveBean("migrationsHealthContributor"));
	}

	@Test
	void backsOffFromInfoUnlessItIsAskedFor() {
		this.runner.run((context) -> assertThat(context).doesNotHaveBean(MigrationsInfoContributor.class));
		this.runner.withPropertyValues("management.info.migrations.enabled=true").run((context) -> {
			Info.Builder info = new Info.Builder();
			context.getBean(MigrationsInfoContributor.class).contribute(info);
			assertThat(info.build().getDetails()).extractingByKey("migrations", InstanceOfAssertFactories.MAP)
				.extractingByKey("default", InstanceOfAssertFactories.MAP)
				.containsEntry("current", List.of())
				.containsEntry("pending", 2)
				.containsEntry("upToDate", false);
		});
	}

	@Test
	void backsOffFromTheEndpointUnlessItIsExposed() {
		this.runner.run((context) -> assertThat(context).doesNotHaveBean("migrationsEndpoint"));
		this.runner.withPropertyValues("management.endpoints.web.exposure.include=migrations")
			.run((context) -> assertThat(context).hasBean("migrationsEndpoint")
				.doesNotHaveBean("migrationsEndpointWebExtension"));
		this.runner
			.withPropertyValues("management.endpoints.web.exposure.include=migrations",
					"management.endpoint.migrations.access=NONE")
			.run((context) -> assertThat(context).doesNotHaveBean("migrationsEndpoint"));
	}

}

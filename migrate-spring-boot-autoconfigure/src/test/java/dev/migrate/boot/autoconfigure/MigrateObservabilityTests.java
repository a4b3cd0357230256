package dev.migrate.boot.autoconfigure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.migrate.boot.observe.MigrationApplicationEvent;
import dev.migrate.boot.observe.ObservationListeners;
import dev.migrate.boot.observe.PendingMeters;
import dev.migrate.boot.observe.RevisionFiles;
import dev.migrate.event.MigrationEvent;
import dev.migrate.event.MigrationListener;
import dev.migrate.revision.Target;
import dev.migrate.service.MigrationDatabases;
import dev.migrate.service.RunRequest;
import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestH2;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.metrics.buffering.BufferingApplicationStartup;
import org.springframework.boot.context.metrics.buffering.StartupTimeline;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class MigrateObservabilityTests {

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
					MigrateEventsAutoConfiguration.class, MigrateMetricsAutoConfiguration.class))
			.withPropertyValues("spring.datasource.url=" + this.database.url(), "spring.datasource.username=sa",
					"spring.migrate.locations=" + this.folder.toUri(), "spring.migrate.auto-upgrade=true");
	}

	@AfterEach
	void closeDatabase() {
		this.database.close();
	}

	@Test
	void logsALineForEachRevision(CapturedOutput output) {
		this.runner.run((context) -> {
			assertThat(output).containsOnlyOnce("Running upgrade base -> aaaa11111111, create students")
				.containsOnlyOnce("Running upgrade aaaa11111111 -> bbbb22222222, add age");
			service(context.getBean(MigrationDatabases.class), RunRequest.downgrade(Target.base(), "tester"));
			assertThat(output).containsOnlyOnce("Running downgrade bbbb22222222 -> aaaa11111111, add age")
				.containsOnlyOnce("Running downgrade aaaa11111111 -> base, create students");
		});
	}

	private static void service(MigrationDatabases databases, RunRequest request) {
		databases.get(null).run(request);
	}

	@Test
	void tellsCallbackBeansAtOnceAndListenersWhenTheApplicationIsReady() {
		this.runner.withUserConfiguration(Listening.class).run((context) -> {
			Listening listening = context.getBean(Listening.class);
			assertThat(listening.told).containsSubsequence("RunStarted", "StepStarted", "StatementStarted",
					"StatementFinished", "StepFinished", "StepStarted", "StepFinished", "RunFinished");
			assertThat(listening.published).containsExactly("default RunStarted", "default StepStarted",
					"default StepFinished", "default StepStarted", "default StepFinished", "default RunFinished");
			listening.published.clear();
			service(context.getBean(MigrationDatabases.class), RunRequest.downgrade(Target.base(), "tester"));
			assertThat(listening.published).startsWith("default RunStarted").endsWith("default RunFinished");
		});
	}

	@Test
	void recordsTheUpgradeOfTheBootAsAStartupStep() {
		BufferingApplicationStartup startup = new BufferingApplicationStartup(1000);
		this.runner.withInitializer((context) -> context.setApplicationStartup(startup)).run((context) -> {
			service(context.getBean(MigrationDatabases.class), RunRequest.downgrade(Target.base(), "tester"));
			List<StartupTimeline.TimelineEvent> steps = startup.getBufferedTimeline()
				.getEvents()
				.stream()
				.filter((event) -> event.getStartupStep().getName().startsWith("migrate."))
				.toList();
			assertThat(steps).singleElement().satisfies((step) -> {
				assertThat(step.getStartupStep().getName()).isEqualTo("migrate.upgrade");
				assertThat(step.getStartupStep().getTags()).extracting((tag) -> tag.getKey() + "=" + tag.getValue())
					.containsExactly("database=default", "revision=aaaa11111111", "revision=bbbb22222222",
							"outcome=success");
			});
		});
	}

	@Test
	void countsWhatIsPendingAndTimesTheBoot() {
		this.runner
			.withConfiguration(
					AutoConfigurations.of(MetricsAutoConfiguration.class, ObservationAutoConfiguration.class))
			.withBean(SimpleMeterRegistry.class)
			.run((context) -> {
				MeterRegistry meters = context.getBean(MeterRegistry.class);
				assertThat(meters.get("migrate.run").tag("outcome", "success").timer().count()).isEqualTo(1);
				assertThat(meters.get("migrate.revision").tag("direction", "upgrade").timer().count()).isEqualTo(2);
				assertThat(meters.get("migrate.pending").tag("database", "default").gauge().value()).isZero();
				service(context.getBean(MigrationDatabases.class), RunRequest.downgrade(Target.base(), "tester"));
				assertThat(meters.get("migrate.pending").gauge().value()).isEqualTo(2);
			});
	}

	@Test
	void asksTheDatabaseOnceForManyScrapes() {
		this.runner
			.withConfiguration(
					AutoConfigurations.of(MetricsAutoConfiguration.class, ObservationAutoConfiguration.class))
			.withBean(SimpleMeterRegistry.class)
			.run((context) -> {
				MeterRegistry meters = context.getBean(MeterRegistry.class);
				assertThat(meters.get("migrate.pending").gauge().value()).isZero();
				// Only a scrape that asked the database would see this.
				this.database.execute("DELETE FROM migrate_version");
				assertThat(meters.get("migrate.pending").gauge().value()).isZero();
			});
	}

	@Test
	void backsOffWithoutARegistry() {
		this.runner.run((context) -> assertThat(context).doesNotHaveBean(ObservationListeners.class)
			.doesNotHaveBean(PendingMeters.class));
	}

	@Test
	void backsOffWithoutMicrometer() {
		this.runner.withClassLoader(new FilteredClassLoader(MeterRegistry.class, ObservationRegistry.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("migrationObservations"));
	}

	@Test
	void backsOffWithoutMigrations() {
		this.runner.withPropertyValues("spring.migrate.enabled=false")
			.withBean(SimpleMeterRegistry.class)
			.run((context) -> assertThat(context).doesNotHaveBean(PendingMeters.class)
				.doesNotHaveBean("migrationEventPublisher"));
	}

	@Configuration(proxyBeanMethods = false)
	static class Listening {

		final List<String> told = new ArrayList<>();

		final List<String> published = new ArrayList<>();

		@Bean
		MigrationListener callback() {
			return (event) -> this.told.add(name(event));
		}

		@EventListener
		void on(MigrationApplicationEvent event) {
			this.published.add(event.database() + " " + name(event.event()));
		}

		private static String name(MigrationEvent event) {
			return event.getClass().getSimpleName();
		}

	}

}

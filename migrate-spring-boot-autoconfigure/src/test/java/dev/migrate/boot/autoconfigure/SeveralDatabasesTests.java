package dev.migrate.boot.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.sql.DataSource;

import dev.migrate.boot.observe.MigrationApplicationEvent;
import dev.migrate.boot.observe.RevisionFiles;
import dev.migrate.error.MigrateException;
import dev.migrate.service.MigrationDatabases;
import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestH2;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.h2.Driver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class SeveralDatabasesTests {

	@TempDir
	private Path folder;

	private TestDatabase students;

	private TestDatabase reports;

	@BeforeEach
	void createDatabases() throws IOException {
		RevisionFiles.writeTwo(Files.createDirectories(this.folder.resolve("students")));
		RevisionFiles.write(Files.createDirectories(this.folder.resolve("reports")), "dddd44444444", "base",
				"create reports", "CREATE TABLE reports (id BIGINT)", "DROP TABLE reports");
		this.students = TestH2.database();
		this.reports = TestH2.database();
	}

	@AfterEach
	void closeDatabases() {
		this.students.close();
		this.reports.close();
	}

	private ApplicationContextRunner runner() {
		return new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(MigrateAutoConfiguration.class))
			.withBean("students", DataSource.class, this.students::dataSource)
			.withBean("reportsDataSource", DataSource.class, this.reports::dataSource)
			.withPropertyValues("spring.migrate.databases.students.locations=" + uri("students"),
					"spring.migrate.databases.reports.locations=" + uri("reports"), "spring.migrate.auto-upgrade=true");
	}

	private String uri(String name) {
		return this.folder.resolve(name).toUri().toString();
	}

	private boolean has(TestDatabase database, String table) {
		return !database
			.strings("SELECT 1 FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME = '" + table.toUpperCase(Locale.ROOT)
					+ "'")
			.isEmpty();
	}

	private void assertNothingIsThere() {
		assertThat(has(this.students, "migrate_version")).isFalse();
		assertThat(has(this.students, "students")).isFalse();
		assertThat(has(this.reports, "migrate_version")).isFalse();
		assertThat(has(this.reports, "reports")).isFalse();
	}

	private static MigrateException failure(AssertableApplicationContext context) {
		assertThat(context).hasFailed();
		Throwable failure = context.getStartupFailure();
		while (failure != null && !(failure instanceof MigrateException)) {
			failure = failure.getCause();
		}
		assertThat(failure).isInstanceOf(MigrateException.class);
		return (MigrateException) failure;
	}

	@Test
	void upgradesEachFromItsOwnFolder() {
		runner().run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context.getBean(MigrationDatabases.class).all().keySet()).containsExactly("students", "reports");
			assertThat(has(this.students, "students")).isTrue();
			assertThat(has(this.students, "reports")).isFalse();
			assertThat(has(this.reports, "reports")).isTrue();
			assertThat(has(this.reports, "students")).isFalse();
		});
	}

	@Test
	void onlyThoseThatAreNamedAreMigrated() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(MigrateAutoConfiguration.class))
			.withBean("students", DataSource.class, this.students::dataSource,
					(definition) -> definition.setPrimary(true))
			.withBean("archive", DataSource.class, this.reports::dataSource)
			.withPropertyValues("spring.migrate.databases.reports.locations=" + uri("reports"),
					"spring.migrate.databases.reports.data-source=archive", "spring.migrate.auto-upgrade=true")
			.run((context) -> {
				assertThat(context.getBean(MigrationDatabases.class).all().keySet()).containsExactly("reports");
				assertThat(has(this.students, "migrate_version")).isFalse();
				assertThat(has(this.reports, "reports")).isTrue();
			});
	}

	@Test
	void theDatabaseNamedDefaultIsThatOfTheApplication() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(MigrateAutoConfiguration.class))
			.withBean("dataSource", DataSource.class, this.students::dataSource,
					(definition) -> definition.setPrimary(true))
			.withBean("reports", DataSource.class, this.reports::dataSource)
			.withPropertyValues("spring.migrate.databases.default.locations=" + uri("students"),
					"spring.migrate.databases.reports.locations=" + uri("reports"), "spring.migrate.auto-upgrade=true")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(has(this.students, "students")).isTrue();
				assertThat(has(this.reports, "reports")).isTrue();
			});
	}

	@Test
	void aUrlNeedsNoDataSource() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(MigrateAutoConfiguration.class))
			.withPropertyValues("spring.migrate.auto-upgrade=true", "spring.migrate.user=sa",
					"spring.migrate.databases.students.locations=" + uri("students"),
					"spring.migrate.databases.students.url=" + this.students.url(),
					"spring.migrate.databases.reports.locations=" + uri("reports"),
					"spring.migrate.databases.reports.url=" + this.reports.url())
			.run((context) -> {
				assertThat(context).hasNotFailed().doesNotHaveBean(DataSource.class);
				assertThat(has(this.students, "students")).isTrue();
				assertThat(has(this.reports, "reports")).isTrue();
			});
	}

	@Test
	void aDataSourceOfItsOwnWinsOverAUrlForAll() {
		runner()
			.withPropertyValues("spring.migrate.url=jdbc:h2:mem:elsewhere",
					"spring.migrate.driver-class-name=no.Driver")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(has(this.reports, "reports")).isTrue();
			});
	}

	@Test
	void inheritsWhatItDoesNotSet() {
		runner().withPropertyValues("spring.migrate.version-table=revisions", "spring.migrate.lock.wait=7s",
				"spring.migrate.databases.reports.version-table=report_revisions",
				"spring.migrate.databases.reports.lock.lease=9s", "spring.migrate.databases.students.on-changed=warn")
			.run((context) -> {
				ConfiguredDatabases databases = context.getBean(ConfiguredDatabases.class);
				DatabaseProperties ofReports = databases.properties("reports");
				assertThat(ofReports.getLock().getWait()).isEqualTo(Duration.ofSeconds(7));
				assertThat(ofReports.getLock().getLease()).isEqualTo(Duration.ofSeconds(9));
				assertThat(ofReports.getOnChanged()).isEqualTo(DatabaseProperties.OnChanged.FAIL);
				DatabaseProperties ofStudents = databases.properties("students");
				assertThat(ofStudents.getLock().getLease()).isEqualTo(Duration.ofSeconds(30));
				assertThat(ofStudents.getOnChanged()).isEqualTo(DatabaseProperties.OnChanged.WARN);
				assertThat(has(this.students, "revisions")).isTrue();
				assertThat(has(this.reports, "report_revisions")).isTrue();
				assertThat(has(this.reports, "revisions")).isFalse();
			});
	}

	@Test
	void onlyOneOfThemMayBeUpgradedAtBoot(CapturedOutput output) {
		runner().withPropertyValues("spring.migrate.databases.reports.auto-upgrade=false").run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(has(this.students, "students")).isTrue();
			assertThat(has(this.reports, "reports")).isFalse();
			assertThat(output).contains("Database reports is behind: 1 revision is pending");
		});
	}

	@Test
	void changesNothingWhileOneIsUnreachable() {
		runner()
			.withBean("nowhere", DataSource.class,
					() -> new SimpleDriverDataSource(new org.postgresql.Driver(),
							"jdbc:postgresql://localhost:1/reports"))
			.withPropertyValues("spring.migrate.databases.reports.data-source=nowhere")
			.run((context) -> {
				assertThat(failure(context)).hasMessageStartingWith("No database was changed, because of reports: ")
					.hasMessageContaining("localhost:1");
				assertNothingIsThere();
			});
	}

	@Test
	void changesNothingWhileTheUserThatDoesTheWorkCanNotConnect() {
		runner().withPropertyValues("spring.migrate.databases.reports.user=nobody").run((context) -> {
			assertThat(failure(context)).hasMessageStartingWith("No database was changed, because of reports: ");
			assertNothingIsThere();
		});
	}

	@Test
	void changesNothingWhereOneMustBeUpToDateAndIsNot() {
		runner()
			.withPropertyValues("spring.migrate.databases.reports.auto-upgrade=false",
					"spring.migrate.databases.reports.on-pending=fail")
			.run((context) -> {
				assertThat(failure(context)).hasMessageStartingWith(
						"No database was changed, because of reports: Database reports is behind: 1 revision is");
				assertNothingIsThere();
			});
	}

	@Test
	void saysHowFarEachGotWhenOneFails() throws IOException {
		RevisionFiles.writeBroken(this.folder.resolve("students"));
		runner().run((context) -> {
			assertThat(failure(context)).hasMessageStartingWith("students: The upgrade of revision cccc33333333")
				.hasMessageEndingWith("Not begun: reports.");
			assertThat(has(this.students, "students")).isTrue();
			assertThat(has(this.reports, "reports")).isFalse();
			assertThat(new MigrateExceptionFailureAnalyzer().analyze(failure(context)).getDescription())
				.containsIgnoringCase("nowhere");
		});
	}

	@Test
	void saysWhatWasDoneBeforeOneFailed() throws IOException {
		RevisionFiles.writeBroken(this.folder.resolve("students"));
		runner().withPropertyValues("spring.migrate.databases.students.order=1")
			.run((context) -> assertThat(failure(context)).hasMessageEndingWith("Done before that: reports."));
	}

	@Test
	void anUpToDateBootAsksEachDatabaseOnce() {
		runner().run((context) -> assertThat(context).hasNotFailed());
		CountingDataSource first = new CountingDataSource(this.students.dataSource());
		CountingDataSource second = new CountingDataSource(this.reports.dataSource());
		runner().withBean("first", DataSource.class, first::dataSource)
			.withBean("second", DataSource.class, second::dataSource)
			.withPropertyValues("spring.migrate.databases.students.data-source=first",
					"spring.migrate.databases.reports.data-source=second")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(first.connections()).isEqualTo(1);
				assertThat(second.connections()).isEqualTo(1);
			});
	}

	@Test
	void refusesWhatCanNotBeMeant() {
		runner().withPropertyValues("spring.migrate.databases.archive.locations=classpath:x")
			.run((context) -> assertThat(failure(context))
				.hasMessage("Database 'archive' has no DataSource: there is neither a bean 'archive' nor"
						+ " 'archiveDataSource'.")
				.extracting(MigrateException::hint)
				.asString()
				.contains("students, reportsDataSource", "spring.migrate.databases.archive.data-source"));
		runner().withPropertyValues("spring.migrate.databases.reports.data-source=reprots")
			.run((context) -> assertThat(failure(context)).hasMessageContaining("'reprots', which is no bean"));
		runner().withPropertyValues("spring.migrate.databases.reports.data-source=students")
			.run((context) -> assertThat(failure(context)).hasMessageContaining("share one version table"));
		runner().withPropertyValues("spring.migrate.databases.students.locations=" + this.folder.toUri())
			.run((context) -> assertThat(failure(context))
				.hasMessageContaining("'students' would get the revisions of database 'reports'"));
	}

	@Test
	void twoDatabasesMayShareAFolderAndAServer() {
		runner()
			.withPropertyValues("spring.migrate.databases.reports.data-source=students",
					"spring.migrate.databases.reports.version-table=report_revisions")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(has(this.students, "reports")).isTrue();
			});
	}

	@Test
	void healthMetricsAndEventsTellThemApart() {
		List<String> events = new ArrayList<>();
		runner()
			.withConfiguration(AutoConfigurations.of(MigrateEventsAutoConfiguration.class,
					MigrateMetricsAutoConfiguration.class, MigrateHealthContributorAutoConfiguration.class))
			.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
			.withBean("listener", ApplicationListener.class,
					() -> (ApplicationListener<MigrationApplicationEvent>) (event) -> events
						.add(event.database() + " " + event.event().getClass().getSimpleName()))
			.run((context) -> {
				assertThat(context).hasNotFailed();
				HealthContributor health = context.getBean("migrationsHealthContributor", HealthContributor.class);
				assertThat(((CompositeHealthContributor) health).stream().map((entry) -> entry.name()))
					.containsExactly("students", "reports");
				MeterRegistry registry = context.getBean(MeterRegistry.class);
				context.getBean(dev.migrate.boot.observe.PendingMeters.class).bindTo(registry);
				assertThat(registry.get("migrate.pending").gauges())
					.extracting((gauge) -> gauge.getId().getTag("database"))
					.containsExactlyInAnyOrder("students", "reports");
				assertThat(events).contains("students RunFinished", "reports RunFinished");
			});
	}

	@Test
	void theFolderIsNamedLikeTheDatabaseUnlessItIsSaid() {
		assertThat(stated(Map.of("spring.migrate.databases.students.schema", "s")).get("students")).satisfies(
				(database) -> assertThat(database.getLocations()).containsExactly("classpath:db/migrations/students"));
		assertThat(stated(
				Map.of("spring.migrate.locations", "classpath:db/all", "spring.migrate.databases.students.schema", "s"))
			.get("students")
			.getLocations()).containsExactly("classpath:db/all");
	}

	@Test
	void aSourceDirectoryForAllHasAFolderForEach() {
		NamedDatabaseProperties database = stated(
				Map.of("spring.migrate.source-directory", "src/db/", "spring.migrate.databases.students.schema", "s"))
			.get("students");
		assertThat(database.getSourceDirectory()).isEqualTo("src/db/students");
	}

	@SafeVarargs
	private static Map<String, NamedDatabaseProperties> stated(Map<String, Object>... sources) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().forEach((source) -> environment.getPropertySources().remove(source.getName()));
		for (int index = 0; index < sources.length; index++) {
			environment.getPropertySources().addLast(new MapPropertySource("source" + index, sources[index]));
		}
		return new StatedDatabases(environment).read();
	}

	private static Map<String, Object> values(String... names) {
		Map<String, Object> values = new LinkedHashMap<>();
		for (String name : names) {
			values.put("spring.migrate.databases." + name, "7");
		}
		return values;
	}

	@Test
	void theOrderIsThatOfTheConfigurationBelowWhateverIsWrittenOverIt() {
		assertThat(stated(values("reports.password", "new.user"), values("students.user", "reports.user", "audit.user"))
			.keySet()).containsExactly("students", "reports", "audit", "new");
	}

	@Test
	void anOrderMayBeStated() {
		Map<String, Object> values = values("students.user", "reports.user", "audit.user");
		values.put("spring.migrate.databases.audit.order", "-1");
		assertThat(stated(values).keySet()).containsExactly("audit", "students", "reports");
	}

	@Test
	void anEnvironmentVariableKnowsNeitherCaseNorDashes() {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
					new SystemEnvironmentPropertySource(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
							Map.of("SPRING_MIGRATE_DATABASES_OLDREPORTS_PASSWORD", "secret")));
		environment.getPropertySources().addLast(new MapPropertySource("file", values("old-Reports.user")));
		assertThat(new StatedDatabases(environment).read()).containsOnlyKeys("old-Reports")
			.extractingByKey("old-Reports")
			.satisfies((database) -> assertThat(database.getPassword()).isEqualTo("secret"));
	}

	@Test
	void aUnitBelongsToTheDatabaseWhoseDataSourceItUses() {
		DataSource own = new SimpleDriverDataSource(new Driver(), "jdbc:h2:mem:own");
		DataSource other = new SimpleDriverDataSource(new Driver(), "jdbc:h2:mem:other");
		PersistenceUnits units = new PersistenceUnits("students", List.of(), own);
		assertThat(units.have("entityManagerFactory", "default", new DelegatingDataSource(own))).isTrue();
		assertThat(units.have("entityManagerFactory", "default", other)).isFalse();
		assertThat(units.have("entityManagerFactory", "default", null)).isFalse();
		PersistenceUnits named = new PersistenceUnits("students", List.of("school"), own);
		assertThat(named.have("school", null, other)).isTrue();
		assertThat(named.have("entityManagerFactory", "school", other)).isTrue();
		assertThat(named.have("entityManagerFactory", "default", own)).isFalse();
	}

}

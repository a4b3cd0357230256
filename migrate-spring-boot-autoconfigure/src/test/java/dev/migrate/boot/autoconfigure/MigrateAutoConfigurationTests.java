package dev.migrate.boot.autoconfigure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import dev.migrate.boot.observe.RevisionFiles;
import dev.migrate.error.MigrateException;
import dev.migrate.service.Connections;
import dev.migrate.service.MigrationDatabases;
import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestH2;
import jakarta.persistence.EntityManagerFactory;
import org.h2.Driver;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class MigrateAutoConfigurationTests {

	@TempDir
	private Path folder;

	private TestDatabase database;

	private TestDatabase other;

	private ApplicationContextRunner runner;

	@BeforeEach
	void createDatabases() throws IOException {
		RevisionFiles.writeTwo(this.folder);
		this.database = TestH2.database();
		this.other = TestH2.database();
		this.runner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(MigrateAutoConfiguration.class))
			.withPropertyValues("spring.migrate.locations=" + this.folder.toUri(), "spring.migrate.auto-upgrade=true");
	}

	@AfterEach
	void closeDatabases() {
		this.database.close();
		this.other.close();
	}

	private ApplicationContextRunner withDataSource() {
		return this.runner.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
			.withPropertyValues("spring.datasource.url=" + this.database.url(), "spring.datasource.username=sa");
	}

	private static boolean isUpgraded(TestDatabase database) {
		return !database.strings("SELECT 1 FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME = 'STUDENTS'").isEmpty();
	}

	private static Connections connections(AssertableApplicationContext context) {
		return context.getBean(ConfiguredDatabases.class).parts("default").connections();
	}

	@Test
	void backsOffWithoutADataSource() {
		this.runner.run((context) -> assertThat(context).hasNotFailed()
			.doesNotHaveBean(MigrationDatabases.class)
			.doesNotHaveBean(MigrationInitializer.class));
	}

	@Test
	void backsOffWhenItIsSwitchedOff() {
		withDataSource().withPropertyValues("spring.migrate.enabled=false").run((context) -> {
			assertThat(context).doesNotHaveBean(MigrationDatabases.class);
			assertThat(isUpgraded(this.database)).isFalse();
		});
	}

	@Test
	void upgradesTheApplicationsDataSource() {
		withDataSource().run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(connections(context).shared()).isTrue();
			assertThat(connections(context).working()).isSameAs(context.getBean(DataSource.class));
			assertThat(isUpgraded(this.database)).isTrue();
		});
	}

	@Test
	void needsNothingButAUrl() {
		this.runner
			.withPropertyValues("spring.migrate.url=" + this.database.url(), "spring.migrate.user=sa",
					"spring.migrate.driver-class-name=org.h2.Driver")
			.run((context) -> {
				assertThat(context).hasNotFailed().doesNotHaveBean(DataSource.class);
				assertThat(isUpgraded(this.database)).isTrue();
			});
	}

	@Test
	void derivesTheRestWhenOnlyAUserIsSet() {
		this.database.execute("CREATE USER MIGRATOR PASSWORD 'secret' ADMIN");
		withDataSource().withPropertyValues("spring.migrate.user=migrator", "spring.migrate.password=secret")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(connections(context).reading()).isSameAs(context.getBean(DataSource.class));
				assertThat(connections(context).working()).isInstanceOfSatisfying(SimpleDriverDataSource.class,
						(dataSource) -> {
							assertThat(dataSource.getUrl()).isEqualTo(this.database.url());
							assertThat(dataSource.getUsername()).isEqualTo("migrator");
						});
				assertThat(this.database.strings("SELECT DISTINCT applied_by FROM migrate_version")).isNotEmpty()
					.allMatch((by) -> !by.isBlank());
			});
	}

	@Test
	void runsTheInitialStatementOnConnectionsOfTheMigrationUser() {
		this.database.execute("CREATE SCHEMA academy");
		withDataSource()
			.withPropertyValues("spring.migrate.user=sa", "spring.migrate.init-sql=SET SCHEMA academy",
					"spring.migrate.schema=PUBLIC")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(this.database
					.strings("SELECT TABLE_SCHEMA FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME = 'STUDENTS'"))
					.containsExactly("ACADEMY");
			});
	}

	@Test
	void prefersTheMarkedDataSource() {
		withDataSource().withUserConfiguration(Marked.class)
			.withPropertyValues("other.url=" + this.other.url())
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(isUpgraded(this.other)).isTrue();
				assertThat(isUpgraded(this.database)).isFalse();
			});
	}

	@Test
	void listsTheDataSourcesWhenItCannotChoose() {
		this.runner.withBean("students", DataSource.class, this.database::dataSource)
			.withBean("courses", DataSource.class, this.other::dataSource)
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.rootCause()
				.isInstanceOfSatisfying(MigrateException.class, (failure) -> {
					assertThat(failure).hasMessage("There are several DataSources (students, courses), none is primary,"
							+ " and none is marked for migrations.");
					assertThat(failure.hint()).contains("@MigrateDataSource", "@Primary", "spring.migrate.url");
				}));
	}

	@Test
	void takesThePrimaryOfSeveralDataSources() {
		this.runner.withBean("students", DataSource.class, this.database::dataSource)
			.withBean("courses", DataSource.class, this.other::dataSource, (definition) -> definition.setPrimary(true))
			.run((context) -> {
				assertThat(isUpgraded(this.other)).isTrue();
				assertThat(isUpgraded(this.database)).isFalse();
			});
	}

	@Test
	void aUrlChoosesAmongSeveralDataSources() {
		this.runner.withBean("students", DataSource.class, this.database::dataSource)
			.withBean("courses", DataSource.class, this.other::dataSource)
			.withPropertyValues("spring.migrate.url=" + this.other.url(), "spring.migrate.user=sa")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(isUpgraded(this.other)).isTrue();
				assertThat(isUpgraded(this.database)).isFalse();
			});
	}

	@Test
	void saysThatAUrlLeadsToAnotherDatabaseThanTheApplications(CapturedOutput output) {
		withDataSource().withPropertyValues("spring.migrate.url=" + this.other.url(), "spring.migrate.user=sa")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(output).containsOnlyOnce("spring.migrate.url leads to the database ");
				assertThat(isUpgraded(this.other)).isTrue();
				assertThat(isUpgraded(this.database)).isFalse();
				// What is up to date is asked where the revisions go.
				assertThat(connections(context).shared()).isTrue();
			});
	}

	@Test
	void saysNothingAboutAUrlThatLeadsToTheSameDatabase(CapturedOutput output) {
		withDataSource()
			.withPropertyValues("spring.migrate.url=" + this.database.url() + ";LOCK_TIMEOUT=5000",
					"spring.migrate.user=sa")
			.run((context) -> {
				assertThat(isUpgraded(this.database)).isTrue();
				assertThat(output).doesNotContain("leads to the database");
				assertThat(connections(context).shared()).isFalse();
			});
		assertThat(DatabaseNames.name("jdbc:postgresql://a:5432,b:5432/shop?ssl=true")).isEqualTo("shop");
		assertThat(DatabaseNames.name("jdbc:postgresql:shop")).isEqualTo("shop");
		assertThat(DatabaseNames.name("jdbc:postgresql://a/")).isNull();
		assertThat(DatabaseNames.name("jdbc:h2:mem:shop;MODE=PostgreSQL")).isEqualTo("shop");
		assertThat(DatabaseNames.name("jdbc:h2:~/data/shop")).isEqualTo("shop");
	}

	@Test
	void detailsOfAConnectionWinOverProperties() {
		withDataSource().withPropertyValues("spring.migrate.url=jdbc:h2:mem:production")
			.withBean(MigrateConnectionDetails.class, () -> new Details(this.other))
			.run((context) -> {
				assertThat(context).hasNotFailed().hasSingleBean(MigrateConnectionDetails.class);
				assertThat(isUpgraded(this.other)).isTrue();
			});
	}

	@Test
	void detailsOfTheApplicationNeedNoProperty() {
		withDataSource().withBean(MigrateConnectionDetails.class, () -> new Details(this.other))
			.run((context) -> assertThat(isUpgraded(this.other)).isTrue());
	}

	@Test
	void detailsOfAContainerAreNotLookedAtWithoutAUserOrUrl() {
		withDataSource().withBean(MigrateConnectionDetails.class, () -> new ContainerDetails(this.other))
			.run((context) -> {
				assertThat(connections(context).shared()).isTrue();
				assertThat(isUpgraded(this.database)).isTrue();
				assertThat(isUpgraded(this.other)).isFalse();
			});
	}

	@Test
	void detailsOfAContainerReplaceAConfiguredUser() {
		withDataSource().withBean(MigrateConnectionDetails.class, () -> new ContainerDetails(this.other))
			.withPropertyValues("spring.migrate.user=production")
			.run((context) -> assertThat(isUpgraded(this.other)).isTrue());
	}

	@Test
	void everythingThatNeedsTheSchemaWaitsForTheUpgrade() {
		withDataSource()
			.withConfiguration(
					AutoConfigurations.of(HibernateJpaAutoConfiguration.class, JdbcTemplateAutoConfiguration.class))
			.withUserConfiguration(Report.class)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				for (String name : List.of("entityManagerFactory", "jdbcTemplate", "report")) {
					assertThat(context.getBeanFactory().getBeanDefinition(name).getDependsOn()).as(name)
						.contains("migrationInitializer");
				}
				assertThat(context.getBean("report")).isEqualTo(0L);
			});
	}

	@Test
	void runsAfterFlywayAndSaysThatBothAreActive(CapturedOutput output) {
		withDataSource().withConfiguration(AutoConfigurations.of(FlywayAutoConfiguration.class)).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context.getBeanFactory().getBeanDefinition("migrationInitializer").getDependsOn())
				.contains("flywayInitializer");
			assertThat(output).containsOnlyOnce("Flyway is active beside migrations and runs first");
		});
	}

	@Test
	void doesNotMentionFlywayWhereItIsOff(CapturedOutput output) {
		withDataSource().run((context) -> assertThat(output).doesNotContain("Flyway"));
	}

	@Test
	void upgradesEvenWhereBeansAreLazy() {
		withDataSource()
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> assertThat(isUpgraded(this.database)).isTrue());
	}

	@Test
	void worksWithoutJpaActuatorAndWeb() {
		withDataSource()
			.withClassLoader(new FilteredClassLoader(SessionFactory.class, EntityManagerFactory.class, Endpoint.class,
					WebApplicationContext.class))
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(isUpgraded(this.database)).isTrue();
			});
	}

	@Test
	void leavesRoomForAServiceOfTheApplication() {
		MigrationDatabases own = new MigrationDatabases(Map.of());
		withDataSource().withBean(MigrationDatabases.class, () -> own).run((context) -> {
			assertThat(context.getBean(MigrationDatabases.class)).isSameAs(own);
			assertThat(isUpgraded(this.database)).isFalse();
		});
	}

	@Test
	void theInitializerIsThereWhateverTheFlagSays() {
		withDataSource().withPropertyValues("spring.migrate.auto-upgrade=false")
			.run((context) -> assertThat(context).hasSingleBean(MigrationInitializer.class));
	}

	@Configuration(proxyBeanMethods = false)
	static class Report {

		@Bean
		@DependsOnDatabaseInitialization
		Long report(DataSource dataSource) {
			return new JdbcTemplate(dataSource).queryForObject("SELECT count(age) FROM students", Long.class);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Marked {

		@Bean(defaultCandidate = false)
		@MigrateDataSource
		DataSource migrationDataSource(Environment environment) {
			return new SimpleDriverDataSource(new Driver(), environment.getRequiredProperty("other.url"), "sa", "");
		}

	}

	static class Details implements MigrateConnectionDetails {

		private final TestDatabase database;

		Details(TestDatabase database) {
			this.database = database;
		}

		@Override
		public @Nullable String getUsername() {
			return this.database.user();
		}

		@Override
		public @Nullable String getPassword() {
			return this.database.password();
		}

		@Override
		public @Nullable String getJdbcUrl() {
			return this.database.url();
		}

	}

	static final class ContainerDetails extends Details implements ReplacingConnectionDetails {

		ContainerDetails(TestDatabase database) {
			super(database);
		}

	}

}

package dev.migrate.boot.autoconfigure;

import java.io.IOException;
import java.nio.file.Path;

import javax.sql.DataSource;

import dev.migrate.boot.autoconfigure.school.Student;
import dev.migrate.boot.observe.RevisionFiles;
import dev.migrate.error.MigrateException;
import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestH2;
import jakarta.persistence.EntityManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two that could own a schema: Hibernate and revisions.
 */
@ExtendWith(OutputCaptureExtension.class)
class HibernateCoexistenceTests {

	private static final String TWO_OWNERS = "lets Hibernate change the schema that revisions build";

	@TempDir
	private Path folder;

	private TestDatabase database;

	private ApplicationContextRunner runner;

	@BeforeEach
	void createDatabase() throws IOException {
		RevisionFiles.writeTwo(this.folder);
		this.database = TestH2.database();
		this.runner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
					HibernateJpaAutoConfiguration.class, MigrateAutoConfiguration.class))
			.withUserConfiguration(Entities.class)
			.withPropertyValues("spring.datasource.url=" + this.database.url(), "spring.datasource.username=sa",
					"spring.migrate.locations=" + this.folder.toUri());
	}

	@AfterEach
	void closeDatabase() {
		this.database.close();
	}

	private static Object ddlAuto(ApplicationContext context) {
		return context.getBean(EntityManagerFactory.class).getProperties().get("hibernate.hbm2ddl.auto");
	}

	@Test
	void hibernateLeavesTheSchemaAloneAsSoonAsTheFolderHoldsARevision() {
		this.runner.run((context) -> assertThat(ddlAuto(context)).isNull());
	}

	@Test
	void hibernateLeavesTheSchemaAloneWhereTheBootUpgrades(@TempDir Path empty) {
		this.runner.withPropertyValues("spring.migrate.locations=" + empty.toUri(), "spring.migrate.auto-upgrade=true")
			.run((context) -> assertThat(ddlAuto(context)).isNull());
	}

	@Test
	void hibernateGoesOnWhileNothingIsWritten(@TempDir Path empty) {
		this.runner.withPropertyValues("spring.migrate.locations=" + empty.toUri())
			.run((context) -> assertThat(ddlAuto(context)).isEqualTo("create-drop"));
	}

	@Test
	void hibernateGoesOnWhereMigrationsAreOff() {
		this.runner.withPropertyValues("spring.migrate.enabled=false")
			.run((context) -> assertThat(ddlAuto(context)).isEqualTo("create-drop"));
	}

	@Test
	void managesNoOtherDataSource() {
		try (TestDatabase other = TestH2.database()) {
			this.runner.run((context) -> {
				SchemaManagementProvider provider = context.getBean("migrateSchemaManagementProvider",
						SchemaManagementProvider.class);
				assertThat(provider.getSchemaManagement(context.getBean(DataSource.class)))
					.isEqualTo(SchemaManagement.MANAGED);
				assertThat(provider.getSchemaManagement(other.dataSource())).isEqualTo(SchemaManagement.UNMANAGED);
			});
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "spring.jpa.hibernate.ddl-auto=create", "spring.jpa.hibernate.ddl-auto=update",
			"spring.jpa.properties.hibernate.hbm2ddl.auto=create-only", "spring.jpa.generate-ddl=true",
			"spring.jpa.properties.jakarta.persistence.schema-generation.database.action=drop-and-create" })
	void twoOwnersStopTheBootThatUpgrades(String setting) {
		this.runner.withPropertyValues(setting, "spring.migrate.auto-upgrade=true").run((context) -> {
			assertThat(context).hasFailed();
			assertThat(context.getStartupFailure()).rootCause()
				.isInstanceOfSatisfying(MigrateException.class,
						(failure) -> assertThat(failure).hasMessageContaining(setting.split("=")[0])
							.hasMessageContaining(TWO_OWNERS));
			assertThat(this.database
				.strings("SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = 'PUBLIC'")).isEmpty();
		});
	}

	@Test
	void twoOwnersAreWorthOneWarningWhereTheBootDoesNotUpgrade(CapturedOutput output) {
		this.runner.withPropertyValues("spring.jpa.hibernate.ddl-auto=update").run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(output).containsOnlyOnce("spring.jpa.hibernate.ddl-auto=update " + TWO_OWNERS);
		});
	}

	@Test
	void anEmbeddedDatabaseMayBeCreatedAndDropped(CapturedOutput output) {
		this.runner.withPropertyValues("spring.jpa.hibernate.ddl-auto=create-drop", "spring.migrate.auto-upgrade=true")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(output).doesNotContain(TWO_OWNERS);
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "none", "validate" })
	void oneOwnerIsFine(String value, CapturedOutput output) {
		this.runner.withPropertyValues("spring.jpa.hibernate.ddl-auto=" + value, "spring.migrate.auto-upgrade=true")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(output).doesNotContain(TWO_OWNERS);
			});
	}

	@Configuration(proxyBeanMethods = false)
	@EntityScan(basePackageClasses = Student.class)
	static class Entities {

	}

}

package dev.migrate.boot.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.sql.DataSource;

import dev.migrate.boot.observe.RevisionFiles;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestH2;
import dev.migrate.testkit.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.SpringProperties;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class MigrationInitializerTests {

	private static final String BEHIND = "The database is behind: 2 revisions are pending,"
			+ " aaaa11111111 \"create students\", bbbb22222222 \"add age\"";

	@TempDir
	private Path folder;

	private TestDatabase database;

	@BeforeEach
	void createDatabase() throws IOException {
		RevisionFiles.writeTwo(this.folder);
		this.database = TestH2.database();
	}

	@AfterEach
	void closeDatabase() {
		this.database.close();
	}

	private ApplicationContextRunner runner() {
		return runner(this.database.dataSource());
	}

	private ApplicationContextRunner runner(DataSource dataSource) {
		return new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(MigrateAutoConfiguration.class))
			.withBean(DataSource.class, () -> dataSource)
			.withPropertyValues("spring.migrate.locations=" + this.folder.toUri());
	}

	private ApplicationContextRunner upgrading() {
		return runner().withPropertyValues("spring.migrate.auto-upgrade=true");
	}

	private boolean isUpgraded() {
		return !this.database.strings("SELECT 1 FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME = 'STUDENTS'")
			.isEmpty();
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
	void stopsBeforeADangerousUpgradeWhereThatIsConfigured() throws IOException {
		upgrading().run((context) -> assertThat(context).hasNotFailed());
		Files.writeString(this.folder.resolve("cccc33333333.sql"), """
				-- drop age
				--
				-- revision: cccc33333333
				-- revises: bbbb22222222

				-- migrate:upgrade
				ALTER TABLE students DROP COLUMN age;

				-- migrate:downgrade
				ALTER TABLE students ADD COLUMN age INTEGER;
				""");
		upgrading().withPropertyValues("spring.migrate.lint.fail-on=error").run((context) -> {
			MigrateException failure = failure(context);
			assertThat(failure.code()).isEqualTo(ErrorCode.LINT);
			assertThat(failure).hasMessageContaining("Rule D02 refuses revision cccc33333333")
				.hasMessageEndingWith("Nothing was run.");
		});
		upgrading().run((context) -> assertThat(context).hasNotFailed());
		upgrading().withPropertyValues("spring.migrate.lint.fail-on=error")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void looksAndWarnsUnlessToldToUpgrade(CapturedOutput output) {
		runner().run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(output).containsOnlyOnce(BEHIND);
			assertThat(isUpgraded()).isFalse();
			assertThat(this.database
				.strings("SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES" + " WHERE TABLE_SCHEMA = 'PUBLIC'"))
				.isEmpty();
		});
	}

	@Test
	void saysNothingWhereNothingIsPending(CapturedOutput output) {
		upgrading().run((context) -> assertThat(context).hasNotFailed());
		runner().withPropertyValues("spring.migrate.on-pending=fail")
			.run((context) -> assertThat(context).hasNotFailed());
		runner().run((context) -> assertThat(output).doesNotContain("is behind"));
	}

	@Test
	void ignoresWhatIsPendingIfAsked(CapturedOutput output) {
		CountingDataSource counting = new CountingDataSource(this.database.dataSource());
		runner(counting.dataSource()).withPropertyValues("spring.migrate.on-pending=ignore").run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(output).doesNotContain("is behind");
			assertThat(counting.connections()).isZero();
		});
	}

	@Test
	void stopsIfAskedWhereRevisionsArePending() {
		runner().withPropertyValues("spring.migrate.on-pending=fail").run((context) -> {
			MigrateException failure = failure(context);
			assertThat(failure.code()).isEqualTo(ErrorCode.BEHIND);
			assertThat(failure).hasMessage(BEHIND + ".");
			assertThat(failure.hint()).isEqualTo("Run `db upgrade`, or set spring.migrate.auto-upgrade=true.");
			assertThat(isUpgraded()).isFalse();
		});
	}

	@Test
	void advisesNoUpgradeWhereOneIsInProgress() {
		upgrading().withPropertyValues("spring.migrate.target=aaaa11111111").run((context) -> {
		});
		this.database.execute("UPDATE migrate_lock SET holder = 'x', description = 'upgrade by ann on build-7',"
				+ " acquired_at = NULL, expires_at = DATEADD('HOUR', 1, CURRENT_TIMESTAMP)");
		runner().withPropertyValues("spring.migrate.on-pending=fail").run((context) -> {
			assertThat(failure(context).code()).isEqualTo(ErrorCode.BEHIND);
			assertThat(failure(context).hint()).startsWith("A run is in progress, upgrade by ann on build-7: ")
				.doesNotContain("`db upgrade`");
		});
	}

	@Test
	void stopsWaitingAfterALimit() {
		runner().withPropertyValues("spring.migrate.on-pending=wait", "spring.migrate.lock.wait=0s")
			.run((context) -> assertThat(failure(context).code()).isEqualTo(ErrorCode.BEHIND));
	}

	@Test
	void waitsUntilSomebodyElseHasUpgraded(CapturedOutput output) throws Exception {
		Thread operator = new Thread(() -> {
			while (!output.getAll().contains("Waiting for the database to be upgraded")) {
				Thread.onSpinWait();
			}
			upgrading().run((context) -> assertThat(context).hasNotFailed());
		});
		operator.start();
		runner().withPropertyValues("spring.migrate.on-pending=wait").run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(isUpgraded()).isTrue();
		});
		operator.join();
	}

	@Test
	void upgradesToTheConfiguredTarget() {
		upgrading().withPropertyValues("spring.migrate.target=aaaa11111111")
			.run((context) -> assertThat(this.database.strings("SELECT revision FROM migrate_version"))
				.containsExactly("aaaa11111111"));
	}

	@Test
	void startsOnADatabaseThatIsNotSupported(CapturedOutput output) {
		DataSource derby = new CountingDataSource(this.database.dataSource(), "Apache Derby").dataSource();
		runner(derby).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(output).containsOnlyOnce("Apache Derby is not supported yet");
		});
		runner(derby).withPropertyValues("spring.migrate.auto-upgrade=true")
			.run((context) -> assertThat(failure(context).code()).isEqualTo(ErrorCode.UNSUPPORTED_DATABASE));
	}

	@Test
	void warnsAboutAFolderThatIsMissing(CapturedOutput output) {
		upgrading().withPropertyValues("spring.migrate.locations=classpath:nowhere").run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(output).containsOnlyOnce("There are no revisions in classpath:nowhere");
		});
	}

	@Test
	void warnsAboutAnEmptyFolderWithoutAskingTheDatabase(CapturedOutput output, @TempDir Path empty) {
		CountingDataSource counting = new CountingDataSource(this.database.dataSource());
		runner(counting.dataSource()).withPropertyValues("spring.migrate.locations=" + empty.toUri()).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(output).containsOnlyOnce("There are no revisions in " + empty.toUri());
			assertThat(counting.connections()).isZero();
		});
	}

	@Test
	void warnsAboutNoLocations(CapturedOutput output) {
		upgrading().withPropertyValues("spring.migrate.locations=")
			.run((context) -> assertThat(output).containsOnlyOnce("spring.migrate.locations is empty"));
	}

	@Test
	void leavesTheDatabaseAloneInATrainingRunAndReadsTheFlagWhenItRuns() {
		runner().withPropertyValues("spring.migrate.on-pending=ignore").run((context) -> {
			MigrationInitializer initializer = context.getBean(MigrationInitializer.class);
			context.getBean(MigrateProperties.class).setAutoUpgrade(true);
			SpringProperties.setProperty("spring.context.exit", "onRefresh");
			try {
				initializer.afterPropertiesSet();
				assertThat(isUpgraded()).isFalse();
			}
			finally {
				SpringProperties.setProperty("spring.context.exit", null);
			}
			initializer.afterPropertiesSet();
			assertThat(isUpgraded()).isTrue();
		});
	}

	@Test
	void anUpToDateBootIsOneConnectionAndOneStatementOnH2() {
		upgrading().run((context) -> assertThat(isUpgraded()).isTrue());
		CountingDataSource counting = new CountingDataSource(this.database.dataSource());
		runner(counting.dataSource()).withPropertyValues("spring.migrate.auto-upgrade=true")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(counting.connections()).isEqualTo(1);
		assertThat(counting.statements()).hasSize(1);
	}

	@Test
	void anUpToDateBootIsOneConnectionAndOneStatementOnPostgresql() {
		try (TestDatabase postgresql = TestPostgres.database()) {
			for (String property : new String[] { "spring.migrate.auto-upgrade=true",
					"spring.migrate.on-pending=fail" }) {
				runner(postgresql.dataSource()).withPropertyValues("spring.migrate.auto-upgrade=true")
					.run((context) -> assertThat(context).hasNotFailed());
				CountingDataSource counting = new CountingDataSource(postgresql.dataSource());
				runner(counting.dataSource()).withPropertyValues(property)
					.run((context) -> assertThat(context).hasNotFailed());
				assertThat(counting.connections()).as(property).isEqualTo(1);
				assertThat(counting.statements()).as(property).hasSize(1);
			}
		}
	}

}

package dev.migrate.boot.autoconfigure;

import java.io.IOException;
import java.nio.file.Path;

import javax.sql.DataSource;

import dev.migrate.boot.observe.RevisionFiles;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestH2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

@ExtendWith(OutputCaptureExtension.class)
class MigrateExceptionFailureAnalyzerTests {

	private static FailureAnalysis analyze(Throwable failure) {
		FailureAnalysis analysis = new MigrateExceptionFailureAnalyzer().analyze(failure);
		assertThat(analysis).isNotNull();
		return analysis;
	}

	@Test
	void showsTheSentenceAndWhatToDo() {
		FailureAnalysis analysis = analyze(new BeanCreationException("wrapped",
				new MigrateException(ErrorCode.BEHIND, "The database is behind.", "Run `db upgrade`.")));
		assertThat(analysis.getDescription()).isEqualTo("The database is behind.");
		assertThat(analysis.getAction()).isEqualTo("Run `db upgrade`.");
	}

	@Test
	void addsWhatTheServerSaidAboutAStatement(@TempDir Path folder) throws IOException {
		RevisionFiles.writeTwo(folder);
		RevisionFiles.writeBroken(folder);
		try (TestDatabase database = TestH2.database()) {
			new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(MigrateAutoConfiguration.class))
				.withBean(DataSource.class, database::dataSource)
				.withPropertyValues("spring.migrate.auto-upgrade=true", "spring.migrate.locations=" + folder.toUri())
				.run((context) -> {
					assertThat(context).hasFailed();
					FailureAnalysis analysis = analyze(context.getStartupFailure());
					assertThat(analysis.getDescription()).contains("cccc33333333", "cccc33333333.sql:9", "42S")
						.containsIgnoringCase("Table \"nowhere\" not found");
					assertThat(analysis.getAction()).isNotBlank();
				});
		}
	}

	@Test
	void isWhatAnApplicationThatStopsPrints(CapturedOutput output, @TempDir Path folder) throws IOException {
		RevisionFiles.writeTwo(folder);
		try (TestDatabase database = TestH2.database()) {
			SpringApplication application = new SpringApplication(Application.class);
			application.setWebApplicationType(WebApplicationType.NONE);
			assertThatException().isThrownBy(() -> application.run("--spring.datasource.url=" + database.url(),
					"--spring.datasource.username=sa", "--spring.migrate.on-pending=fail",
					"--spring.migrate.locations=" + folder.toUri()));
			assertThat(output)
				.contains("APPLICATION FAILED TO START", "The database is behind: 2 revisions are pending",
						"Run `db upgrade`, or set spring.migrate.auto-upgrade=true.")
				.doesNotContain("\tat dev.migrate");
		}
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, MigrateAutoConfiguration.class })
	static class Application {

	}

}

package dev.migrate.boot.launch;

import java.util.Map;

import javax.naming.NoInitialContextException;

import dev.migrate.boot.cli.CommandFailedException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.support.SpringApplicationJsonEnvironmentPostProcessor;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

class ApplicationFailuresTests {

	@Test
	void saysHowToDoWithoutTheDirectoryOfAServer() {
		GenericApplicationContext context = new GenericApplicationContext();
		context.getEnvironment()
			.getPropertySources()
			.addFirst(
					new MapPropertySource("test", Map.of("spring.datasource.jndi-name", "java:comp/env/jdbc/school")));
		RuntimeException failure = ApplicationFailures.of(
				new BeanCreationException("dataSource", "no bean",
						new NoInitialContextException("Need to specify class name in environment")),
				"The database of this application can't be used", context);
		assertThat(failure).isInstanceOf(CommandFailedException.class)
			.hasMessage("There is no DataSource java:comp/env/jdbc/school (spring.datasource.jndi-name):"
					+ " Need to specify class name in environment.");
		assertThat(((CommandFailedException) failure).hint())
			.contains("--spring.datasource.jndi-name=false --spring.datasource.url=");
	}

	@Test
	void saysThatTheMemoryDoesNotSuffice() {
		RuntimeException failure = ApplicationFailures.of(
				new BeanCreationException("entities", "no bean",
						new IllegalStateException(new OutOfMemoryError("Java heap space"))),
				"The application's configuration can't be used", null);
		assertThat(failure).isInstanceOf(CommandFailedException.class)
			.hasMessage("The memory of this process does not suffice: Java heap space.");
		assertThat(((CommandFailedException) failure).hint()).contains("-Xmx");
	}

	@Test
	void namesTheVariableWhoseJsonIsBrokenAndShowsNothingOfIt() {
		MockEnvironment environment = new MockEnvironment().withProperty("SPRING_APPLICATION_JSON",
				"{\"spring.datasource.password\": geheim");
		Throwable thrown = catchThrowable(() -> new SpringApplicationJsonEnvironmentPostProcessor()
			.postProcessEnvironment(environment, new SpringApplication()));
		assertThat(thrown).isNotNull();
		RuntimeException failure = ApplicationFailures.of(thrown, "The application's configuration can't be used",
				null);
		assertThat(failure).hasMessageStartingWith("SPRING_APPLICATION_JSON ").hasNoCause();
		assertThat(failure.getMessage() + ((CommandFailedException) failure).hint()).doesNotContain("geheim");
	}

}

package dev.migrate.boot.launch;

import java.util.Map;

import javax.naming.NoInitialContextException;

import dev.migrate.boot.cli.CommandFailedException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

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

}

package dev.migrate.boot.launch;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.migrate.boot.cli.DbCommandLine;
import dev.migrate.boot.cli.Interruption;
import dev.migrate.boot.cli.Need;
import dev.migrate.boot.cli.Terminal;
import dev.migrate.testkit.TestDatabase;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Commands in an application, as {@code java -jar app.jar db …} runs them, but without a
 * process of their own.
 */
final class InProcess implements AutoCloseable {

	private final ApplicationWorkplaces workplaces;

	private final ConfigurableApplicationContext context;

	private StringWriter out = new StringWriter();

	private StringWriter err = new StringWriter();

	private InProcess(Map<String, Object> properties, List<Class<?>> sources) {
		SpringApplication application = new SpringApplication(sources.toArray(Class<?>[]::new));
		application.setMainApplicationClass(sources.get(0));
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setApplicationContextFactory(DefinitionsOnly.contexts(Need.APPLICATION));
		application.setRegisterShutdownHook(false);
		application.setBannerMode(Banner.Mode.OFF);
		application.setDefaultProperties(properties);
		application.addInitializers((created) -> new CommandProperties(created.getEnvironment()).add(new String[0]));
		this.workplaces = new ApplicationWorkplaces(application);
		this.context = application.run();
		this.workplaces.use(this.context);
	}

	/**
	 * Configure an application on a database.
	 * @param folder where its revisions are
	 * @param settings more properties, {@code name=value}
	 * @param sources the application's own class first
	 */
	static InProcess on(TestDatabase database, Path folder, List<String> settings, Class<?>... sources) {
		Map<String, Object> properties = new HashMap<>(Map.of("spring.datasource.url", database.url(),
				"spring.datasource.username", database.user(), "spring.datasource.password", database.password(),
				"spring.datasource.hikari.maximum-pool-size", "1", "spring.migrate.locations",
				folder.toUri().toString(), "logging.level.root", "warn", "spring.docker.compose.enabled", "false"));
		for (String setting : settings) {
			properties.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
		}
		return new InProcess(properties, List.of(sources));
	}

	/** Run a command where nobody sits, and return the exit code. */
	int run(String... arguments) {
		this.out = new StringWriter();
		this.err = new StringWriter();
		Terminal terminal = Terminal.unattended(new PrintWriter(this.out), new PrintWriter(this.err));
		return new DbCommandLine(this.workplaces, terminal, new Interruption()).run(List.of(arguments));
	}

	String out() {
		return this.out.toString();
	}

	String err() {
		return this.err.toString();
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	@Override
	public void close() {
		this.context.close();
	}

}

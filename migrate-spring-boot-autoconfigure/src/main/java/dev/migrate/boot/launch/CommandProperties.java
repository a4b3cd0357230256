package dev.migrate.boot.launch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrate.boot.cli.DbCommandLine;
import dev.migrate.boot.cli.Need;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Bends the environment of an application to a single command.
 */
final class CommandProperties {

	private static final String FORCED = "migrateCommand";

	private static final String DEFAULTS = "migrateCommandDefaults";

	private static final String NEED = "migrateCommandNeed";

	private static final String ARGUMENTS = CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME;

	private static final List<String> OFF = List.of("spring.main.log-startup-info", "spring.main.keep-alive",
			"spring.main.register-shutdown-hook", "spring.jmx.enabled", "spring.flyway.enabled",
			"spring.liquibase.enabled", "spring.jpa.generate-ddl", "spring.migrate.auto-upgrade");

	private final ConfigurableEnvironment environment;

	CommandProperties(ConfigurableEnvironment environment) {
		this.environment = environment;
	}

	/** Put ours around what the application will configure. */
	void add(String[] arguments) {
		MutablePropertySources sources = this.environment.getPropertySources();
		String[] applications = List.of(arguments)
			.stream()
			.filter(DbCommandLine::isApplicationOption)
			.toArray(String[]::new);
		PropertySource<?> options = new SimpleCommandLinePropertySource(applications);
		if (sources.contains(ARGUMENTS)) {
			sources.replace(ARGUMENTS, options);
		}
		else {
			sources.addFirst(options);
		}
		sources.addFirst(new MapPropertySource(FORCED, forced()));
		sources.addLast(new MapPropertySource(DEFAULTS, defaults()));
	}

	/** Let no more of the application be read than a command needs. */
	void leaveOutAllBut(Need need) {
		// What is missed is looked for again, in the whole application.
		this.environment.getPropertySources()
			.addFirst(new MapPropertySource(NEED,
					Map.of("logging.level." + DefinitionsOnlyContext.class.getName(), "off", NEED, need)));
	}

	/** Tell whether something of the application is left out. */
	static boolean leaveOut(@Nullable Environment environment) {
		return environment instanceof ConfigurableEnvironment configurable
				&& configurable.getPropertySources().contains(NEED);
	}

	/** Return how much of the application is read. */
	static Need need(@Nullable Environment environment) {
		PropertySource<?> source = (environment instanceof ConfigurableEnvironment configurable)
				? configurable.getPropertySources().get(NEED) : null;
		return (source != null && source.getProperty(NEED) instanceof Need need) ? need : Need.APPLICATION;
	}

	/** Take ours away again. */
	void remove(String[] arguments) {
		MutablePropertySources sources = this.environment.getPropertySources();
		sources.remove(FORCED);
		sources.remove(DEFAULTS);
		if (sources.contains(ARGUMENTS)) {
			sources.replace(ARGUMENTS, new SimpleCommandLinePropertySource(arguments));
		}
	}

	private static Map<String, Object> forced() {
		Map<String, Object> forced = new LinkedHashMap<>();
		OFF.forEach((name) -> forced.put(name, "false"));
		forced.put("spring.main.web-application-type", "none");
		forced.put("spring.main.banner-mode", "off");
		forced.put("spring.sql.init.mode", "never");
		forced.put("spring.jpa.hibernate.ddl-auto", "none");
		forced.put("spring.jpa.properties.hibernate.hbm2ddl.auto", "none");
		forced.put("spring.jpa.properties.jakarta.persistence.schema-generation.database.action", "none");
		forced.put("spring.migrate.enabled", "true");
		forced.put("spring.migrate.on-pending", "ignore");
		return forced;
	}

	private static Map<String, Object> defaults() {
		// The pool tells of a connection that broke with a stack trace; the command says
		// it
		// in a sentence.
		return Map.of("logging.level.root", "warn", "logging.level.com.zaxxer.hikari", "error",
				"logging.pattern.console", "%p %m%n%ex");
	}

	/** Tell whether the application left the word {@code db} to us. */
	boolean commandsAreEnabled() {
		return this.environment.getProperty("spring.migrate.cli.enabled", Boolean.class, true);
	}

	/** Tell whether the application switched migrations off, whatever we have forced. */
	boolean migrationsAreSwitchedOff() {
		return !applications().bind("spring.migrate.enabled", Boolean.class).orElse(true);
	}

	/** Tell whether the application itself starts no web server. */
	boolean webApplicationsAreSwitchedOff() {
		return applications().bind("spring.main.web-application-type", WebApplicationType.class)
			.orElse(null) == WebApplicationType.NONE;
	}

	private Binder applications() {
		StandardEnvironment applications = new StandardEnvironment();
		MutablePropertySources sources = applications.getPropertySources();
		sources.forEach((source) -> sources.remove(source.getName()));
		this.environment.getPropertySources().forEach((source) -> {
			if (!source.getName().equals(FORCED)
					&& !ConfigurationPropertySources.isAttachedConfigurationPropertySource(source)) {
				sources.addLast(source);
			}
		});
		return Binder.get(applications);
	}

	/** Return what a command needs, in the light of what is configured. */
	Need atLeast(Need need) {
		boolean database = need == Need.DATABASE || need == Need.RUN;
		return (database && !startBeans().isEmpty()) ? Need.APPLICATION : need;
	}

	/** Return the beans that a connection needs. */
	List<String> startBeans() {
		return Binder.get(this.environment)
			.bind("spring.migrate.cli.start-beans",
					org.springframework.boot.context.properties.bind.Bindable.listOf(String.class))
			.orElse(List.of());
	}

}

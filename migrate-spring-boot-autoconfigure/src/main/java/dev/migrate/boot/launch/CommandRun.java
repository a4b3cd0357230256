package dev.migrate.boot.launch;

import java.io.PrintStream;
import java.util.List;
import java.util.OptionalInt;

import dev.migrate.boot.cli.CommandFailedException;
import dev.migrate.boot.cli.DbCommandLine;
import dev.migrate.boot.cli.Interruption;
import dev.migrate.boot.cli.Need;
import dev.migrate.boot.cli.Terminal;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.Lifecycle;

/**
 * One command in one application, from its words to the end of the process.
 */
final class CommandRun {

	private final List<String> arguments;

	private final Terminal terminal;

	private final Interruption interruption = new Interruption();

	private final ApplicationWorkplaces workplaces;

	private final DbCommandLine commandLine;

	CommandRun(SpringApplication application, List<String> arguments, PrintStream output) {
		this.arguments = arguments;
		this.terminal = Terminal.ofProcess(output, System.err);
		this.workplaces = new ApplicationWorkplaces(application);
		this.commandLine = new DbCommandLine(this.workplaces, this.terminal, this.interruption);
	}

	OptionalInt answer() {
		return this.commandLine.answer(this.arguments);
	}

	Need need() {
		return this.commandLine.need(this.arguments);
	}

	/**
	 * Refuse the command if what makes the DataSource depends on whether the application
	 * is a web application, as it is and a command is not.
	 */
	OptionalInt refuse(ConfigurableApplicationContext context) {
		Need need = need();
		boolean usesDatabase = need != Need.NOTHING && need != Need.REVISIONS
				&& !context.getEnvironment().containsProperty("spring.migrate.url");
		String place = usesDatabase ? new Conditions(context).onAWebApplication() : null;
		return (place == null) ? OptionalInt.empty()
				: OptionalInt.of(this.commandLine.failed(new CommandFailedException(
						"Which database this is can't be told: " + place
								+ " makes a DataSource on condition of a web application, and a command is none.",
						"Let a property decide (@ConditionalOnProperty), or name the database: spring.migrate.url.",
						null), this.arguments));
	}

	int execute(ConfigurableApplicationContext context) {
		CommandProperties properties = new CommandProperties(context.getEnvironment());
		if (properties.migrationsAreSwitchedOff()) {
			this.terminal.remark("spring.migrate.enabled=false is ignored by `db`.");
		}
		this.workplaces.use(context);
		try {
			if (CommandProperties.need(context.getEnvironment()) != Need.REVISIONS) {
				properties.startBeans().forEach((name) -> start(name, context));
			}
		}
		catch (CommandFailedException ex) {
			return this.commandLine.failed(ex, this.arguments);
		}
		return this.commandLine.run(this.arguments);
	}

	private static void start(String name, ConfigurableApplicationContext context) {
		try {
			Object bean = context.getBean(name);
			if (bean instanceof Lifecycle lifecycle) {
				lifecycle.start();
			}
		}
		catch (RuntimeException ex) {
			throw ApplicationFailures.of(ex, "The bean '" + name + "' of spring.migrate.cli.start-beans does not start",
					context);
		}
	}

	int failed(Throwable failure, @Nullable ConfigurableApplicationContext context) {
		return this.commandLine.failed(
				ApplicationFailures.of(failure, "The application's configuration can't be used", context),
				this.arguments);
	}

	/** End the process; nothing after the command may run. */
	void exit(int exitCode, @Nullable ConfigurableApplicationContext context) {
		int code = exitCode;
		if (context != null && context.isActive()) {
			code = Math.max(code, SpringApplication.exit(context));
		}
		else if (context != null) {
			context.close();
		}
		this.interruption.ended();
		System.exit(code);
	}

}

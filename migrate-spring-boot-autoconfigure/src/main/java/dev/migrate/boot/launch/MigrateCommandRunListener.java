package dev.migrate.boot.launch;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

import dev.migrate.boot.cli.Need;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.bootstrap.BootstrapRegistry.InstanceSupplier;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.support.EnvironmentPostProcessorApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Turns {@code java -jar app.jar db …} into a command: the application is configured as
 * ever, but nothing of it runs. Without the word {@code db} in front it does nothing.
 */
public final class MigrateCommandRunListener implements SpringApplicationRunListener, Ordered {

	private static final String WORD = "db";

	// In the background it loads what a web application will need: JSON, validation.
	private static final String PREINITIALIZER = "org.springframework.boot.autoconfigure.preinitialize"
			+ ".BackgroundPreinitializingApplicationListener";

	private final SpringApplication application;

	private final String[] arguments;

	private boolean active;

	private @Nullable PrintStream standardOutput;

	private @Nullable CommandRun run;

	private @Nullable Whole whole;

	private boolean web;

	private @Nullable Need need;

	/**
	 * Create the listener; called by Spring Boot.
	 * @param application that starts
	 * @param arguments of its process
	 */
	public MigrateCommandRunListener(SpringApplication application, String[] arguments) {
		this.application = application;
		this.arguments = arguments.clone();
		this.active = arguments.length > 0 && arguments[0].equals(WORD);
	}

	/** Before Spring Boot's own, which runs what must not run. */
	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public void starting(ConfigurableBootstrapContext bootstrapContext) {
		if (this.active) {
			this.standardOutput = StandardOutput.takeAway();
			this.whole = bootstrapContext.getOrElse(Whole.class, null);
			this.application.setListeners(this.application.getListeners()
				.stream()
				.filter((listener) -> !listener.getClass().getName().equals(PREINITIALIZER))
				.toList());
			this.application.addListeners(new EnvironmentRead());
		}
	}

	@Override
	public void environmentPrepared(ConfigurableBootstrapContext bootstrapContext,
			ConfigurableEnvironment environment) {
		if (this.active) {
			new CommandProperties(environment).add(this.arguments);
		}
	}

	/**
	 * Called when the application's own configuration is known, and before logging is.
	 */
	private void environmentRead(ConfigurableEnvironment environment) {
		CommandProperties properties = new CommandProperties(environment);
		if (!properties.commandsAreEnabled()) {
			this.active = false;
			properties.remove(this.arguments);
			StandardOutput.giveBack(this.standardOutput);
			return;
		}
		CommandRun commands = commands();
		OptionalInt answered = commands.answer();
		if (answered.isPresent()) {
			commands.exit(answered.getAsInt(), null);
		}
		// The first start of an application tells it to be none.
		this.web = (this.whole != null) ? this.whole.web()
				: this.application.getWebApplicationType() != WebApplicationType.NONE
						&& !properties.webApplicationsAreSwitchedOff();
		// What was generated ahead of time can't be left out any more.
		Need known = (this.whole != null || AotDetector.useGeneratedArtifacts()) ? Need.APPLICATION
				: properties.atLeast(commands.need());
		if (known != Need.APPLICATION) {
			properties.leaveOutAllBut(known);
		}
		this.application.setApplicationContextFactory(DefinitionsOnly.contexts(known));
		this.need = known;
	}

	private CommandRun commands() {
		CommandRun known = this.run;
		if (known == null) {
			known = new CommandRun(this.application, List.of(this.arguments).subList(1, this.arguments.length),
					(this.standardOutput != null) ? this.standardOutput : System.out);
			this.run = known;
		}
		return known;
	}

	@Override
	public void started(ConfigurableApplicationContext context, @Nullable Duration timeTaken) {
		// A parent of the application is started with the same arguments and goes on.
		if (this.active && AutoConfigurationPackages.has(context)) {
			CommandRun commands = commands();
			OptionalInt refused = this.web ? commands.refuse(context) : OptionalInt.empty();
			if (refused.isPresent()) {
				commands.exit(refused.getAsInt(), context);
				return;
			}
			if (this.need != null && !Sufficiency.of(context, this.need)) {
				again(context);
				return;
			}
			commands.exit(commands.execute(context), context);
		}
	}

	@Override
	public void failed(@Nullable ConfigurableApplicationContext context, Throwable exception) {
		if (this.active && !(exception instanceof SpringApplication.AbandonedRunException)) {
			if (this.need != null && this.need != Need.APPLICATION && Sufficiency.isForWantOfMore(exception)) {
				Sufficiency.missed(exception);
				again(context);
				return;
			}
			CommandRun commands = commands();
			commands.exit(commands.failed(exception, context), context);
		}
	}

	// A bean that is needed was among what was left out.
	private void again(@Nullable ConfigurableApplicationContext context) {
		this.active = false;
		if (context != null) {
			context.close();
		}
		this.application.addBootstrapRegistryInitializer(
				(registry) -> registry.register(Whole.class, InstanceSupplier.of(new Whole(this.web))));
		this.application.run(this.arguments);
	}

	/**
	 * Says that this time nothing is left out.
	 *
	 * @param web whether the application is one that starts a web server
	 */
	private record Whole(boolean web) {

	}

	private final class EnvironmentRead implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

		@Override
		public int getOrder() {
			return EnvironmentPostProcessorApplicationListener.DEFAULT_ORDER + 1;
		}

		@Override
		public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
			if (MigrateCommandRunListener.this.active) {
				environmentRead(event.getEnvironment());
			}
		}

	}

}

package dev.migrate.boot.launch;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import javax.naming.NamingException;

import dev.migrate.boot.cli.CommandFailedException;
import dev.migrate.error.MaskedText;
import dev.migrate.error.MigrateException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/**
 * Finds the sentence in the failure of an application: ours, else what Spring Boot's
 * analyzers say, else the innermost cause.
 */
final class ApplicationFailures {

	private static final String URL = "spring.datasource.url";

	private static final String JNDI = "spring.datasource.jndi-name";

	private static final String INLINE_JSON = "org.springframework.boot.support.SpringApplicationJsonEnvironmentPostProcessor";

	private ApplicationFailures() {
	}

	static RuntimeException of(Throwable failure, String what, @Nullable ConfigurableApplicationContext context) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof MigrateException || cause instanceof CommandFailedException) {
				return new CommandFailedException(String.valueOf(cause.getMessage()), hint(cause), failure);
			}
			if (cause instanceof OutOfMemoryError) {
				return new CommandFailedException(
						"The memory of this process does not suffice: " + oneLine(cause.getMessage()),
						"Give it more, for instance: java -Xmx512m -jar app.jar db …", failure);
			}
			if (isOfInlineJson(cause)) {
				// Parser and stack trace quote what it holds, which may be a password.
				return new CommandFailedException(
						"SPRING_APPLICATION_JSON (or spring.application.json) can't be read: it is no JSON object.",
						"Correct it, or leave it out; its text is not shown, as it may hold passwords.", null);
			}
		}
		String url = (context != null) ? context.getEnvironment().getProperty(URL) : null;
		if (url != null && isForWantOfADriver(failure, url)) {
			return new CommandFailedException(
					"No connection to the database: no driver on the class path takes the JDBC URL `"
							+ MaskedText.of(url) + "`.",
					"Correct " + URL + " (or spring.migrate.url): it begins with jdbc:postgresql: or jdbc:h2:, its port"
							+ " is a number, and the driver is a dependency of the application.",
					failure);
		}
		String directory = (context != null) ? context.getEnvironment().getProperty(JNDI) : null;
		if (directory != null && NestedExceptionUtils.getMostSpecificCause(failure) instanceof NamingException naming) {
			return new CommandFailedException(
					"There is no DataSource " + directory + " (" + JNDI + "): "
							+ oneLine(Objects.requireNonNullElse(naming.getExplanation(),
									naming.getClass().getSimpleName())),
					"Outside the server that has it, name the database for the command: --" + JNDI
							+ "=false --spring.datasource.url=… with .username and .password.",
					failure);
		}
		FailureAnalysis analysis = analysis(failure, context);
		if (analysis != null) {
			return new CommandFailedException(what + ": " + oneLine(analysis.getDescription()),
					(analysis.getAction() != null) ? MaskedText.of(analysis.getAction()) : null, failure);
		}
		Throwable root = Objects.requireNonNullElse(NestedExceptionUtils.getRootCause(failure), failure);
		String message = Objects.requireNonNullElse(root.getMessage(), root.getClass().getName());
		return new CommandFailedException(what + ": " + oneLine(message), "With -v the stack trace is printed.",
				failure);
	}

	private static boolean isOfInlineJson(Throwable cause) {
		return Arrays.stream(cause.getStackTrace()).anyMatch((frame) -> frame.getClassName().equals(INLINE_JSON));
	}

	// Boot says that nothing is configured, whatever is.
	private static boolean isForWantOfADriver(Throwable failure, String url) {
		String message = String.valueOf(NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
		return message.contains("Failed to determine a suitable driver class")
				|| (url.startsWith("jdbc:") && message.equals(DatabaseDriver.fromJdbcUrl(url).getDriverClassName()));
	}

	private static @Nullable String hint(Throwable cause) {
		return (cause instanceof MigrateException known) ? known.hint() : ((CommandFailedException) cause).hint();
	}

	private static String oneLine(@Nullable String text) {
		String line = Objects.requireNonNullElse(text, "no reason given").strip().replaceAll("\\s*\\R\\s*", " ");
		return line.endsWith(".") || line.endsWith(":") ? line : line + ".";
	}

	private static @Nullable FailureAnalysis analysis(Throwable failure,
			@Nullable ConfigurableApplicationContext context) {
		ArgumentResolver arguments = ArgumentResolver.none();
		ClassLoader classLoader = null;
		if (context != null) {
			arguments = arguments.and(BeanFactory.class, context.getBeanFactory())
				.and(Environment.class, context.getEnvironment());
			classLoader = context.getClassLoader();
		}
		List<FailureAnalyzer> analyzers = SpringFactoriesLoader.forDefaultResourceLocation(classLoader)
			.load(FailureAnalyzer.class, arguments, FailureHandler.handleMessage((message, ex) -> {
				// One that needs a context can't be made before there is one.
			}));
		for (FailureAnalyzer analyzer : analyzers) {
			try {
				FailureAnalysis analysis = analyzer.analyze(failure);
				if (analysis != null) {
					return analysis;
				}
			}
			catch (RuntimeException | LinkageError ex) {
				// Another one may know.
			}
		}
		return null;
	}

}

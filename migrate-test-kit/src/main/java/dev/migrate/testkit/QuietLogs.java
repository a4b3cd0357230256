package dev.migrate.testkit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;

/**
 * Keeps the servers' own chatter out of the tests' output, where Logback is there.
 */
final class QuietLogs {

	private QuietLogs() {
	}

	static void apply() {
		try {
			Logback.apply();
		}
		catch (NoClassDefFoundError ex) {
			// No Logback: its user decides.
		}
	}

	private static final class Logback {

		static void apply() {
			if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
				context.getLogger("io.zonky.test").setLevel(Level.WARN);
				context.getLogger("org.testcontainers").setLevel(Level.WARN);
				context.getLogger("tc").setLevel(Level.WARN);
				context.getLogger("com.github.dockerjava").setLevel(Level.WARN);
				// It logs an error when there is no Docker, which is no error here.
				context.getLogger("org.testcontainers.dockerclient").setLevel(Level.OFF);
			}
		}

	}

}

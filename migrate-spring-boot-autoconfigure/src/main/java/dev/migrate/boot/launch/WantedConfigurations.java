package dev.migrate.boot.launch;

import java.util.Set;

import dev.migrate.boot.cli.Need;

/**
 * Which auto-configurations a command has need of: all but some of Spring Boot's and of
 * ours. Those of others may hold a DataSource or revisions.
 */
final class WantedConfigurations {

	private static final String BOOT = "org.springframework.boot.";

	private static final String CORE = BOOT + "autoconfigure.";

	private static final String OURS = "dev.migrate.boot.autoconfigure.";

	/** What revisions of others may be on condition of. */
	private static final Set<String> REVISIONS = Set.of(
			"org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
			"dev.migrate.boot.autoconfigure.MigrateAutoConfiguration");

	/** Modules of Spring Boot that neither make a DataSource nor change one. */
	private static final Set<String> APART = Set.of("activemq", "actuate", "amqp", "artemis", "batch", "cache",
			"cassandra", "couchbase", "data", "elasticsearch", "flyway", "freemarker", "graphql", "groovy", "gson",
			"h2console", "hateoas", "hazelcast", "health", "hibernate", "http", "integration", "jackson", "jackson2",
			"jersey", "jetty", "jms", "jooq", "jpa", "jsonb", "kafka", "ldap", "liquibase", "mail", "mongodb",
			"mustache", "neo4j", "netty", "persistence", "pulsar", "quartz", "reactor", "restclient", "rsocket",
			"security", "sendgrid", "servlet", "session", "thymeleaf", "tomcat", "validation", "web", "webclient",
			"webflux", "webmvc", "webservices", "websocket");

	/** The same in the module that is named after auto-configuration itself. */
	private static final Set<String> APART_IN_CORE = Set.of("admin", "availability", "info", "jmx", "task");

	/** Modules that are told of a run, or that a listener works with. */
	private static final Set<String> TOLD = Set.of("micrometer", "opentelemetry", "transaction", "zipkin");

	private WantedConfigurations() {
	}

	static boolean areWanted(String name, Need need) {
		return switch (need) {
			case NOTHING, REVISIONS -> REVISIONS.contains(name) || !(name.startsWith(BOOT) || name.startsWith(OURS));
			case DATABASE -> !isApart(name) && !TOLD.contains(word(name, BOOT)) && !isOf(name, "Metrics")
					&& !isOf(name, "Autogeneration");
			case RUN -> !isApart(name);
			case APPLICATION -> true;
		};
	}

	private static boolean isApart(String name) {
		if (name.startsWith(CORE)) {
			return APART_IN_CORE.contains(word(name, CORE));
		}
		if (name.startsWith(BOOT)) {
			String module = word(name, BOOT);
			return APART.contains(module) || (!TOLD.contains(module)
					&& (name.contains(".actuate.") || name.contains(".health.") || name.contains(".metrics.")));
		}
		return isOf(name, "Health") || isOf(name, "Info") || isOf(name, "Endpoint") || isOf(name, "Hibernate");
	}

	private static boolean isOf(String name, String what) {
		return name.startsWith(OURS) && name.contains(what);
	}

	private static String word(String name, String prefix) {
		return name.startsWith(prefix) ? name.substring(prefix.length(), name.indexOf('.', prefix.length())) : "";
	}

}

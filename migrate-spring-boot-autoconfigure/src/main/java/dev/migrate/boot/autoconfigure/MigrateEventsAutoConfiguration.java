package dev.migrate.boot.autoconfigure;

import dev.migrate.boot.observe.EventPublisher;
import dev.migrate.boot.observe.LoggingListener;
import dev.migrate.boot.observe.StartupListeners;
import dev.migrate.service.MigrationDatabases;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.ContextRefreshedEvent;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for log lines, startup steps and
 * application events.
 */
@AutoConfiguration(after = MigrateAutoConfiguration.class)
@ConditionalOnBean(MigrationDatabases.class)
public final class MigrateEventsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	LoggingListener migrationLoggingListener() {
		return new LoggingListener();
	}

	@Bean
	@ConditionalOnMissingBean
	StartupListeners migrationStartupListeners(ConfigurableApplicationContext context) {
		return new StartupListeners(context.getApplicationStartup());
	}

	@Bean
	@ConditionalOnMissingBean
	EventPublisher migrationEventPublisher(ConfigurableApplicationContext context) {
		return new EventPublisher(context);
	}

	@Bean
	ContextReady migrationContextReady(ConfigurableApplicationContext context, EventPublisher publisher,
			StartupListeners startup) {
		return new ContextReady(context, publisher, startup);
	}

	/**
	 * Ends what lasts as long as the startup. A child's context is not the application's.
	 */
	static final class ContextReady implements ApplicationListener<ContextRefreshedEvent> {

		private final ConfigurableApplicationContext context;

		private final EventPublisher publisher;

		private final StartupListeners startup;

		ContextReady(ConfigurableApplicationContext context, EventPublisher publisher, StartupListeners startup) {
			this.context = context;
			this.publisher = publisher;
			this.startup = startup;
		}

		@Override
		public void onApplicationEvent(ContextRefreshedEvent event) {
			if (event.getApplicationContext() == this.context) {
				this.startup.started();
				this.publisher.ready();
			}
		}

	}

}

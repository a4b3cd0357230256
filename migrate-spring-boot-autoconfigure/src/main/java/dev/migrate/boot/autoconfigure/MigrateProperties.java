package dev.migrate.boot.autoconfigure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration of database migrations.
 */
@ConfigurationProperties("spring.migrate")
public class MigrateProperties extends DatabaseProperties {

	/**
	 * Whether to enable migrations.
	 */
	private boolean enabled = true;

	/**
	 * The databases, by name, where the application has several. Each inherits every
	 * value of spring.migrate that it does not set.
	 */
	private Map<String, NamedDatabaseProperties> databases = new LinkedHashMap<>();

	private final Cli cli = new Cli();

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	/**
	 * Return the databases as they are stated, without what they inherit.
	 * @return by name
	 */
	public Map<String, NamedDatabaseProperties> getDatabases() {
		return this.databases;
	}

	public void setDatabases(Map<String, NamedDatabaseProperties> databases) {
		this.databases = databases;
	}

	public Cli getCli() {
		return this.cli;
	}

	/**
	 * The {@code db} command line.
	 */
	public static class Cli {

		/**
		 * Whether the first argument 'db' starts the command line instead of the
		 * application.
		 */
		private boolean enabled = true;

		/**
		 * Names of beans to start before a connection is opened, an SSH tunnel for
		 * example.
		 */
		private List<String> startBeans = new ArrayList<>();

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

		public List<String> getStartBeans() {
			return this.startBeans;
		}

		public void setStartBeans(List<String> startBeans) {
			this.startBeans = startBeans;
		}

	}

}

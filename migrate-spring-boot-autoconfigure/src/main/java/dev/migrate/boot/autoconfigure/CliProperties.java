package dev.migrate.boot.autoconfigure;

import java.util.ArrayList;
import java.util.List;

/**
 * The {@code db} command line.
 */
public class CliProperties {

	/**
	 * Whether the first argument 'db' starts the command line instead of the application.
	 */
	private boolean enabled = true;

	/**
	 * Names of beans to start before a connection is opened, an SSH tunnel for example.
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

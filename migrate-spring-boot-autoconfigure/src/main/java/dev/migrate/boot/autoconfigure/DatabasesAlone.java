package dev.migrate.boot.autoconfigure;

import dev.migrate.service.MigrationDatabases;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The databases of an application, where much of it was left out.
 */
public final class DatabasesAlone {

	private DatabasesAlone() {
	}

	/**
	 * Make whatever a command may ask for, and tell whether that is all. A Java revision
	 * is made later, and may ask for anything.
	 * @param context with some definitions
	 * @return false if the whole application has to be asked
	 * @throws RuntimeException if something can't be made
	 */
	public static boolean suffice(ConfigurableApplicationContext context) {
		JavaRevisions revisions = new JavaRevisions(context.getBeanFactory());
		if (!revisions.askForNothing()) {
			return false;
		}
		return context.getBeanProvider(MigrationDatabases.class).getIfAvailable() != null
				&& context.getBean(ConfiguredDatabases.class)
					.all()
					.values()
					.stream()
					.allMatch((parts) -> parts.properties().getJavaPackages().isEmpty());
	}

}

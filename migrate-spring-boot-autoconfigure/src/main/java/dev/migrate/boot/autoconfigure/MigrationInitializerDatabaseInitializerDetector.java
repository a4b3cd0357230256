package dev.migrate.boot.autoconfigure;

import java.util.Set;
import java.util.TreeSet;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;
import org.springframework.boot.sql.init.dependency.DatabaseInitializerDetector;

/**
 * A {@link DatabaseInitializerDetector} for {@link MigrationInitializer}: everything that
 * needs the schema waits for it.
 */
class MigrationInitializerDatabaseInitializerDetector extends AbstractBeansOfTypeDatabaseInitializerDetector {

	private static final Log logger = LogFactory.getLog(MigrationInitializerDatabaseInitializerDetector.class);

	@Override
	protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
		return Set.of(MigrationInitializer.class);
	}

	@Override
	public int getOrder() {
		return MigrationInitializer.ORDER;
	}

	@Override
	public void detectionComplete(ConfigurableListableBeanFactory beanFactory, Set<String> initializers) {
		if (beanFactory.getBeanNamesForType(MigrationInitializer.class, true, false).length == 0) {
			return;
		}
		Set<String> others = new TreeSet<>();
		for (String name : initializers) {
			Class<?> type = beanFactory.getType(name, false);
			String typeName = (type != null) ? type.getName() : "";
			if (typeName.contains("flyway") || typeName.contains("Flyway")) {
				others.add("Flyway");
			}
			else if (typeName.contains("liquibase") || typeName.contains("Liquibase")) {
				others.add("Liquibase");
			}
		}
		if (!others.isEmpty()) {
			logger.warn(String.join(" and ", others) + ((others.size() == 1) ? " is" : " are")
					+ " active beside migrations and runs first; our revisions are applied after that. When the hand-over is"
					+ " done, switch it off.");
		}
	}

}

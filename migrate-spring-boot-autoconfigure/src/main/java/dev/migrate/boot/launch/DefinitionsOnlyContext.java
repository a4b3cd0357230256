package dev.migrate.boot.launch;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.ResolvableType;

/**
 * A context that reads all bean definitions and creates a bean when it is asked for: no
 * singleton in advance, no lifecycle, no events.
 */
final class DefinitionsOnlyContext extends AnnotationConfigApplicationContext {

	DefinitionsOnlyContext(DefaultListableBeanFactory beans) {
		super(beans);
	}

	@Override
	protected void finishBeanFactoryInitialization(ConfigurableListableBeanFactory beanFactory) {
		DefinitionsOnly.finish(beanFactory, getEnvironment());
	}

	@Override
	protected void finishRefresh() {
		resetCommonCaches();
		clearResourceCaches();
	}

	@Override
	protected void publishEvent(Object event, @Nullable ResolvableType typeHint) {
		// A listener of the application would be created to hear it.
	}

}

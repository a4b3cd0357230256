package dev.migrate.boot.launch;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.ResolvableType;

/**
 * The same for an application that was processed ahead of time: its definitions come from
 * generated code.
 */
final class GeneratedDefinitionsOnlyContext extends GenericApplicationContext {

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

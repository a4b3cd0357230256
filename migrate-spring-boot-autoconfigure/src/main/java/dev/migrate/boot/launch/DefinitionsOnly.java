package dev.migrate.boot.launch;

import java.util.concurrent.Executor;

import dev.migrate.boot.cli.Need;
import org.springframework.aot.AotDetector;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.ApplicationContextFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * What the contexts of commands do where others create every singleton.
 */
final class DefinitionsOnly {

	private DefinitionsOnly() {
	}

	static ApplicationContextFactory contexts(Need need) {
		return ApplicationContextFactory.of(() -> create(need));
	}

	private static ConfigurableApplicationContext create(Need need) {
		if (AotDetector.useGeneratedArtifacts()) {
			return new GeneratedDefinitionsOnlyContext();
		}
		boolean all = need == Need.APPLICATION || need == Need.REVISIONS;
		return new DefinitionsOnlyContext(all ? new DefaultListableBeanFactory() : new FrugalBeanFactory());
	}

	// What AbstractApplicationContext does before it creates singletons, except for beans
	// that wait for a load-time weaver: EntityManagerFactory is one of them.
	static void finish(ConfigurableListableBeanFactory beanFactory, ConfigurableEnvironment environment) {
		String executor = ConfigurableApplicationContext.BOOTSTRAP_EXECUTOR_BEAN_NAME;
		if (beanFactory.containsBean(executor) && beanFactory.isTypeMatch(executor, Executor.class)) {
			beanFactory.setBootstrapExecutor(beanFactory.getBean(executor, Executor.class));
		}
		String conversion = ConfigurableApplicationContext.CONVERSION_SERVICE_BEAN_NAME;
		if (beanFactory.containsBean(conversion) && beanFactory.isTypeMatch(conversion, ConversionService.class)) {
			beanFactory.setConversionService(beanFactory.getBean(conversion, ConversionService.class));
		}
		if (!beanFactory.hasEmbeddedValueResolver()) {
			beanFactory.addEmbeddedValueResolver(environment::resolvePlaceholders);
		}
		beanFactory.addBeanPostProcessor(new PoolOnDemand());
		beanFactory.setTempClassLoader(null);
		beanFactory.freezeConfiguration();
	}

}

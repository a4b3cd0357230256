package dev.migrate.boot.autoconfigure;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Keeps the revision files of configured locations in a native image, as far as they are
 * known when it is built.
 */
class LocationsAotProcessor implements BeanFactoryInitializationAotProcessor {

	private static final String CLASSPATH = "classpath:";

	@Override
	public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
			ConfigurableListableBeanFactory beanFactory) {
		if (beanFactory.getBeanNamesForType(MigrateAutoConfiguration.class, true, false).length == 0) {
			return null;
		}
		List<String> patterns = Binder.get(beanFactory.getBean(Environment.class))
			.bind("spring.migrate.locations", Bindable.listOf(String.class))
			.orElse(List.of())
			.stream()
			.filter((location) -> !location.contains(":") || location.startsWith(CLASSPATH))
			.map((location) -> location.replaceFirst("^" + CLASSPATH, "").replaceAll("^/+|/+$", "") + "/**")
			.toList();
		return (context, code) -> patterns
			.forEach((pattern) -> context.getRuntimeHints().resources().registerPattern(pattern));
	}

}

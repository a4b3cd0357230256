package dev.migrate.boot.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.migrate.migration.Migration;
import dev.migrate.script.PackageScriptSource;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.TypeReference;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Keeps the revisions of the configured packages in a native image: their class files,
 * which are read to find them, and their constructors. Revisions that are beans need
 * nothing.
 */
class JavaPackagesAotProcessor implements BeanFactoryInitializationAotProcessor {

	@Override
	public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
			ConfigurableListableBeanFactory beanFactory) {
		if (beanFactory.getBeanNamesForType(MigrateAutoConfiguration.class, true, false).length == 0) {
			return null;
		}
		List<String> packages = packages(Binder.get(beanFactory.getBean(Environment.class)));
		if (packages.isEmpty()) {
			return null;
		}
		PackageScriptSource source = new PackageScriptSource(
				new PathMatchingResourcePatternResolver(beanFactory.getBeanClassLoader()), packages, (header) -> true,
				JavaPackagesAotProcessor::unmade);
		List<String> classes = source.load().stream().map((script) -> script.revision().location().source()).toList();
		return (context, code) -> classes.forEach((name) -> keep(context.getRuntimeHints(), name));
	}

	private static List<String> packages(Binder binder) {
		Bindable<List<String>> names = Bindable.listOf(String.class);
		List<String> all = new ArrayList<>(binder.bind("spring.migrate.java-packages", names).orElse(List.of()));
		binder.bind("spring.migrate.databases", Bindable.mapOf(String.class, Object.class))
			.orElse(Map.of())
			.keySet()
			.forEach((database) -> all.addAll(
					binder.bind("spring.migrate.databases." + database + ".java-packages", names).orElse(List.of())));
		return all;
	}

	private static Migration unmade(String name) {
		throw new IllegalStateException(name + " is not made while the application is built");
	}

	private static void keep(RuntimeHints hints, String name) {
		hints.resources().registerPattern(name.replace('.', '/') + ".class");
		hints.reflection().registerType(TypeReference.of(name), MemberCategory.INVOKE_DECLARED_CONSTRUCTORS);
	}

}

package dev.migrate.boot.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.script.JavaHeader;
import dev.migrate.script.PackageScriptSource;
import dev.migrate.script.ScriptSource;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeansException;
import org.springframework.beans.factory.BeanCurrentlyInCreationException;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.util.ClassUtils;

/**
 * Finds the revisions of an application that are Java classes: beans, and classes of the
 * configured packages. Makes their objects when they are asked for.
 */
final class JavaRevisions {

	private final ConfigurableListableBeanFactory beanFactory;

	JavaRevisions(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	/**
	 * Return the sources of a database, beans first.
	 * @param database its name, or null if it is the only one
	 * @param resolver finds class files
	 * @param packages where classes are
	 */
	List<ScriptSource> sources(@Nullable String database, ResourcePatternResolver resolver, List<String> packages) {
		BeanScriptSource beans = new BeanScriptSource(this, database);
		if (packages.isEmpty()) {
			return List.of(beans);
		}
		return List.of(beans, new PackageScriptSource(resolver, packages,
				(header) -> isFor(database, header) && !isBean(header), this::create));
	}

	static boolean isFor(@Nullable String database, JavaHeader header) {
		return header.database().isEmpty() || header.database().equals(database);
	}

	private boolean isBean(JavaHeader header) {
		return beans().values().stream().anyMatch((type) -> type.getName().equals(header.source()));
	}

	/**
	 * Return the beans by name. None is made for it.
	 */
	Map<String, Class<?>> beans() {
		Map<String, Class<?>> beans = new TreeMap<>();
		for (String name : this.beanFactory.getBeanNamesForType(Migration.class, true, false)) {
			Class<?> type = this.beanFactory.getType(name, false);
			beans.put(name, (type != null) ? ClassUtils.getUserClass(type) : Migration.class);
		}
		return beans;
	}

	/** Tell whether each bean can be made without asking for another, or for a value. */
	boolean askForNothing() {
		return beans().entrySet()
			.stream()
			.allMatch((bean) -> this.beanFactory.containsBeanDefinition(bean.getKey())
					&& this.beanFactory.getBeanDefinition(bean.getKey()).getFactoryMethodName() == null
					&& asksForNothing(bean.getValue()));
	}

	private static boolean asksForNothing(Class<?> type) {
		return type.getSuperclass() == Object.class && List.of(type.getInterfaces()).equals(List.of(Migration.class))
				&& Stream.of(type.getDeclaredConstructors()).allMatch((made) -> made.getParameterCount() == 0)
				&& Stream.of(type.getDeclaredFields(), type.getDeclaredMethods())
					.flatMap(Stream::of)
					.allMatch((member) -> member.getAnnotations().length == 0);
	}

	ConfigurableListableBeanFactory beanFactory() {
		return this.beanFactory;
	}

	Migration bean(String name) {
		try {
			return this.beanFactory.getBean(name, Migration.class);
		}
		catch (BeansException ex) {
			throw explained("The revision bean '" + name + "'", ex);
		}
	}

	private Migration create(String className) {
		try {
			Class<?> type = ClassUtils.forName(className, this.beanFactory.getBeanClassLoader());
			if (!Migration.class.isAssignableFrom(type)) {
				throw new MigrateException(ErrorCode.INVALID_SOURCE,
						className + " is annotated with @" + Revision.class.getSimpleName()
								+ " and is no Migration, so it is no revision.",
						"Let it implement " + Migration.class.getName() + ".");
			}
			return (Migration) this.beanFactory.createBean(type);
		}
		catch (BeansException ex) {
			throw explained("The revision " + className, ex);
		}
		catch (ClassNotFoundException | LinkageError ex) {
			throw new MigrateException(ErrorCode.INVALID_SOURCE,
					"The revision " + className + " can't be loaded: " + ex.getMessage() + ".",
					"Build the application again.", ex);
		}
	}

	// What waits for the upgrade leads back here, where the upgrade waits for it.
	private static MigrateException explained(String what, BeansException exception) {
		Throwable root = exception;
		while (root != null && !(root instanceof BeanCurrentlyInCreationException)) {
			root = root.getCause();
		}
		if (root != null) {
			return new MigrateException(ErrorCode.INVALID_SOURCE,
					what + " needs a bean that waits for the upgrade, while the upgrade waits for it.",
					"A revision must not need EntityManagerFactory, JdbcTemplate, JdbcClient, a repository, or a bean"
							+ " that needs one of them. Work on the data through what op.run(…) is given.",
					exception);
		}
		Throwable cause = NestedExceptionUtils.getMostSpecificCause(exception);
		return new MigrateException(ErrorCode.INVALID_SOURCE, what + " can't be made: " + cause.getMessage() + ".",
				"It is made as any bean; mend what its constructor needs.", exception);
	}

}

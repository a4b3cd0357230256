package dev.migrate.boot.autoconfigure;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.migration.Revision;
import dev.migrate.script.Digest;
import dev.migrate.script.JavaHeader;
import dev.migrate.script.JavaMigration;
import dev.migrate.script.MigrationScript;
import dev.migrate.script.ResourceState;
import dev.migrate.script.ScriptSource;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/**
 * Revisions that are beans. A bean is made when somebody asks what it does, never to list
 * it.
 */
final class BeanScriptSource implements ScriptSource {

	private final JavaRevisions revisions;

	private final @Nullable String database;

	BeanScriptSource(JavaRevisions revisions, @Nullable String database) {
		this.revisions = revisions;
		this.database = database;
	}

	@Override
	public List<MigrationScript> load() {
		List<MigrationScript> scripts = new ArrayList<>();
		this.revisions.beans().forEach((name, type) -> {
			JavaHeader header = header(name, type);
			if (JavaRevisions.isFor(this.database, header)) {
				scripts.add(new JavaMigration(header, () -> this.revisions.bean(name)));
			}
		});
		return scripts;
	}

	private JavaHeader header(String name, Class<?> type) {
		Method factoryMethod = factoryMethod(name);
		String source = (factoryMethod != null)
				? factoryMethod.getDeclaringClass().getName() + "#" + factoryMethod.getName() : type.getName();
		JavaHeader header = (factoryMethod != null) ? JavaHeader.read(source, MergedAnnotations.from(factoryMethod))
				: null;
		header = (header != null) ? header : JavaHeader.read(type.getName(), MergedAnnotations.from(type));
		if (header == null) {
			throw new MigrateException(
					ErrorCode.INVALID_SOURCE, "The bean '" + name + "' (" + source + ") is a Migration without @"
							+ Revision.class.getSimpleName() + ", so it is no revision.",
					"Write @Revision(id = …, revises = …, message = …) above it.");
		}
		if (this.database != null && header.database().isEmpty()) {
			throw new MigrateException(ErrorCode.INVALID_SOURCE,
					"The revision bean '" + name + "' (" + source + ") does not say which database it is for.",
					"There are several: name one, @Revision(database = \"" + this.database + "\", …).");
		}
		return header;
	}

	private @Nullable Method factoryMethod(String name) {
		BeanDefinition definition = definition(name);
		return (definition instanceof RootBeanDefinition root) ? root.getResolvedFactoryMethod() : null;
	}

	private @Nullable BeanDefinition definition(String name) {
		ConfigurableListableBeanFactory beanFactory = this.revisions.beanFactory();
		return beanFactory.containsBeanDefinition(name) ? beanFactory.getMergedBeanDefinition(name) : null;
	}

	@Override
	public String fingerprint() {
		Digest digest = new Digest();
		this.revisions.beans().forEach((name, type) -> {
			digest.add(name);
			for (Class<?> written : classes(name, type)) {
				Resource file = new ClassPathResource(written.getName().replace('.', '/') + ".class",
						written.getClassLoader());
				digest.add(written.getName()).add(file.exists() ? ResourceState.of(written.getName(), file) : "");
			}
		});
		return digest.hex();
	}

	private Set<Class<?>> classes(String name, Class<?> type) {
		Set<Class<?>> classes = new LinkedHashSet<>();
		classes.add(type);
		Method factoryMethod = factoryMethod(name);
		if (factoryMethod != null) {
			classes.add(factoryMethod.getDeclaringClass());
		}
		return classes;
	}

	@Override
	public boolean isEmpty() {
		return this.revisions.beans().isEmpty();
	}

	@Override
	public List<String> locations() {
		return List.of();
	}

}

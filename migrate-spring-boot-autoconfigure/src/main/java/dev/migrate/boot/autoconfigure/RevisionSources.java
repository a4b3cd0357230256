package dev.migrate.boot.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.boot.source.CheckoutResources;
import dev.migrate.script.ResourceScriptSource;
import dev.migrate.script.ScriptSource;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * Where the revisions of a database come from: files, classes, and sources that are
 * beans.
 */
final class RevisionSources {

	private final ResourcePatternResolver resources;

	private final JavaRevisions classes;

	private final ObjectProvider<ScriptSource> others;

	RevisionSources(ResourcePatternResolver resources, JavaRevisions classes, ObjectProvider<ScriptSource> others) {
		this.resources = resources;
		this.classes = classes;
		this.others = others;
	}

	/**
	 * Return the sources of a database.
	 * @param name of the database, or null if it is the only one
	 * @param properties of the database
	 */
	List<ScriptSource> of(@Nullable String name, DatabaseProperties properties) {
		List<ScriptSource> all = new ArrayList<>();
		all.add(new ResourceScriptSource(CheckoutResources.over(this.resources), properties.getLocations()));
		all.addAll(this.classes.sources(name, this.resources, properties.getJavaPackages()));
		this.others.orderedStream().forEach(all::add);
		return all;
	}

}

package dev.migrate.boot.autoconfigure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;

/**
 * Reads {@code spring.migrate.databases}: which there are, in which order, and what each
 * inherits. The configuration that is overridden most easily states the order: what an
 * environment variable adds to a database does not move it.
 */
final class StatedDatabases {

	private static final ConfigurationPropertyName TOP = ConfigurationPropertyName.of("spring.migrate");

	private static final ConfigurationPropertyName DATABASES = TOP.append("databases");

	private final Environment environment;

	private final Binder binder;

	StatedDatabases(Environment environment) {
		this.environment = environment;
		this.binder = Binder.get(environment);
	}

	/**
	 * Read them.
	 * @return by name, in order; empty if the application has but one database
	 */
	Map<String, NamedDatabaseProperties> read() {
		Map<String, NamedDatabaseProperties> stated = new LinkedHashMap<>();
		for (ConfigurationPropertyName prefix : prefixes()) {
			stated.put(prefix.getLastElement(Form.ORIGINAL), bind(prefix));
		}
		Map<String, NamedDatabaseProperties> ordered = new LinkedHashMap<>();
		stated.entrySet()
			.stream()
			.sorted(Comparator.comparingInt((entry) -> entry.getValue().getOrder()))
			.forEach((entry) -> ordered.put(entry.getKey(), entry.getValue()));
		return ordered;
	}

	/** Tell whether there are any, without reading them. */
	boolean areThere() {
		return !prefixes().isEmpty();
	}

	private Collection<ConfigurationPropertyName> prefixes() {
		List<ConfigurationPropertySource> sources = new ArrayList<>();
		ConfigurationPropertySources.get(this.environment).forEach(sources::add);
		Collections.reverse(sources);
		Map<String, ConfigurationPropertyName> prefixes = new LinkedHashMap<>();
		for (ConfigurationPropertySource source : sources) {
			if (source instanceof IterableConfigurationPropertySource names) {
				names.stream()
					.filter(DATABASES::isAncestorOf)
					.map((name) -> name.chop(DATABASES.getNumberOfElements() + 1))
					// An environment variable knows neither case nor dashes.
					.forEach((prefix) -> prefixes.putIfAbsent(prefix.getLastElement(Form.UNIFORM), prefix));
			}
		}
		return prefixes.values();
	}

	private NamedDatabaseProperties bind(ConfigurationPropertyName prefix) {
		NamedDatabaseProperties properties = new NamedDatabaseProperties();
		this.binder.bind(TOP, Bindable.ofInstance(properties));
		properties.setDataSource(null);
		properties.setOrder(0);
		// Where a database is says its DataSource, too: see MigrationDataSources.
		properties.setUrl(null);
		properties.setDriverClassName(null);
		String directory = properties.getSourceDirectory();
		properties.setSourceDirectory(null);
		this.binder.bind(prefix, Bindable.ofInstance(properties));
		boolean shared = isSet(TOP, "locations") && !isSet(prefix, "locations");
		String name = prefix.getLastElement(Form.ORIGINAL);
		if (!shared && !isSet(prefix, "locations")) {
			properties.setLocations(new ArrayList<>(List.of("classpath:db/migrations/" + name)));
		}
		if (properties.getSourceDirectory() == null) {
			properties.setSourceDirectory(shared ? directory : below(directory, name));
		}
		return properties;
	}

	private boolean isSet(ConfigurationPropertyName prefix, String property) {
		return this.binder.bind(prefix.append(property), Bindable.listOf(String.class)).isBound();
	}

	private static @Nullable String below(@Nullable String directory, String name) {
		return (directory == null || directory.isBlank()) ? null : directory.replaceAll("/+$", "") + "/" + name;
	}

}

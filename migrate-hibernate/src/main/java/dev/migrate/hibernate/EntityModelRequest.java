package dev.migrate.hibernate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.persistence.spi.PersistenceUnitInfo;
import org.jspecify.annotations.Nullable;

/**
 * One persistence unit, as the application would start it, and the server to read it for.
 *
 * @param unit the unit; its data sources are never asked for a connection
 * @param properties the JPA properties that the application's factory would get; values
 * may be instances (a naming strategy, a bean container)
 * @param managedPackages the packages whose {@code package-info} is scanned too
 * ({@code SmartPersistenceUnitInfo.getManagedPackages()} in Spring)
 * @param product the server
 * @param unquotedCase what the server makes of an unquoted name
 * @param classLoader where the entity classes are, or null for the unit's own
 */
public record EntityModelRequest(PersistenceUnitInfo unit, Map<String, Object> properties, List<String> managedPackages,
		DatabaseProduct product, UnquotedCase unquotedCase, @Nullable ClassLoader classLoader) {

	/**
	 * Copy the collections. A property without a value counts as not set.
	 */
	public EntityModelRequest {
		Map<String, Object> copy = new LinkedHashMap<>();
		properties.forEach((key, value) -> {
			if (value != null) {
				copy.put(key, value);
			}
		});
		properties = Collections.unmodifiableMap(copy);
		managedPackages = List.copyOf(managedPackages);
	}

	/**
	 * Create a request without managed packages, for a server whose names are folded as
	 * the product folds them by default.
	 * @param unit the unit
	 * @param properties the JPA properties
	 * @param product the server
	 */
	public EntityModelRequest(PersistenceUnitInfo unit, Map<String, Object> properties, DatabaseProduct product) {
		this(unit, properties, List.of(), product, product.unquotedCase(), null);
	}

}

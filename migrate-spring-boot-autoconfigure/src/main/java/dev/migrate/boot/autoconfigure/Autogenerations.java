package dev.migrate.boot.autoconfigure;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import dev.migrate.service.Autogeneration;

/**
 * What compares and proves, for each database. Made when it is asked for.
 */
public final class Autogenerations {

	private final Map<String, Autogeneration> known = new ConcurrentHashMap<>();

	private final Function<String, Autogeneration> factory;

	Autogenerations(Function<String, Autogeneration> factory) {
		this.factory = factory;
	}

	/**
	 * Return the service of one database.
	 * @param database its name
	 * @return always the same one
	 */
	public Autogeneration of(String database) {
		return this.known.computeIfAbsent(database, this.factory);
	}

}

package dev.migrate.boot.autoconfigure;

import java.util.function.Function;

import dev.migrate.service.Autogeneration;

/**
 * What compares and proves, for each database. Made when it is asked for.
 */
public final class Autogenerations {

	private final Function<String, Autogeneration> factory;

	Autogenerations(Function<String, Autogeneration> factory) {
		this.factory = factory;
	}

	/**
	 * Return the service of one database.
	 * @param database its name
	 * @return a new one, for one piece of work: it does not ask again for a database that
	 * could not be reached
	 */
	public Autogeneration of(String database) {
		return this.factory.apply(database);
	}

}

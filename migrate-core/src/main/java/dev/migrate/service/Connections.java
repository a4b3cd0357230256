package dev.migrate.service;

import javax.sql.DataSource;

/**
 * Where connections come from.
 *
 * @param reading asked whether anything is to be done: the application's own pool
 * @param working does the work: the same, or a DataSource of the migration user
 */
public record Connections(DataSource reading, DataSource working) {

	/**
	 * Use one DataSource for both.
	 * @param dataSource the application's
	 * @return the pair
	 */
	public static Connections of(DataSource dataSource) {
		return new Connections(dataSource, dataSource);
	}

	/**
	 * Tell whether one connection can do both.
	 * @return true if it is one DataSource
	 */
	public boolean shared() {
		return this.reading == this.working;
	}

}

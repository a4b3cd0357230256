package dev.migrate.boot.autoconfigure;

import java.util.List;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Which persistence units belong to a database.
 *
 * @param database its name
 * @param names of units or of their beans; empty if the DataSource decides
 * @param dataSource of the units, or null if all units belong to the database
 */
record PersistenceUnits(String database, List<String> names, @Nullable DataSource dataSource) {

	PersistenceUnits {
		names = List.copyOf(names);
	}

	/**
	 * Return those of a database.
	 * @param databases of the application
	 * @param name of the database
	 * @return all of them if it is the only database
	 */
	static PersistenceUnits of(ConfiguredDatabases databases, String name) {
		MigrationParts parts = databases.parts(name);
		List<String> names = (parts.properties() instanceof NamedDatabaseProperties named) ? named.getPersistenceUnit()
				: List.of();
		boolean alone = databases.all().size() == 1;
		return new PersistenceUnits(name, names, alone ? null : parts.connections().reading());
	}

	/**
	 * Tell whether a unit belongs to the database.
	 * @param bean the name of its bean
	 * @param unit its name
	 * @param uses its DataSource, or null if it has none
	 */
	boolean have(String bean, @Nullable String unit, @Nullable DataSource uses) {
		if (!this.names.isEmpty()) {
			return this.names.contains(bean) || (unit != null && this.names.contains(unit));
		}
		return this.dataSource == null || innermost(this.dataSource) == ((uses != null) ? innermost(uses) : null);
	}

	// What only adds behaviour to a DataSource does not make another database of it.
	private static DataSource innermost(DataSource dataSource) {
		DataSource inner = dataSource;
		while (inner instanceof DelegatingDataSource delegating && delegating.getTargetDataSource() != null) {
			inner = delegating.getTargetDataSource();
		}
		return inner;
	}

}

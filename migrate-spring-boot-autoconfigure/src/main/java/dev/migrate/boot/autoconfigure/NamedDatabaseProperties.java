package dev.migrate.boot.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One of several databases.
 */
public class NamedDatabaseProperties extends DatabaseProperties {

	/**
	 * Name of the DataSource bean. By default the bean that is named as the database is,
	 * with or without DataSource behind it.
	 */
	private @Nullable String dataSource;

	/**
	 * Names of the persistence units, or of their EntityManagerFactory beans, whose
	 * entities belong to this database. By default those that use its DataSource.
	 */
	private List<String> persistenceUnit = new ArrayList<>();

	/**
	 * Place among the databases, the lowest first. By default they are worked on as they
	 * are stated.
	 */
	private int order;

	public @Nullable String getDataSource() {
		return this.dataSource;
	}

	public void setDataSource(@Nullable String dataSource) {
		this.dataSource = dataSource;
	}

	public List<String> getPersistenceUnit() {
		return this.persistenceUnit;
	}

	public void setPersistenceUnit(List<String> persistenceUnit) {
		this.persistenceUnit = persistenceUnit;
	}

	public int getOrder() {
		return this.order;
	}

	public void setOrder(int order) {
		this.order = order;
	}

}

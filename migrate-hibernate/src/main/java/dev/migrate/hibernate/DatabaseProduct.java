package dev.migrate.hibernate;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The server that a schema is meant for. The version matters: Hibernate writes other SQL
 * for other versions (a generated column is virtual on PostgreSQL 18, stored before).
 *
 * @param name as {@code DatabaseMetaData.getDatabaseProductName()} says it
 * @param majorVersion the major version
 * @param minorVersion the minor version
 * @param version as {@code DatabaseMetaData.getDatabaseProductVersion()} says it, or null
 * if only the numbers are known
 */
public record DatabaseProduct(String name, int majorVersion, int minorVersion, @Nullable String version) {

	boolean isPostgreSql() {
		return this.name.toLowerCase(Locale.ROOT).startsWith("postgresql");
	}

	boolean isH2() {
		return this.name.equalsIgnoreCase("H2");
	}

	/**
	 * Return how this product stores a name that was not quoted, if nothing was
	 * configured otherwise.
	 */
	public UnquotedCase unquotedCase() {
		return isPostgreSql() ? UnquotedCase.LOWER : UnquotedCase.UPPER;
	}

}

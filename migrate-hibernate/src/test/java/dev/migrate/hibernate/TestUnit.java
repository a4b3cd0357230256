package dev.migrate.hibernate;

import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import javax.sql.DataSource;

import jakarta.persistence.SharedCacheMode;
import jakarta.persistence.ValidationMode;
import jakarta.persistence.spi.ClassTransformer;
import jakarta.persistence.spi.PersistenceUnitInfo;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.jpa.boot.internal.PersistenceUnitInfoDescriptor;
import org.hibernate.jpa.boot.spi.Bootstrap;

/**
 * A persistence unit of a few entity classes, read offline or created by Hibernate
 * itself.
 */
final class TestUnit implements PersistenceUnitInfo {

	static final DatabaseProduct POSTGRESQL_14 = new DatabaseProduct("PostgreSQL", 14, 20, "14.20");

	static final DatabaseProduct POSTGRESQL_16 = new DatabaseProduct("PostgreSQL", 16, 4, "16.4");

	static final DatabaseProduct POSTGRESQL_18 = new DatabaseProduct("PostgreSQL", 18, 6, "18.6");

	static final DatabaseProduct H2 = new DatabaseProduct("H2", 2, 4, "2.4.240 (2025-09-22)");

	private final List<String> classNames;

	private final Map<String, Object> properties = new LinkedHashMap<>();

	private final List<String> mappingFiles = new ArrayList<>();

	private DataSource dataSource;

	private final ClassLoader loader;

	private TestUnit(ClassLoader loader, List<String> classNames) {
		this.loader = loader;
		this.classNames = classNames;
	}

	static TestUnit of(ClassLoader loader, List<String> classNames) {
		return new TestUnit(loader, classNames);
	}

	static TestUnit of(Class<?>... entities) {
		return new TestUnit(TestUnit.class.getClassLoader(),
				Arrays.stream(entities).map(Class::getName).sorted().toList());
	}

	/**
	 * Return a unit of all classes nested in another.
	 */
	static TestUnit nestedIn(Class<?> model) {
		return of(model.getDeclaredClasses());
	}

	TestUnit with(String property, Object value) {
		this.properties.put(property, value);
		return this;
	}

	TestUnit mappingFile(String name) {
		this.mappingFiles.add(name);
		return this;
	}

	TestUnit dataSource(DataSource dataSource) {
		this.dataSource = dataSource;
		return this;
	}

	EntitySchema read(DatabaseProduct product) {
		return new EntitySchemaReader().read(request(product));
	}

	EntityModelRequest request(DatabaseProduct product) {
		return new EntityModelRequest(this, this.properties, product);
	}

	/**
	 * Let Hibernate create the schema as {@code ddl-auto=create-only} does.
	 */
	void createIn(DataSource database) {
		Map<String, Object> settings = new LinkedHashMap<>(this.properties);
		settings.put("hibernate.hbm2ddl.auto", "create-only");
		settings.put("hibernate.hbm2ddl.create_namespaces", "true");
		// Else H2 gets a table for every entity's bulk updates.
		settings.put("hibernate.query.mutation_strategy.global_temporary.create_tables", "false");
		this.dataSource = database;
		try {
			Bootstrap.getEntityManagerFactoryBuilder(new PersistenceUnitInfoDescriptor(this), settings)
				.build()
				.unwrap(SessionFactoryImplementor.class)
				.close();
		}
		finally {
			this.dataSource = null;
		}
	}

	@Override
	public String getPersistenceUnitName() {
		return "default";
	}

	@Override
	public String getPersistenceProviderClassName() {
		return null;
	}

	@Override
	public String getScopeAnnotationName() {
		return null;
	}

	@Override
	public List<String> getQualifierAnnotationNames() {
		return List.of();
	}

	@Override
	@SuppressWarnings("removal")
	public jakarta.persistence.spi.PersistenceUnitTransactionType getTransactionType() {
		return jakarta.persistence.spi.PersistenceUnitTransactionType.RESOURCE_LOCAL;
	}

	@Override
	public DataSource getJtaDataSource() {
		return null;
	}

	@Override
	public DataSource getNonJtaDataSource() {
		return this.dataSource;
	}

	@Override
	public List<String> getMappingFileNames() {
		return this.mappingFiles;
	}

	@Override
	public List<URL> getJarFileUrls() {
		return List.of();
	}

	@Override
	public URL getPersistenceUnitRootUrl() {
		return null;
	}

	@Override
	public List<String> getManagedClassNames() {
		return this.classNames;
	}

	@Override
	public boolean excludeUnlistedClasses() {
		return true;
	}

	@Override
	public SharedCacheMode getSharedCacheMode() {
		return SharedCacheMode.UNSPECIFIED;
	}

	@Override
	public ValidationMode getValidationMode() {
		return ValidationMode.AUTO;
	}

	@Override
	public Properties getProperties() {
		return new Properties();
	}

	@Override
	public String getPersistenceXMLSchemaVersion() {
		return "3.2";
	}

	@Override
	public ClassLoader getClassLoader() {
		return this.loader;
	}

	@Override
	public void addTransformer(ClassTransformer transformer) {
	}

	@Override
	public ClassLoader getNewTempClassLoader() {
		return null;
	}

}

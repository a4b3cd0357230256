package dev.migrate.hibernate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;

import jakarta.persistence.PersistenceUnitTransactionType;
import jakarta.persistence.SharedCacheMode;
import org.hibernate.bytecode.enhance.spi.EnhancementContext;
import org.hibernate.jpa.boot.internal.PersistenceUnitInfoDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * The application's persistence unit without its data sources, caches, transactions and
 * class transformers.
 */
final class OfflinePersistenceUnit extends PersistenceUnitInfoDescriptor {

	private final List<String> managedClassesAndPackages;

	private final @Nullable ClassLoader classLoader;

	OfflinePersistenceUnit(EntityModelRequest request) {
		super(request.unit());
		this.managedClassesAndPackages = new ArrayList<>(request.unit().getManagedClassNames());
		this.managedClassesAndPackages.addAll(request.managedPackages());
		// The order of a class path scan must not reach the schema.
		Collections.sort(this.managedClassesAndPackages);
		this.classLoader = (request.classLoader() != null) ? request.classLoader() : request.unit().getClassLoader();
	}

	@Override
	public List<String> getManagedClassNames() {
		return this.managedClassesAndPackages;
	}

	/**
	 * Return none: they are among the settings, as far as they are honoured.
	 */
	@Override
	public Properties getProperties() {
		return new Properties();
	}

	@Override
	@SuppressWarnings("NullAway") // null says "none" to Hibernate, which is not annotated
	public ClassLoader getClassLoader() {
		return this.classLoader;
	}

	@Override
	@SuppressWarnings("NullAway") // null says "no enhancement"
	public ClassLoader getTempClassLoader() {
		return null;
	}

	@Override
	@SuppressWarnings("NullAway") // null says "none"
	public Object getNonJtaDataSource() {
		return null;
	}

	@Override
	@SuppressWarnings("NullAway") // null says "none"
	public Object getJtaDataSource() {
		return null;
	}

	@Override
	public PersistenceUnitTransactionType getPersistenceUnitTransactionType() {
		return PersistenceUnitTransactionType.RESOURCE_LOCAL;
	}

	@Override
	@SuppressWarnings({ "removal", "deprecation" })
	public jakarta.persistence.spi.PersistenceUnitTransactionType getTransactionType() {
		return jakarta.persistence.spi.PersistenceUnitTransactionType.RESOURCE_LOCAL;
	}

	@Override
	public SharedCacheMode getSharedCacheMode() {
		return SharedCacheMode.NONE;
	}

	/**
	 * Does nothing: no class is transformed for reading its mapping.
	 */
	@Override
	public void pushClassTransformer(EnhancementContext enhancementContext) {
	}

}

package dev.migrate.hibernate;

import java.util.List;

import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.boot.spi.SessionFactoryOptions;
import org.hibernate.generator.Generator;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.SimpleValue;
import org.hibernate.metamodel.spi.RuntimeModelCreationContext;
import org.jspecify.annotations.Nullable;

/**
 * Makes the value generators of attributes, as a factory does: some declare their columns
 * NOT NULL when they are made.
 */
final class ValueGenerators {

	private final MetadataImplementor metadata;

	private final SessionFactoryOptions options;

	private final SqlStringGenerationContext sqlContext;

	ValueGenerators(MetadataImplementor metadata, SessionFactoryOptions options,
			SqlStringGenerationContext sqlContext) {
		this.metadata = metadata;
		this.options = options;
		this.sqlContext = sqlContext;
	}

	void create() {
		for (PersistentClass entity : this.metadata.getEntityBindings()) {
			create(entity.getPropertyClosure());
		}
	}

	private void create(List<Property> properties) {
		for (Property property : properties) {
			Generator generator = generator(property);
			if ((generator == null || !generator.generatesSometimes())
					&& property.getValue() instanceof Component component) {
				create(component.getProperties());
			}
		}
	}

	private @Nullable Generator generator(Property property) {
		if (property.getValueGeneratorCreator() == null) {
			return null;
		}
		if (property.getValue() instanceof SimpleValue value) {
			return property.createGenerator(context(value.getBuildingContext().getBootstrapContext()));
		}
		throw new UnsupportedOperationException(property.getName() + " is generated and no simple value");
	}

	private RuntimeModelCreationContext context(BootstrapContext bootstrap) {
		return StandInFactory.proxy(RuntimeModelCreationContext.class,
				(proxy, method, arguments) -> switch (method.getName()) {
					case "getMetadata", "getBootModel" -> this.metadata;
					case "getBootstrapContext" -> bootstrap;
					case "getSessionFactoryOptions" -> this.options;
					case "getSqlStringGenerationContext" -> this.sqlContext;
					case "getDialect" -> this.metadata.getDatabase().getDialect();
					case "getServiceRegistry" -> bootstrap.getServiceRegistry();
					default ->
						throw new UnsupportedOperationException("There is no factory to ask for " + method.getName());
				});
	}

}

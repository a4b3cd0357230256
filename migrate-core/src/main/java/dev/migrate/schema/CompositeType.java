package dev.migrate.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A composite type that is not a table's own.
 *
 * @param name the name
 * @param attributes the attributes, in their order, which is part of the type
 * @param comment the comment, or null if there is none
 */
public record CompositeType(QualifiedName name, List<Column> attributes,
		@Nullable String comment) implements SchemaObject {

	public CompositeType {
		attributes = List.copyOf(attributes);
	}

	@Override
	public ObjectKey key() {
		return ObjectKey.of(ObjectKind.COMPOSITE_TYPE, this.name);
	}

}

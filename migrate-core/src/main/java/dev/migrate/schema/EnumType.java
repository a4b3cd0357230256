package dev.migrate.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An enum type.
 *
 * @param name the name
 * @param labels the labels, in their order
 * @param comment the comment, or null if there is none
 */
public record EnumType(QualifiedName name, List<String> labels, @Nullable String comment) implements SchemaObject {

	public EnumType {
		labels = List.copyOf(labels);
	}

	@Override
	public ObjectKey key() {
		return ObjectKey.of(ObjectKind.ENUM_TYPE, this.name);
	}

}

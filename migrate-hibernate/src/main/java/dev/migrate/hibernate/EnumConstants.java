package dev.migrate.hibernate;

import java.util.Arrays;
import java.util.List;

import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Column;
import org.hibernate.type.BasicType;
import org.hibernate.type.descriptor.java.EnumJavaType;

/**
 * The constants of the enum that a column holds as Hibernate does by itself: by number or
 * by name. What a converter or {@code @EnumeratedValue} makes of them is not known by
 * their order.
 */
final class EnumConstants {

	private EnumConstants() {
	}

	/** In the order of their numbers; empty if the column holds something else. */
	static List<String> of(Column column) {
		if (!(column.getValue() instanceof BasicValue basic) || !(basic.getType() instanceof BasicType<?> type)
				|| type.getValueConverter() != null
				|| !(type.getJavaTypeDescriptor() instanceof EnumJavaType<?> described)) {
			return List.of();
		}
		return Arrays.stream(described.getJavaTypeClass().getEnumConstants()).map(Enum::name).toList();
	}

}

package dev.migrate.hibernate;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The fields of classes, looked up once: the virtual machine copies them for each who
 * asks.
 */
final class DeclaredFields {

	private final Map<Class<?>, List<Field>> fields = new HashMap<>();

	/**
	 * Return the fields of a class as they are declared, those of superclasses first. A
	 * class of Java itself has none.
	 */
	List<Field> of(@Nullable Class<?> type) {
		if (type == null || type.isPrimitive() || type.getName().startsWith("java.")) {
			return List.of();
		}
		List<Field> known = this.fields.get(type);
		if (known != null) {
			return known;
		}
		List<Field> all = new ArrayList<>(of(type.getSuperclass()));
		all.addAll(Arrays.asList(type.getDeclaredFields()));
		this.fields.put(type, all);
		return all;
	}

	/**
	 * Return the field that a name means in a class, or null: that of the class itself
	 * hides those of its superclasses.
	 */
	@Nullable Field of(Class<?> type, String name) {
		List<Field> all = of(type);
		for (int i = all.size() - 1; i >= 0; i--) {
			if (all.get(i).getName().equals(name)) {
				return all.get(i);
			}
		}
		return null;
	}

}

package dev.migrate.hibernate;

import org.jspecify.annotations.Nullable;

/**
 * What an application gives as the value of a setting: an instance, a class or the name
 * of one.
 */
final class Given {

	private Given() {
	}

	/**
	 * Return the instance, or null if nothing was given.
	 */
	static <T> @Nullable T instance(Class<T> type, @Nullable Object value) {
		if (value == null || type.isInstance(value)) {
			return type.cast(value);
		}
		try {
			Class<?> given = (value instanceof Class<?> named) ? named
					: Class.forName(value.toString(), true, Thread.currentThread().getContextClassLoader());
			return type.cast(given.getDeclaredConstructor().newInstance());
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalArgumentException(type.getSimpleName() + " " + value + " can't be created", ex);
		}
	}

}

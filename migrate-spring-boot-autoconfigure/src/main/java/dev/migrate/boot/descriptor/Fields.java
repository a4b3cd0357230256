package dev.migrate.boot.descriptor;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Builds the fields of a descriptor.
 */
final class Fields {

	// Always three digits: Instant's own text leaves out zeros.
	private static final DateTimeFormatter TIME = DateTimeFormatter
		.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	private final Map<String, Object> fields = new LinkedHashMap<>();

	Fields with(String name, @Nullable Object value) {
		if (value != null) {
			this.fields.put(name, plain(value));
		}
		return this;
	}

	Fields all(Descriptor descriptor) {
		this.fields.putAll(descriptor.fields());
		return this;
	}

	Map<String, Object> map() {
		return this.fields;
	}

	private static Object plain(Object value) {
		if (value instanceof Descriptor descriptor) {
			return descriptor.fields();
		}
		if (value instanceof Instant instant) {
			return TIME.format(instant);
		}
		if (value instanceof Enum<?> constant) {
			return constant.name().toLowerCase(Locale.ROOT);
		}
		if (value instanceof Collection<?> elements) {
			List<Object> list = new ArrayList<>(elements.size());
			elements.forEach((element) -> list.add(plain(element)));
			return list;
		}
		if (value instanceof Map<?, ?> entries) {
			Map<String, Object> map = new LinkedHashMap<>();
			entries.forEach((name, element) -> map.put(name.toString(), plain(element)));
			return map;
		}
		return (value instanceof Number || value instanceof Boolean) ? value : value.toString();
	}

}

package dev.migrate.schema;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A digest of a schema: equal for equal schemas, whatever the process, and for all
 * practical purposes different for different ones. Partitions don't count.
 *
 * @param value the number of the algorithm, a colon, and hex digits
 */
public record SchemaFingerprint(String value) {

	private static final String ALGORITHM = "1:";

	/**
	 * Return a schema's fingerprint.
	 * @param schema the schema
	 * @return the fingerprint
	 */
	public static SchemaFingerprint of(Schema schema) {
		Text text = new Text(new StringBuilder(), new HashMap<>());
		schema.withoutPartitions().objects().values().forEach(text::write);
		byte[] digest = sha256().digest(text.written().toString().getBytes(StandardCharsets.UTF_8));
		return new SchemaFingerprint(ALGORITHM + HexFormat.of().formatHex(digest));
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java platform has SHA-256", ex);
		}
	}

	@Override
	public String toString() {
		return this.value;
	}

	/**
	 * Values written so that different ones give different texts: every leaf carries its
	 * length, every collection its size.
	 *
	 * @param written the text so far
	 * @param components of the types met so far, because asking for them is slow
	 */
	private record Text(StringBuilder written, Map<Class<?>, RecordComponent[]> components) {

		void write(@Nullable Object value) {
			if (value == null) {
				this.written.append('-');
			}
			else if (value instanceof Collection<?> elements) {
				this.written.append('[').append(elements.size());
				elements.forEach(this::write);
			}
			else if (value instanceof Map<?, ?> entries) {
				write(entries.keySet());
				write(entries.values());
			}
			else if (value instanceof Record composed) {
				writeRecord(composed);
			}
			else {
				String leaf = (value instanceof Enum<?> constant) ? constant.name() : value.toString();
				this.written.append(leaf.length()).append('=').append(leaf);
			}
		}

		private void writeRecord(Record value) {
			this.written.append('{').append(value.getClass().getSimpleName());
			for (RecordComponent component : this.components.computeIfAbsent(value.getClass(),
					Class::getRecordComponents)) {
				write(compared(value, component));
			}
			this.written.append('}');
		}

		/**
		 * Return a component in the form in which {@code equals} compares it.
		 */
		private static @Nullable Object compared(Record value, RecordComponent component) {
			if (value instanceof Table table && component.getName().equals("columns")) {
				return table.columnsByName();
			}
			if (value instanceof Check check && component.getName().equals("expression")) {
				return check.conjuncts();
			}
			try {
				return component.getAccessor().invoke(value);
			}
			catch (ReflectiveOperationException ex) {
				throw new IllegalStateException("no access to " + component, ex);
			}
		}

	}

}

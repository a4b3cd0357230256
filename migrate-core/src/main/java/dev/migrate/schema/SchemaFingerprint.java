package dev.migrate.schema;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
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
		StringBuilder text = new StringBuilder();
		schema.withoutPartitions().objects().values().forEach((object) -> write(object, text));
		byte[] digest = sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8));
		return new SchemaFingerprint(ALGORITHM + HexFormat.of().formatHex(digest));
	}

	/**
	 * Write a value so that different values give different texts: every leaf carries its
	 * length, every collection its size.
	 */
	private static void write(@Nullable Object value, StringBuilder text) {
		if (value == null) {
			text.append('-');
		}
		else if (value instanceof Collection<?> elements) {
			text.append('[').append(elements.size());
			elements.forEach((element) -> write(element, text));
		}
		else if (value instanceof Map<?, ?> entries) {
			write(entries.keySet(), text);
			write(entries.values(), text);
		}
		else if (value instanceof Record components) {
			writeRecord(components, text);
		}
		else {
			String leaf = (value instanceof Enum<?> constant) ? constant.name() : value.toString();
			text.append(leaf.length()).append('=').append(leaf);
		}
	}

	private static void writeRecord(Record value, StringBuilder text) {
		text.append('{').append(value.getClass().getSimpleName());
		for (RecordComponent component : value.getClass().getRecordComponents()) {
			write(compared(value, component), text);
		}
		text.append('}');
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

}

package dev.migrate.boot.descriptor;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;

import dev.migrate.error.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * Writes the fields of descriptors as JSON text, where no JSON library is at hand.
 */
public final class Json {

	private static final String STEP = "  ";

	private Json() {
	}

	/**
	 * Write a value.
	 * @param value a text, number, truth value, null, or a list or map of them
	 * @return indented text that ends without a line end; lines end with {@code \n}
	 */
	public static String write(@Nullable Object value) {
		StringBuilder text = new StringBuilder();
		append(text, value, "");
		return text.toString();
	}

	private static void append(StringBuilder text, @Nullable Object value, String indent) {
		if (value instanceof Map<?, ?> map) {
			object(text, map, indent);
		}
		else if (value instanceof Collection<?> elements) {
			array(text, elements, indent);
		}
		else if (value == null || value instanceof Number || value instanceof Boolean) {
			text.append(value);
		}
		else {
			quote(text, value.toString());
		}
	}

	private static void object(StringBuilder text, Map<?, ?> map, String indent) {
		if (map.isEmpty()) {
			text.append("{}");
			return;
		}
		text.append('{');
		String separator = "";
		for (Map.Entry<?, ?> entry : map.entrySet()) {
			text.append(separator).append('\n').append(indent).append(STEP);
			quote(text, String.valueOf(entry.getKey()));
			text.append(": ");
			append(text, entry.getValue(), indent + STEP);
			separator = ",";
		}
		text.append('\n').append(indent).append('}');
	}

	// Ids and labels stay on one line; objects take several.
	private static void array(StringBuilder text, Collection<?> elements, String indent) {
		boolean flat = elements.stream()
			.noneMatch((element) -> element instanceof Map || element instanceof Collection);
		text.append('[');
		Iterator<?> iterator = elements.iterator();
		while (iterator.hasNext()) {
			text.append(flat ? "" : "\n" + indent + STEP);
			append(text, iterator.next(), indent + STEP);
			text.append(iterator.hasNext() ? (flat ? ", " : ",") : "");
		}
		text.append((flat || elements.isEmpty()) ? "" : "\n" + indent).append(']');
	}

	private static void quote(StringBuilder text, String value) {
		text.append('"');
		for (int index = 0; index < value.length(); index++) {
			char character = value.charAt(index);
			switch (character) {
				case '"' -> text.append("\\\"");
				case '\\' -> text.append("\\\\");
				case '\n' -> text.append("\\n");
				case '\r' -> text.append("\\r");
				case '\t' -> text.append("\\t");
				default -> {
					if (character < ' ' || VisibleText.isHidden(character)) {
						text.append(VisibleText.escape(character));
					}
					else {
						text.append(character);
					}
				}
			}
		}
		text.append('"');
	}

}

package dev.migrate.boot.cli;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import dev.migrate.diff.Comparison;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Movement;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionId;

/**
 * Short texts that several commands share.
 */
final class Lines {

	private static final String BASE = "base";

	private Lines() {
	}

	/** Say what a step does, as Alembic does. */
	static String step(Revision revision, Direction direction) {
		return new Movement(revision, direction).title();
	}

	static String ids(Collection<RevisionId> ids) {
		return ids.isEmpty() ? BASE : ids.stream().map(RevisionId::value).collect(Collectors.joining(", "));
	}

	/** Say what a comparison found, a line each. */
	static List<String> changes(Comparison comparison) {
		return comparison.changes().stream().map((change) -> change.operation().summary()).toList();
	}

	static String duration(Duration took) {
		long millis = took.toMillis();
		if (millis < 1000) {
			return millis + " ms";
		}
		if (millis < 60_000) {
			return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
		}
		return (millis / 60_000) + " min " + (millis / 1000 % 60) + " s";
	}

	static String count(long count, String thing) {
		return count + " " + thing + ((count == 1) ? "" : "s");
	}

	static String count(int count, String thing, String things) {
		return count + " " + ((count == 1) ? thing : things);
	}

	/** Return two fields of a document, in this order. */
	static Map<String, Object> fields(String first, Object value, String second, Object other) {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put(first, value);
		fields.put(second, other);
		return fields;
	}

	/** Leave out the schema that unqualified names go to, as people do. */
	static String local(String text, String schema) {
		String bare = schema.startsWith("\"") ? schema.substring(1, schema.length() - 1) : schema;
		return text.replaceAll("(?<![\\w\".])" + Pattern.quote(bare) + "\\.", "");
	}

	static String list(List<String> words) {
		return String.join(", ", words);
	}

}

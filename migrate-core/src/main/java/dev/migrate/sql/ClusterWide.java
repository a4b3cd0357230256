package dev.migrate.sql;

import org.jspecify.annotations.Nullable;

/**
 * The statements that change objects which all databases of a PostgreSQL server share.
 */
final class ClusterWide {

	private ClusterWide() {
	}

	/** What is changed, or null if the statement stays in its database. */
	static @Nullable String kind(Words words) {
		if (words.isOneOf(0, "CREATE", "ALTER", "DROP")) {
			return object(words, 1);
		}
		if (words.begin("COMMENT", "ON")) {
			return object(words, 2);
		}
		if (words.begin("SECURITY", "LABEL")) {
			return object(words, indexOfOn(words, 2) + 1);
		}
		if (words.isOneOf(0, "GRANT", "REVOKE")) {
			int on = indexOfOn(words, 1);
			if (on == words.size()) {
				return "role";
			}
			return words.at(on + 1, "PARAMETER") ? "server settings" : object(words, on + 1);
		}
		return null;
	}

	private static @Nullable String object(Words words, int index) {
		if (words.isOneOf(index, "ROLE", "USER", "GROUP")) {
			return words.at(index, "USER", "MAPPING") ? null : "role";
		}
		if (words.at(index, "SYSTEM")) {
			return "server settings";
		}
		for (String kind : new String[] { "database", "tablespace", "subscription" }) {
			if (words.at(index, kind)) {
				return kind;
			}
		}
		return null;
	}

	private static int indexOfOn(Words words, int from) {
		int i = from;
		while (i < words.size() && !words.at(i, "ON")) {
			i++;
		}
		return i;
	}

}

package dev.migrate.boot.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import dev.migrate.revision.Spelling;
import picocli.CommandLine;

/**
 * The commands that somebody meant who typed another word.
 */
final class NearCommands {

	private static final int MOST = 3;

	/** What others call it. */
	private static final Map<String, String> ELSEWHERE = Map.of("rollback", "downgrade", "undo", "downgrade", "info",
			"status", "validate", "check", "diff", "check", "update", "upgrade", "baseline", "stamp", "generate",
			"migrate", "log", "history");

	private NearCommands() {
	}

	static List<String> to(String word, CommandLine root) {
		String wanted = word.toLowerCase(Locale.ROOT);
		String known = ELSEWHERE.get(wanted);
		if (known != null) {
			return List.of(known);
		}
		Map<String, Integer> distances = new TreeMap<>();
		root.getSubcommands().values().forEach((command) -> {
			String name = command.getCommandName();
			int distance = Spelling.distance(wanted, name);
			if (distance != Spelling.FAR) {
				distances.put(name, distance);
			}
		});
		return distances.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
			.limit(MOST)
			.map(Map.Entry::getKey)
			.toList();
	}

}

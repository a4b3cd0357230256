package dev.migrate.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrate.dialect.Dialects;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.error.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * A line that opens a section: {@code -- migrate:upgrade postgresql transaction=false}.
 *
 * @param kind which section
 * @param dialects the databases it is for; empty for all
 * @param transactional whether it runs in a transaction
 * @param irreversible why it can't be run, or null if it can
 * @param location of the line
 */
record SectionLine(Kind kind, List<String> dialects, boolean transactional, @Nullable String irreversible,
		SourceLocation location) {

	private static final Pattern LINE = Pattern.compile("--\\s*migrate:([A-Za-z]+)(.*)", Pattern.DOTALL);

	/** Nearly all of them, known without taking them apart. */
	private static final Map<String, Kind> PLAIN = Map.of("-- migrate:upgrade", Kind.UPGRADE, "-- migrate:downgrade",
			Kind.DOWNGRADE, "-- migrate:mapping", Kind.MAPPING);

	private static final Pattern WORD = Pattern.compile("\\s+|(irreversible)\\s+\"([^\"]*)\"|([^\\s\"]+)|(\".*)");

	SectionLine {
		dialects = List.copyOf(dialects);
	}

	/** The sections there are. */
	enum Kind {

		UPGRADE, DOWNGRADE, MAPPING;

		String word() {
			return switch (this) {
				case UPGRADE -> "upgrade";
				case DOWNGRADE -> "downgrade";
				case MAPPING -> "mapping";
			};
		}

	}

	/**
	 * Tell whether a comment line opens a section. A line {@code -- migrate:allow …}
	 * belongs to the statement below it.
	 */
	static boolean isSectionLine(String line) {
		if (!line.contains("migrate:")) {
			return false;
		}
		String stripped = line.strip();
		if (PLAIN.containsKey(stripped)) {
			return true;
		}
		Matcher matcher = LINE.matcher(stripped);
		return matcher.matches() && !matcher.group(1).equals("allow");
	}

	static SectionLine parse(String line, SourceLocation location) {
		String stripped = line.strip();
		Kind plain = PLAIN.get(stripped);
		if (plain != null) {
			return new SectionLine(plain, List.of(), true, null, location);
		}
		Matcher matcher = LINE.matcher(stripped);
		if (!matcher.matches()) {
			throw new IllegalArgumentException("Not a section line: " + line);
		}
		Kind kind = kind(matcher.group(1), location);
		List<String> dialects = new ArrayList<>();
		boolean transactional = true;
		String irreversible = null;
		Matcher words = WORD.matcher(matcher.group(2));
		while (words.find()) {
			String word = words.group(3);
			if (words.group(1) != null && kind == Kind.DOWNGRADE) {
				irreversible = words.group(2).isBlank() ? null : words.group(2);
				if (irreversible == null) {
					throw unknownWord("irreversible \"\"", kind, location);
				}
			}
			else if (word != null && Dialects.NAMES.contains(word) && kind != Kind.MAPPING) {
				dialects.add(word);
			}
			else if (word != null && word.startsWith("transaction=") && kind != Kind.MAPPING) {
				transactional = truth(word, kind, location);
			}
			else if (!words.group().isBlank()) {
				throw unknownWord(words.group().strip(), kind, location);
			}
		}
		return new SectionLine(kind, dialects, transactional, irreversible, location);
	}

	private static Kind kind(String word, SourceLocation location) {
		for (Kind kind : Kind.values()) {
			if (kind.word().equals(word)) {
				return kind;
			}
		}
		throw new MigrateException(ErrorCode.INVALID_SOURCE, location + " opens an unknown section '" + word + "'.",
				"The sections are upgrade, downgrade and mapping.");
	}

	private static boolean truth(String word, Kind kind, SourceLocation location) {
		return switch (word) {
			case "transaction=true" -> true;
			case "transaction=false" -> false;
			default -> throw unknownWord(word, kind, location);
		};
	}

	private static MigrateException unknownWord(String word, Kind kind, SourceLocation location) {
		String reserved = word.equals("online") ? " The word is reserved for a later version." : "";
		return new MigrateException(ErrorCode.INVALID_SOURCE,
				location + " has the word '" + word + "' on its section line." + reserved,
				"After `-- migrate:" + kind.word() + "` may stand: " + String.join(", ", Dialects.NAMES)
						+ ", transaction=false" + ((kind == Kind.DOWNGRADE) ? ", irreversible \"why\"." : "."));
	}

}

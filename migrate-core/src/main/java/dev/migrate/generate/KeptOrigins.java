package dev.migrate.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrate.dialect.Dialect;
import dev.migrate.diff.Kept;
import dev.migrate.operation.ObjectReference;
import dev.migrate.revision.RevisionId;
import dev.migrate.script.MigrationScript;
import dev.migrate.sql.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Finds the revision that made what is kept: the last whose statements define something
 * of that name. What has no name of its own is found by its table and the words for it.
 */
final class KeptOrigins {

	private static final Pattern WORD = Pattern.compile("\"((?:[^\"]|\"\")+)\"|[\\p{L}_][\\p{L}\\p{N}_$]*");

	private static final Set<String> DEFINING = Set.of("create", "alter", "comment", "select", "do");

	private final List<MigrationScript> base;

	private final Dialect dialect;

	KeptOrigins(List<MigrationScript> base, Dialect dialect) {
		this.base = base;
		this.dialect = dialect;
	}

	List<KeptObject> of(List<Kept> kept) {
		if (kept.isEmpty()) {
			return List.of();
		}
		List<Spoken> spoken = spoken();
		return kept.stream().map((object) -> new KeptObject(object, origin(object, spoken))).toList();
	}

	private List<Spoken> spoken() {
		List<Spoken> spoken = new ArrayList<>();
		for (MigrationScript script : this.base) {
			for (SqlStatement statement : script.upgrade(this.dialect).statements()) {
				Set<String> words = new TreeSet<>();
				String first = "";
				Matcher matcher = WORD.matcher(statement.text());
				while (matcher.find()) {
					String word = (matcher.group(1) != null) ? matcher.group(1) : matcher.group();
					first = first.isEmpty() ? folded(word) : first;
					words.add(folded(word));
				}
				if (DEFINING.contains(first)) {
					spoken.add(0, new Spoken(script.revision().id(), words));
				}
			}
		}
		return spoken;
	}

	private static @Nullable RevisionId origin(Kept kept, List<Spoken> spoken) {
		ObjectReference object = kept.object();
		List<String> words = new ArrayList<>();
		words.add(folded(object.name().name()));
		if (!object.member().isEmpty()) {
			words.add(folded(object.member()));
		}
		List<String> precise = new ArrayList<>(words);
		if (!kept.part().isEmpty() && !kept.part().equals("expression")) {
			precise.add(kept.part().equals("collation") ? "collate" : kept.part());
		}
		RevisionId found = last(spoken, precise);
		if (found == null && !kept.part().isEmpty()) {
			found = last(spoken, words);
		}
		if (found != null || object.member().isEmpty()) {
			return found;
		}
		return switch (object.kind()) {
			case CONSTRAINT -> nameless(object, spoken);
			default -> null;
		};
	}

	/** A constraint whose name the server gave. */
	private static @Nullable RevisionId nameless(ObjectReference object, List<Spoken> spoken) {
		String table = folded(object.name().name());
		for (String word : List.of("check", "unique", "references", "primary", "exclude")) {
			boolean fits = switch (word) {
				case "references" -> object.member().endsWith("fkey");
				case "primary" -> object.member().endsWith("pkey");
				case "unique" -> object.member().endsWith("key");
				case "exclude" -> object.member().endsWith("excl");
				default -> object.member().contains("check");
			};
			if (fits) {
				return last(spoken, List.of(table, word));
			}
		}
		return last(spoken, List.of(table));
	}

	private static @Nullable RevisionId last(List<Spoken> spoken, List<String> words) {
		for (Spoken statement : spoken) {
			if (statement.words.containsAll(words)) {
				return statement.revision;
			}
		}
		return null;
	}

	private static String folded(String word) {
		return word.toLowerCase(Locale.ROOT);
	}

	/** A statement that defines something, the last first. */
	private record Spoken(RevisionId revision, Set<String> words) {

		Spoken {
			words = Set.copyOf(words);
		}

	}

}

package dev.migrate.revision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Guesses what somebody meant who wrote a name that nothing carries.
 */
final class Suggestions {

	private static final int MOST = 5;

	private static final int FAR = Spelling.FAR;

	private Suggestions() {
	}

	/**
	 * Return the revisions nearest to a name: same beginning, few letters apart, or a
	 * word of the message.
	 * @param name what was written
	 * @param revisions the revisions in history order
	 * @return at most five, the nearest first
	 */
	static List<Revision> near(String name, List<Revision> revisions) {
		record Guess(Revision revision, int distance) {
		}
		String wanted = name.toLowerCase(Locale.ROOT);
		List<Guess> guesses = new ArrayList<>();
		for (Revision revision : revisions) {
			int distance = distance(wanted, revision);
			if (distance != FAR) {
				guesses.add(new Guess(revision, distance));
			}
		}
		guesses.sort(Comparator.comparingInt(Guess::distance));
		return guesses.stream().limit(MOST).map(Guess::revision).toList();
	}

	private static int distance(String wanted, Revision revision) {
		int best = Spelling.distance(wanted, revision.id().value().toLowerCase(Locale.ROOT));
		for (String label : revision.branchLabels()) {
			best = Math.min(best, Spelling.distance(wanted, label.toLowerCase(Locale.ROOT)));
		}
		String message = revision.message().toLowerCase(Locale.ROOT);
		if (best == FAR && wanted.length() >= 3 && message.contains(wanted)) {
			return 3;
		}
		for (String word : message.split("[^\\p{L}\\p{N}]+")) {
			if (best == FAR && wanted.length() >= 4 && Spelling.edits(wanted, word, 1) <= 1) {
				return 4;
			}
		}
		return best;
	}

}

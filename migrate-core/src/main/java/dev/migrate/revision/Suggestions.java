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

	private static final int FAR = Integer.MAX_VALUE;

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
		int best = distance(wanted, revision.id().value().toLowerCase(Locale.ROOT));
		for (String label : revision.branchLabels()) {
			best = Math.min(best, distance(wanted, label.toLowerCase(Locale.ROOT)));
		}
		String message = revision.message().toLowerCase(Locale.ROOT);
		if (best == FAR && wanted.length() >= 3 && message.contains(wanted)) {
			return 3;
		}
		for (String word : message.split("[^\\p{L}\\p{N}]+")) {
			if (best == FAR && wanted.length() >= 4 && editDistance(wanted, word, 1) <= 1) {
				return 4;
			}
		}
		return best;
	}

	private static int distance(String wanted, String name) {
		if (name.startsWith(wanted) || (wanted.startsWith(name) && name.length() >= 4)) {
			return 0;
		}
		int limit = Math.min(2, wanted.length() / 2);
		int edits = editDistance(wanted, name, limit);
		return (edits <= limit) ? edits : FAR;
	}

	/** Return how many letters differ, or something above the limit. */
	private static int editDistance(String first, String second, int limit) {
		if (Math.abs(first.length() - second.length()) > limit) {
			return limit + 1;
		}
		int[] previous = new int[second.length() + 1];
		for (int j = 0; j <= second.length(); j++) {
			previous[j] = j;
		}
		for (int i = 1; i <= first.length(); i++) {
			int[] row = new int[second.length() + 1];
			row[0] = i;
			for (int j = 1; j <= second.length(); j++) {
				int replaced = previous[j - 1] + ((first.charAt(i - 1) == second.charAt(j - 1)) ? 0 : 1);
				row[j] = Math.min(replaced, Math.min(previous[j], row[j - 1]) + 1);
			}
			previous = row;
		}
		return previous[second.length()];
	}

}

package dev.migrate.revision;

/**
 * How near two words are that may be meant for the same.
 */
public final class Spelling {

	/** What is too far away to be meant. */
	public static final int FAR = Integer.MAX_VALUE;

	private Spelling() {
	}

	/**
	 * Return how far what was written is from a name.
	 * @param wanted what was written, in small letters
	 * @param name the name, in small letters
	 * @return the letters that differ, 0 if one begins with the other, or {@link #FAR}
	 */
	public static int distance(String wanted, String name) {
		if (name.startsWith(wanted) || (wanted.startsWith(name) && name.length() >= 4)) {
			return 0;
		}
		int limit = Math.min(2, wanted.length() / 2);
		int edits = edits(wanted, name, limit);
		return (edits <= limit) ? edits : FAR;
	}

	/** Return how many letters differ, or something above the limit. */
	static int edits(String first, String second, int limit) {
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

package dev.migrate.revision;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;

/**
 * The name of a revision: 1 to 64 of {@code [A-Za-z0-9_.]}, and none of the words that a
 * target gives a meaning of its own. Ids are ordered as plain text.
 *
 * @param value the id as written
 */
public record RevisionId(String value) implements Comparable<RevisionId> {

	private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_.]{1,64}");

	private static final Set<String> RESERVED = Set.of("head", "heads", "base", "current");

	public RevisionId {
		if (!isValid(value)) {
			throw new MigrateException(ErrorCode.USAGE, "'" + value + "' can't be the id of a revision.",
					"An id is 1 to 64 letters, digits, '_' or '.', and not head, heads, base or current.");
		}
	}

	/**
	 * Return the id with a value.
	 * @param value the text
	 * @return the id
	 * @throws MigrateException with {@link ErrorCode#USAGE} if the text is not an id
	 */
	public static RevisionId of(String value) {
		return new RevisionId(value);
	}

	/**
	 * Tell whether a text may be an id. Branch labels obey the same rule.
	 * @param value the text
	 * @return whether it may
	 */
	public static boolean isValid(String value) {
		return ALLOWED.matcher(value).matches() && !isReserved(value);
	}

	/**
	 * Tell whether a word belongs to the grammar of targets, whatever its case.
	 * @param word the word
	 * @return whether it is reserved
	 */
	static boolean isReserved(String word) {
		return RESERVED.contains(word.toLowerCase(Locale.ROOT));
	}

	@Override
	public int compareTo(RevisionId other) {
		return this.value.compareTo(other.value);
	}

	/**
	 * Return the id as written.
	 */
	@Override
	public String toString() {
		return this.value;
	}

}

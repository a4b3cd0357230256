package dev.migrate.revision;

import java.util.Locale;
import java.util.Set;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import org.jspecify.annotations.Nullable;

/**
 * The name of a revision: 1 to 64 of {@code [A-Za-z0-9_.]}, and none of the words that a
 * target gives a meaning of its own. Ids are ordered as plain text.
 *
 * @param value the id as written
 */
public record RevisionId(String value) implements Comparable<RevisionId> {

	private static final int LONGEST = 64;

	private static final Set<String> RESERVED = Set.of("head", "heads", "base", "current");

	private static final int LONGEST_RESERVED = 7;

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
		int length = value.length();
		if (length == 0 || length > LONGEST) {
			return false;
		}
		for (int index = 0; index < length; index++) {
			if (!isAllowed(value.charAt(index))) {
				return false;
			}
		}
		return !isReserved(value);
	}

	private static boolean isAllowed(char character) {
		return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9')
				|| (character >= 'A' && character <= 'Z') || character == '_' || character == '.';
	}

	/**
	 * Tell whether a word belongs to the grammar of targets, whatever its case.
	 * @param word the word
	 * @return whether it is reserved
	 */
	static boolean isReserved(String word) {
		return word.length() <= LONGEST_RESERVED && RESERVED.contains(word.toLowerCase(Locale.ROOT));
	}

	// A folder of thousands of revisions compares ids all the time, at a moment when
	// nothing is compiled yet: what a record would do by itself begins slowly.
	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof RevisionId id && this.value.equals(id.value));
	}

	@Override
	public int hashCode() {
		return this.value.hashCode();
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

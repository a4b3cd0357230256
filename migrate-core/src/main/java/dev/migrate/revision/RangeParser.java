package dev.migrate.revision;

import org.jspecify.annotations.Nullable;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;

/**
 * Reads the text of a range: {@code a:b}, {@code a:} or {@code :b}, where each end is a
 * target or {@code current}.
 */
public final class RangeParser {

	private RangeParser() {
	}

	/**
	 * Tell whether a text is meant as a range.
	 * @param text what the user typed
	 * @return whether it holds a colon
	 */
	public static boolean isRange(String text) {
		return text.indexOf(':') >= 0;
	}

	/**
	 * Read a range.
	 * @param text what the user typed
	 * @return the range
	 * @throws MigrateException with {@link ErrorCode#USAGE} if the text is no range
	 */
	public static Range parse(String text) {
		int colon = text.indexOf(':');
		if (colon < 0 || text.indexOf(':', colon + 1) >= 0) {
			throw new MigrateException(ErrorCode.USAGE, "'" + text.strip() + "' is not a range.",
					"A range is <from>:<to>, <from>: or :<to>. " + TargetParser.FORMS);
		}
		return new Range(end(text.substring(0, colon)), end(text.substring(colon + 1)));
	}

	private static @Nullable Target end(String text) {
		return text.isBlank() ? null : TargetParser.parseOrCurrent(text);
	}

}

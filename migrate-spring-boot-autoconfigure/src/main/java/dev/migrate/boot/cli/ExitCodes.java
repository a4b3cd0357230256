package dev.migrate.boot.cli;

import java.util.List;

import dev.migrate.error.ErrorCode;

/**
 * What the shell is told. The only place where a failure becomes a number.
 */
public final class ExitCodes {

	/** Done, or nothing to do. */
	public static final int DONE = 0;

	/** Failed, or refused by a rule. */
	public static final int FAILED = 1;

	/** The words of the command make no sense. */
	public static final int USAGE = 2;

	/** The entities and the revisions differ. */
	public static final int ENTITIES_DIFFER = 3;

	/** Revisions are pending. */
	public static final int BEHIND = 4;

	/** The live schema is not what its revisions build. */
	public static final int DRIFT = 5;

	/** One head was needed and there are several. */
	public static final int SEVERAL_HEADS = 6;

	/** A question has to be answered first. */
	public static final int ANSWER_NEEDED = 7;

	/** Another run holds the lock. */
	public static final int LOCKED = 8;

	/** Stopped by Ctrl-C, as shells number it. */
	public static final int INTERRUPTED = 130;

	// What holds first decides, as in `db check`.
	private static final List<Integer> BY_WEIGHT = List.of(DONE, BEHIND, DRIFT, ENTITIES_DIFFER, SEVERAL_HEADS,
			ANSWER_NEEDED, LOCKED, USAGE, FAILED, INTERRUPTED);

	private ExitCodes() {
	}

	/**
	 * Return the number of a failure.
	 * @param code its kind
	 * @return between 1 and 8, or 130
	 */
	public static int of(ErrorCode code) {
		return switch (code) {
			case USAGE -> USAGE;
			case ENTITIES_DIFFER -> ENTITIES_DIFFER;
			case BEHIND -> BEHIND;
			case DRIFT -> DRIFT;
			case SEVERAL_HEADS -> SEVERAL_HEADS;
			case ANSWER_NEEDED -> ANSWER_NEEDED;
			case LOCKED -> LOCKED;
			case INTERRUPTED -> INTERRUPTED;
			case INVALID_SOURCE, INVALID_ENTITIES, DUPLICATE_REVISION, MISSING_REVISION, CYCLE, UNKNOWN_TARGET, HOLE,
					DATABASE_AHEAD, CHANGED, IRREVERSIBLE, UNFINISHED, NOT_ADOPTED, STATEMENT_FAILED, NO_CONNECTION,
					DATABASE_REFUSED, UNSUPPORTED_DATABASE, NOT_PROVEN, LINT, FILE_ACCESS ->
				FAILED;
		};
	}

	/** Return which of two ends is told where two databases ended differently. */
	static int worse(int first, int second) {
		return (BY_WEIGHT.indexOf(first) >= BY_WEIGHT.indexOf(second)) ? first : second;
	}

}

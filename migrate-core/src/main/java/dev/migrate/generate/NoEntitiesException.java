package dev.migrate.generate;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;

/**
 * No persistence unit belongs to the database, so that there is nothing to compare with.
 */
public final class NoEntitiesException extends MigrateException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create a failure.
	 * @param sentence what is missing
	 * @param hint what to do next
	 */
	public NoEntitiesException(String sentence, String hint) {
		super(ErrorCode.USAGE, sentence, hint);
	}

}

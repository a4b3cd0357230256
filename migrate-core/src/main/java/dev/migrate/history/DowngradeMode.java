package dev.migrate.history;

import java.util.Locale;

/**
 * How an applied revision can be taken back without its file.
 */
public enum DowngradeMode {

	/** The recorded SQL runs in a transaction. */
	TRANSACTIONAL,

	/** The recorded SQL runs outside a transaction. */
	NON_TRANSACTIONAL,

	/** It can't be taken back. */
	IRREVERSIBLE,

	/** It needs the class that applied it. */
	CODE;

	/**
	 * Return the word in the version table.
	 * @return for example {@code non-transactional}
	 */
	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * Read the word of a version table. A word of a later version is taken for
	 * irreversible: what we can't read we don't run.
	 * @param word from the table
	 * @return the mode
	 */
	public static DowngradeMode ofWord(String word) {
		for (DowngradeMode mode : values()) {
			if (mode.word().equals(word)) {
				return mode;
			}
		}
		return IRREVERSIBLE;
	}

}

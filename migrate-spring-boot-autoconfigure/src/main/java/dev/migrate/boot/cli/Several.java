package dev.migrate.boot.cli;

/**
 * What a command does where the application has several databases and none is named.
 */
enum Several {

	/** It is about no database. */
	NONE,

	/** It does its work for each, whatever becomes of the others. */
	EACH,

	/**
	 * All are checked, then it does its work in order, and stops at the first failure.
	 */
	IN_ORDER,

	/** The same, beginning with the last. */
	IN_REVERSE,

	/** One has to be named. */
	ONE

}

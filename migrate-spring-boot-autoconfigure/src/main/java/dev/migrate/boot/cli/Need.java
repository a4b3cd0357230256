package dev.migrate.boot.cli;

/**
 * How much of an application a command needs.
 */
public enum Need {

	/** Nothing: its words are enough. */
	NOTHING,

	/** The revisions, and no database. */
	REVISIONS,

	/** All that its beans are made of. */
	APPLICATION

}

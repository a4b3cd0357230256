package dev.migrate.boot.cli;

/**
 * How much of an application a command needs, from nothing to everything.
 */
public enum Need {

	/** Nothing: its words are enough. */
	NOTHING,

	/** The revisions, and no database. */
	REVISIONS,

	/** The revisions and the databases, to look at. */
	DATABASE,

	/** The same to work on, and everyone who is told of the work. */
	RUN,

	/**
	 * All that its beans are made of: entities, what the application starts for itself.
	 */
	APPLICATION

}

package dev.migrate.revision;

/**
 * Which way a revision is passed.
 */
public enum Direction {

	/** It becomes applied. */
	UPGRADE,

	/** It is taken back. */
	DOWNGRADE

}

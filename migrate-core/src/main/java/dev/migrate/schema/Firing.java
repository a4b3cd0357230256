package dev.migrate.schema;

/**
 * When a trigger or rule fires.
 */
public enum Firing {

	/** In ordinary sessions. */
	ENABLED,

	/** Never. */
	DISABLED,

	/** In sessions that apply replicated changes. */
	REPLICA,

	/** In every session. */
	ALWAYS

}

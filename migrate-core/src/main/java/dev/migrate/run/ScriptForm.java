package dev.migrate.run;

/**
 * What a script expects of the database that it is run on.
 */
public enum ScriptForm {

	/** To be exactly where the script starts. It is plain SQL. */
	PLAIN,

	/**
	 * To be at any earlier place, or done already: what is done is passed over. Needs the
	 * conditions of the database's own client.
	 */
	IDEMPOTENT

}

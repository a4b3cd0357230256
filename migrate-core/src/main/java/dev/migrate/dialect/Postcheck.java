package dev.migrate.dialect;

/**
 * How to find out what became of a statement outside a transaction whose end nobody
 * heard.
 */
public enum Postcheck {

	/** The catalogue shows whether its effect is there. */
	CATALOGUE,

	/**
	 * Running it again does no harm: it changes nothing more, or the database refuses it
	 * because its effect is there already.
	 */
	REPEAT,

	/** Nobody can tell. */
	NONE

}

package dev.migrate.sql;

/**
 * Writes names in double quotes, where every letter counts and any may stand.
 */
public final class DelimitedIdentifier {

	private DelimitedIdentifier() {
	}

	/**
	 * Put a name in double quotes.
	 * @param name as the catalogue has it
	 * @return the name, its own double quotes doubled
	 */
	public static String of(String name) {
		return "\"" + name.replace("\"", "\"\"") + "\"";
	}

}

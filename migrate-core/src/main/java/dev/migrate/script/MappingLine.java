package dev.migrate.script;

/**
 * A line of a mapping section: {@code -- column students.first_name: Student.firstName}.
 *
 * @param kind what the object is: {@code table}, {@code column}, {@code constraint},
 * {@code index}, {@code sequence}, …
 * @param name of the object, as written
 * @param path the JPA entity name and the attribute path
 */
public record MappingLine(String kind, String name, String path) {

	/**
	 * Return the line as it is written in a file.
	 */
	@Override
	public String toString() {
		return "-- " + this.kind + " " + this.name + ": " + this.path;
	}

}

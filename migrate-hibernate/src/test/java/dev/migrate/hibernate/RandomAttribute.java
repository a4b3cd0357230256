package dev.migrate.hibernate;

/**
 * An attribute or a relation that chance has made up.
 */
final class RandomAttribute {

	final int number;

	final String kind;

	String name;

	String type;

	String column;

	boolean required;

	boolean unique;

	boolean indexed;

	int length = 255;

	int constants = 2;

	String defaultValue;

	RandomEntity target;

	String parts = "ab";

	RandomAttribute(int number, String kind, String name) {
		this.number = number;
		this.kind = kind;
		this.name = name;
	}

	boolean isPlain() {
		return this.kind.equals("plain");
	}

}

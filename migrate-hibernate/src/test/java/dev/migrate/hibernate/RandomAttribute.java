package dev.migrate.hibernate;

import java.util.ArrayList;
import java.util.List;

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

	// Of an enum: each keeps its place.
	final List<String> constants = new ArrayList<>(List.of("C0", "C1"));

	// Whether its name, type or constants have changed.
	boolean settled;

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

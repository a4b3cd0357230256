package dev.migrate.hibernate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * An entity that chance has made up.
 */
final class RandomEntity {

	final int number;

	String name;

	String table;

	final String key;

	RandomEntity parent;

	String inheritance;

	boolean uniqueTogether;

	// An entity of which nothing is left is another one.
	boolean renamed;

	boolean changed;

	// Rows that refer to one that is gone can't come back.
	boolean needed;

	final List<RandomAttribute> attributes = new ArrayList<>();

	// An attribute that gets the name of another one is taken for it.
	final Set<String> taken = new TreeSet<>();

	RandomEntity(int number, String name, String key) {
		this.number = number;
		this.name = name;
		this.key = key;
	}

}

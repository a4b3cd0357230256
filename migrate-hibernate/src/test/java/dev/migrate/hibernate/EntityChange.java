package dev.migrate.hibernate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.migrate.diff.Answers;

/**
 * A change that a developer makes to entities: {@code entity-changes.txt} has one below
 * each line {@code == what it is}, the old classes and, below {@code -- after}, the new.
 * Words after {@code --} in the first lines: answers, and {@code only} with a database.
 *
 * @param number its place in the file
 * @param title what it is
 * @param before the old classes
 * @param after the new classes
 * @param answers what the developer answers
 * @param only the only database it is for, or empty
 */
record EntityChange(int number, String title, String before, String after, Answers answers, String only) {

	static List<EntityChange> read() {
		List<EntityChange> changes = new ArrayList<>();
		String[] blocks = text().split("(?m)^== ");
		for (int number = 1; number < blocks.length; number++) {
			changes.add(parse(number, blocks[number]));
		}
		return changes;
	}

	private static EntityChange parse(int number, String block) {
		SortedMap<String, String> renames = new TreeMap<>();
		SortedMap<String, String> fills = new TreeMap<>();
		SortedSet<String> drops = new TreeSet<>();
		String only = "";
		StringBuilder before = new StringBuilder();
		StringBuilder after = new StringBuilder();
		String[] lines = block.split("\n");
		StringBuilder text = before;
		for (int line = 1; line < lines.length; line++) {
			String[] words = lines[line].split(" ", 3);
			if (!words[0].equals("--")) {
				text.append(lines[line]).append('\n');
				continue;
			}
			switch (words[1]) {
				case "after" -> text = after;
				case "only" -> only = words[2];
				case "drop" -> drops.add(words[2]);
				case "rename" -> renames.put(words[2].split("=", 2)[0], words[2].split("=", 2)[1]);
				case "fill" -> fills.put(words[2].split("=", 2)[0], words[2].split("=", 2)[1]);
				default -> throw new IllegalStateException(lines[line]);
			}
		}
		return new EntityChange(number, lines[0].strip(), before.toString(), after.toString(),
				new Answers(renames, drops, fills), only);
	}

	private static String text() {
		try (InputStream stream = EntityChange.class.getResourceAsStream("entity-changes.txt")) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static CompiledModel compile(List<EntityChange> changes) {
		Map<String, String> models = new TreeMap<>();
		for (EntityChange change : changes) {
			models.put(change.model("before"), change.before);
			models.put(change.model("after"), change.after);
		}
		return CompiledModel.of(models);
	}

	String model(String side) {
		return "c" + this.number + "." + side;
	}

	boolean isFor(String database) {
		return this.only.isEmpty() || this.only.equals(database);
	}

	String fileName() {
		return this.title.replaceAll("[^A-Za-z0-9]+", "-") + ".sql";
	}

	@Override
	public String toString() {
		return this.title;
	}

}

package dev.migrate.hibernate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Entities made up by chance, and changed by chance. Each entity and attribute keeps its
 * number, whatever it is called: so it is known what really became of it.
 */
final class RandomEntities {

	private static final List<String> ENTITIES = List.of("Student", "Course", "Teacher", "Room", "Order", "User",
			"Parcel", "Ticket", "Invoice", "Lesson", "Building", "Payment");

	private static final List<String> ATTRIBUTES = List.of("name", "title", "code", "note", "amount", "born", "active",
			"mood", "rank", "worth", "email", "lastName", "orderNumber", "URL");

	private static final List<String> TYPES = List.of("String", "Integer", "Long", "Boolean", "BigDecimal", "LocalDate",
			"LocalDateTime", "UUID", "enum", "number");

	private final Random random;

	private final List<RandomEntity> entities = new ArrayList<>();

	private final Set<String> taken = new TreeSet<>();

	private int numbers;

	RandomEntities(Random random) {
		this.random = random;
		int count = 2 + random.nextInt(3);
		for (int i = 0; i < count; i++) {
			addEntity();
		}
	}

	private boolean chance(int percent) {
		return this.random.nextInt(100) < percent;
	}

	private <T> T any(List<T> list) {
		return list.get(this.random.nextInt(list.size()));
	}

	private void addEntity() {
		List<String> free = freeNames();
		if (free.isEmpty()) {
			return;
		}
		RandomEntity entity = new RandomEntity(++this.numbers, any(free),
				any(List.of("identity", "sequence", "Long", "UUID", "String")));
		if (chance(20)) {
			entity.table = any(List.of("tbl_", "T_", "order_")) + entity.number;
		}
		List<RandomEntity> roots = this.entities.stream().filter((other) -> other.parent == null).toList();
		if (!roots.isEmpty() && chance(25)) {
			entity.parent = any(roots);
			if (entity.parent.inheritance == null) {
				entity.parent.inheritance = any(List.of("SINGLE_TABLE", "JOINED", "TABLE_PER_CLASS"));
				if (entity.parent.inheritance.equals("TABLE_PER_CLASS") && entity.parent.key.equals("identity")) {
					entity.parent.inheritance = "JOINED";
				}
			}
		}
		int count = 1 + this.random.nextInt(4);
		this.entities.add(entity);
		this.taken.add(entity.name);
		for (int i = 0; i < count; i++) {
			addAttribute(entity, true);
		}
	}

	private List<String> freeNames() {
		return ENTITIES.stream().filter((name) -> !this.taken.contains(name)).toList();
	}

	private List<String> freeNames(RandomEntity entity) {
		return ATTRIBUTES.stream()
			.filter((name) -> family(entity).stream().noneMatch((other) -> other.taken.contains(name)))
			.toList();
	}

	// Of one hierarchy: a single table has the columns of all.
	private List<RandomEntity> family(RandomEntity entity) {
		RandomEntity root = (entity.parent != null) ? entity.parent : entity;
		return this.entities.stream().filter((other) -> other == root || other.parent == root).toList();
	}

	private void addAttribute(RandomEntity entity, boolean fresh) {
		List<String> free = freeNames(entity);
		if (free.isEmpty()) {
			return;
		}
		String kind = chance(70) ? "plain" : any(List.of("reference", "values", "many", "embedded", "list"));
		RandomAttribute attribute = new RandomAttribute(++this.numbers, kind, any(free));
		attribute.type = any(TYPES);
		boolean single = family(entity).size() > 1;
		switch (kind) {
			case "plain" -> {
				attribute.required = chance(40) && !single;
				attribute.unique = chance(15) && (fresh || !attribute.required) && hasManyValues(attribute);
				attribute.indexed = !single && chance(15);
				if (chance(15)) {
					attribute.column = "c_" + attribute.number;
				}
				if (chance(20)) {
					attribute.length = any(List.of(20, 50, 100));
				}
				if (chance(15) && attribute.type.equals("Integer")) {
					attribute.defaultValue = "7";
				}
			}
			case "reference", "many", "list" -> {
				RandomEntity target = any(this.entities);
				// Two collections of the same entities would share a table.
				if (family(entity).stream()
					.flatMap((other) -> other.attributes.stream())
					.anyMatch((other) -> other.target != null && family(other.target).contains(target))) {
					return;
				}
				attribute.target = target;
			}
			default -> {
			}
		}
		if (kind.equals("reference")) {
			attribute.required = !fresh && chance(20) || fresh && chance(40);
			if (single || attribute.target == entity || attribute.target.number > entity.number) {
				attribute.required = false;
			}
		}
		if (attribute.required && attribute.target != null) {
			attribute.target.needed = true;
		}
		entity.attributes.add(attribute);
		entity.taken.add(attribute.name);
	}

	/** Begin another revision: what was changed by the last one may change again. */
	void settle() {
		for (RandomEntity entity : this.entities) {
			entity.renamed = false;
			entity.changed = false;
			entity.needed = this.entities.stream()
				.flatMap((other) -> other.attributes.stream())
				.anyMatch((attribute) -> attribute.target == entity && attribute.required);
			entity.attributes.forEach((attribute) -> attribute.settled = false);
		}
	}

	/** Change something. */
	void change() {
		RandomEntity entity = any(this.entities);
		RandomAttribute attribute = entity.attributes.isEmpty() ? null : any(entity.attributes);
		int kind = this.random.nextInt(18);
		if (entity.renamed || (entity.changed && kind == 2)) {
			return;
		}
		entity.changed = true;
		switch (kind) {
			case 0 -> addEntity();
			case 1 -> {
				if (this.entities.size() > 2) {
					remove(entity);
				}
			}
			case 2 -> rename(entity);
			case 3 -> entity.table = (entity.table == null && entity.parent == null) ? "tbl_" + entity.number : null;
			case 4, 5 -> addAttribute(entity, false);
			case 6 -> entity.attributes.remove(attribute);
			case 7, 8 -> {
				// Under another name and type nobody would know it again.
				if (attribute != null && !attribute.settled && !freeNames(entity).isEmpty()) {
					attribute.settled = true;
					attribute.name = any(freeNames(entity));
					entity.taken.add(attribute.name);
				}
			}
			case 9 -> {
				if (attribute != null && attribute.isPlain()) {
					attribute.column = (attribute.column == null) ? "k_" + attribute.number : null;
				}
			}
			case 10 -> {
				if (attribute != null && attribute.isPlain() && family(entity).size() == 1) {
					attribute.required = !attribute.required;
				}
			}
			case 11 -> {
				if (attribute != null && attribute.isPlain() && hasManyValues(attribute)) {
					attribute.unique = !attribute.unique;
				}
			}
			case 12 -> {
				if (attribute != null) {
					attribute.length = any(List.of(20, 50, 255, 1000));
					changeConstants(attribute);
				}
			}
			case 13, 14 -> {
				if (attribute != null && attribute.kind.equals("embedded")) {
					attribute.parts = any(List.of("ab", "b", "abc", "ac", "d"));
				}
				else if (attribute != null && attribute.kind.equals("reference")) {
					if (chance(50)) {
						attribute.column = (attribute.column == null) ? "j_" + attribute.number : null;
					}
					else if (family(entity).size() == 1 && attribute.target.parent == null) {
						attribute.required = !attribute.required;
						attribute.target.needed = true;
					}
				}
				else if (attribute != null && !attribute.isPlain()) {
					attribute.column = (attribute.column == null) ? "x_" + attribute.number : null;
				}
			}
			case 15 -> move(entity, attribute);
			case 16 -> entity.uniqueTogether = !entity.uniqueTogether && family(entity).size() == 1;
			default -> {
				if (attribute != null && attribute.isPlain()) {
					retype(attribute);
				}
			}
		}
	}

	// In one step with another type nobody knows which constant became which.
	private void changeConstants(RandomAttribute attribute) {
		if (attribute.settled) {
			return;
		}
		attribute.settled = true;
		if (chance(50)) {
			attribute.constants.add("C" + attribute.constants.size());
		}
		else if (attribute.type.equals("enum")) {
			int place = this.random.nextInt(attribute.constants.size());
			attribute.constants.set(place, "D" + place + attribute.constants.size());
		}
	}

	// Up or down a hierarchy.
	private void move(RandomEntity entity, RandomAttribute attribute) {
		RandomEntity target = (entity.parent != null) ? entity.parent
				: this.entities.stream().filter((other) -> other.parent == entity).findFirst().orElse(null);
		if (target != null && attribute != null && attribute.isPlain() && !attribute.required) {
			entity.attributes.remove(attribute);
			target.attributes.add(attribute);
			target.taken.add(attribute.name);
		}
	}

	// Of which each of two rows gets its own on the way back.
	private static boolean hasManyValues(RandomAttribute attribute) {
		return List.of("String", "Integer", "Long", "BigDecimal", "UUID").contains(attribute.type);
	}

	private void retype(RandomAttribute attribute) {
		String next = switch (attribute.type) {
			case "Integer" -> any(List.of("Long", "String", "BigDecimal"));
			case "Long" -> any(List.of("Integer", "String"));
			case "LocalDate" -> any(List.of("LocalDateTime", "String"));
			case "enum" -> any(List.of("String", "number"));
			case "number" -> "enum";
			case "Boolean" -> "String";
			default -> attribute.type;
		};
		if (attribute.defaultValue == null && !attribute.unique && !attribute.settled) {
			attribute.settled = true;
			attribute.type = next;
		}
	}

	private void rename(RandomEntity entity) {
		List<String> free = freeNames();
		if (!free.isEmpty()) {
			entity.name = any(free);
			entity.renamed = true;
			this.taken.add(entity.name);
		}
	}

	private void remove(RandomEntity entity) {
		boolean needed = entity.needed || this.entities.stream().anyMatch((other) -> other.parent == entity);
		if (needed) {
			return;
		}
		this.entities.remove(entity);
		for (RandomEntity other : this.entities) {
			other.attributes.removeIf((attribute) -> attribute.target == entity);
		}
	}

	/** Return the number of each entity and attribute by its path. */
	Map<String, Integer> numbers() {
		Map<String, Integer> numbers = new TreeMap<>();
		for (RandomEntity entity : this.entities) {
			numbers.put(entity.name, entity.number);
			for (RandomAttribute attribute : entity.attributes) {
				numbers.put(entity.name + "." + attribute.name, attribute.number);
			}
		}
		return numbers;
	}

	/** Return the type of each attribute by its number. */
	Map<Integer, String> types() {
		Map<Integer, String> types = new TreeMap<>();
		for (RandomEntity entity : this.entities) {
			entity.attributes.forEach((attribute) -> types.put(attribute.number, attribute.type));
		}
		return types;
	}

	/** Return the constants of each enum by the number of its attribute. */
	Map<Integer, List<String>> constants() {
		Map<Integer, List<String>> constants = new TreeMap<>();
		for (RandomEntity entity : this.entities) {
			entity.attributes.forEach((attribute) -> constants.put(attribute.number, List.copyOf(attribute.constants)));
		}
		return constants;
	}

	/**
	 * Return a value that rows may get in a column of an attribute, or null if it is none
	 * that is known.
	 */
	String value(String path) {
		for (RandomEntity entity : this.entities) {
			for (RandomAttribute attribute : entity.attributes) {
				if (path.equals(entity.name + "." + attribute.name)) {
					return (attribute.target != null) ? key(
							(attribute.target.parent != null) ? attribute.target.parent.key : attribute.target.key)
							: value(attribute);
				}
			}
		}
		return null;
	}

	private static String key(String key) {
		return switch (key) {
			case "UUID" -> "'00000000-0000-0000-0000-000000000000'";
			case "String" -> "'00'";
			default -> "0";
		};
	}

	private static String value(RandomAttribute attribute) {
		return switch (attribute.type) {
			case "String" -> "'x'";
			case "Boolean" -> "false";
			case "LocalDate", "LocalDateTime" -> "'2026-01-01'";
			case "UUID" -> "'00000000-0000-0000-0000-000000000009'";
			case "enum" -> "'" + attribute.constants.get(0) + "'";
			default -> "0";
		};
	}

	/** Return the classes as source text. */
	String text() {
		return new RandomEntityText(this.entities).text();
	}

}

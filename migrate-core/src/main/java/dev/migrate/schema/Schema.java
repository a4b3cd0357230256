package dev.migrate.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Everything in the schemas that were asked for, by key. Two schemas are equal when a
 * user would call them so: neither the order of columns nor that of an expression's
 * conjuncts counts.
 *
 * @param objects every object under its own key, in the order of the keys
 */
public record Schema(SortedMap<ObjectKey, SchemaObject> objects) {

	public Schema {
		objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
		objects.forEach(Schema::demandOwnKey);
	}

	/**
	 * Return the schema without any object.
	 * @return the schema
	 */
	public static Schema empty() {
		return new Schema(Collections.emptySortedMap());
	}

	/**
	 * Return the schema that holds some objects.
	 * @param objects the objects, in any order
	 * @return the schema
	 * @throws IllegalArgumentException if two objects have one key
	 */
	public static Schema of(Collection<? extends SchemaObject> objects) {
		SortedMap<ObjectKey, SchemaObject> byKey = new TreeMap<>();
		for (SchemaObject object : objects) {
			if (byKey.put(object.key(), object) != null) {
				throw new IllegalArgumentException("two objects with the key " + object.key());
			}
		}
		return new Schema(byKey);
	}

	/**
	 * Return the schema that holds some objects.
	 * @param objects the objects, in any order
	 * @return the schema
	 * @throws IllegalArgumentException if two objects have one key
	 */
	public static Schema of(SchemaObject... objects) {
		return of(List.of(objects));
	}

	private static void demandOwnKey(ObjectKey key, SchemaObject object) {
		if (!key.equals(object.key())) {
			throw new IllegalArgumentException(object.key() + " stands under the key " + key);
		}
	}

	/**
	 * Return the object with a key.
	 * @param key the key
	 * @return the object, or nothing
	 */
	public Optional<SchemaObject> find(ObjectKey key) {
		return Optional.ofNullable(this.objects.get(key));
	}

	/**
	 * Return the table with a name.
	 * @param name the name
	 * @return the table, or nothing
	 */
	public Optional<Table> table(QualifiedName name) {
		return find(ObjectKey.of(ObjectKind.TABLE, name)).map(Table.class::cast);
	}

	/**
	 * Return this schema with an object added, or put in the place of the one with its
	 * key.
	 * @param object the object
	 * @return the schema
	 */
	public Schema with(SchemaObject object) {
		SortedMap<ObjectKey, SchemaObject> changed = new TreeMap<>(this.objects);
		changed.put(object.key(), object);
		return new Schema(changed);
	}

	/**
	 * Return this schema without the object of a key.
	 * @param key the key
	 * @return the schema
	 */
	public Schema without(ObjectKey key) {
		SortedMap<ObjectKey, SchemaObject> changed = new TreeMap<>(this.objects);
		changed.remove(key);
		return new Schema(changed);
	}

	/**
	 * Return the part of this schema whose objects pass a test.
	 * @param test the test
	 * @return the schema
	 */
	public Schema filter(Predicate<? super SchemaObject> test) {
		SortedMap<ObjectKey, SchemaObject> passed = new TreeMap<>();
		this.objects.forEach((key, object) -> {
			if (test.test(object)) {
				passed.put(key, object);
			}
		});
		return new Schema(passed);
	}

	/**
	 * Return this schema without the partitions of partitioned tables: they come and go
	 * with the data and are never compared.
	 * @return the schema
	 */
	public Schema withoutPartitions() {
		return filter((object) -> !(object instanceof Table table && table.isPartition()));
	}

	/**
	 * Return the objects of one kind, in the order of their keys.
	 * @param <T> the kind
	 * @param type the kind
	 * @return the objects
	 */
	public <T extends SchemaObject> List<T> all(Class<T> type) {
		return this.objects.values().stream().filter(type::isInstance).map(type::cast).toList();
	}

	public List<Namespace> namespaces() {
		return all(Namespace.class);
	}

	public List<Table> tables() {
		return all(Table.class);
	}

	public List<Sequence> sequences() {
		return all(Sequence.class);
	}

	public List<EnumType> enumTypes() {
		return all(EnumType.class);
	}

	public List<Domain> domains() {
		return all(Domain.class);
	}

	public List<View> views() {
		return all(View.class);
	}

	public List<Routine> routines() {
		return all(Routine.class);
	}

	public boolean isEmpty() {
		return this.objects.isEmpty();
	}

}

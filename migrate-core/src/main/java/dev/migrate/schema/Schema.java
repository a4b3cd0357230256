package dev.migrate.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
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
		for (Map.Entry<ObjectKey, SchemaObject> entry : objects.entrySet()) {
			demandOwnKey(entry.getKey(), entry.getValue());
		}
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
			ObjectKey key = object.key();
			if (byKey.put(key, object) != null) {
				throw new IllegalArgumentException("two objects with the key " + key);
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
	 * Return whether another schema has an object for each of this one, and no more.
	 * @param other the other schema
	 * @return whether both have the same keys
	 */
	public boolean hasSameKeys(Schema other) {
		if (this.objects.size() != other.objects.size()) {
			return false;
		}
		Iterator<ObjectKey> keys = other.objects.keySet().iterator();
		for (ObjectKey key : this.objects.keySet()) {
			if (!key.equals(keys.next())) {
				return false;
			}
		}
		return true;
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
		for (Map.Entry<ObjectKey, SchemaObject> entry : this.objects.entrySet()) {
			if (test.test(entry.getValue())) {
				passed.put(entry.getKey(), entry.getValue());
			}
		}
		return (passed.size() == this.objects.size()) ? this : new Schema(passed);
	}

	/**
	 * Return this schema without the partitions of partitioned tables: they come and go
	 * with the data and are never compared.
	 * @return the schema
	 */
	public Schema withoutPartitions() {
		for (SchemaObject object : this.objects.values()) {
			if (isPartition(object)) {
				return filter((other) -> !isPartition(other));
			}
		}
		return this;
	}

	private static boolean isPartition(SchemaObject object) {
		return object instanceof Table table && table.isPartition();
	}

	/**
	 * Return the objects of one kind, in the order of their keys.
	 * @param <T> the kind
	 * @param type the kind
	 * @return the objects
	 */
	public <T extends SchemaObject> List<T> all(Class<T> type) {
		List<T> found = new ArrayList<>();
		for (SchemaObject object : this.objects.values()) {
			if (type.isInstance(object)) {
				found.add(type.cast(object));
			}
		}
		return Collections.unmodifiableList(found);
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

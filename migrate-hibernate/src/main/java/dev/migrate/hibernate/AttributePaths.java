package dev.migrate.hibernate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Any;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.IdentifierCollection;
import org.hibernate.mapping.IndexedCollection;
import org.hibernate.mapping.Join;
import org.hibernate.mapping.OneToMany;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.ToOne;
import org.hibernate.mapping.UnionSubclass;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/**
 * Which entity attribute each table and column was made for. Walks the mapping in the
 * order of entity names; where two attributes share a column the first that owns it wins:
 * plain attributes, then owned collections, then inverse ones.
 */
final class AttributePaths {

	private final Map<Table, String> tables = new LinkedHashMap<>();

	private final Map<Table, Map<String, String>> columns = new LinkedHashMap<>();

	private final Map<Table, Map<String, String>> references = new LinkedHashMap<>();

	private final List<Runnable> ownedCollections = new ArrayList<>();

	private final List<Runnable> inverseCollections = new ArrayList<>();

	private final Metadata metadata;

	AttributePaths(Metadata metadata) {
		this.metadata = metadata;
		List<PersistentClass> entities = sorted(metadata);
		// All key columns first: associations name the attributes they refer to.
		entities.forEach(this::walkKey);
		entities.forEach(this::walkAttributes);
		this.ownedCollections.forEach(Runnable::run);
		this.inverseCollections.forEach(Runnable::run);
	}

	/**
	 * Return the entities, those with a table of their own and superclasses first.
	 */
	static List<PersistentClass> sorted(Metadata metadata) {
		List<PersistentClass> entities = new ArrayList<>(metadata.getEntityBindings());
		entities.sort(Comparator.comparing(AttributePaths::depth)
			.thenComparing(AttributePaths::name)
			.thenComparing(PersistentClass::getEntityName));
		return entities;
	}

	private static int depth(PersistentClass entity) {
		int depth = 0;
		for (PersistentClass parent = entity.getSuperclass(); parent != null; parent = parent.getSuperclass()) {
			depth++;
		}
		return depth;
	}

	/**
	 * Return the JPA name of an entity.
	 */
	static String name(PersistentClass entity) {
		String name = entity.getJpaEntityName();
		if (name != null && !name.isEmpty()) {
			return name;
		}
		return entity.getEntityName().substring(entity.getEntityName().lastIndexOf('.') + 1);
	}

	/**
	 * Return the path of a table, or null for one that no entity has (a generator's).
	 */
	@Nullable String of(Table table) {
		return this.tables.get(table);
	}

	/**
	 * Return the path of a column, or null.
	 */
	@Nullable String of(Table table, Column column) {
		Map<String, String> paths = this.columns.get(table);
		return (paths != null) ? paths.get(column.getCanonicalName()) : null;
	}

	/**
	 * Return the path that some columns have in common.
	 * @param table their table
	 * @param columns the columns; those unknown are skipped
	 * @return the association they stand for, else the longest common path, at least that
	 * of the table
	 */
	String common(Table table, List<Column> columns) {
		String reference = reference(table, columns);
		if (reference != null) {
			return reference;
		}
		String common = null;
		for (Column column : columns) {
			String path = of(table, column);
			if (path != null) {
				common = (common == null) ? path : commonPrefix(common, path);
			}
		}
		String owner = this.tables.getOrDefault(table, table.getName());
		return (common == null || common.isEmpty()) ? owner : common;
	}

	private @Nullable String reference(Table table, List<Column> columns) {
		Map<String, String> known = this.references.getOrDefault(table, Map.of());
		String reference = null;
		for (Column column : columns) {
			String path = known.get(column.getCanonicalName());
			if (path == null || (reference != null && !reference.equals(path))) {
				return null;
			}
			reference = path;
		}
		return reference;
	}

	private static String commonPrefix(String one, String other) {
		String[] ones = one.split("\\.");
		String[] others = other.split("\\.");
		List<String> shared = new ArrayList<>();
		for (int i = 0; i < Math.min(ones.length, others.length) && ones[i].equals(others[i]); i++) {
			shared.add(ones[i]);
		}
		return String.join(".", shared);
	}

	void claim(Table table, String path) {
		this.tables.putIfAbsent(table, path);
	}

	void claim(Table table, Column column, String path) {
		this.columns.computeIfAbsent(table, (key) -> new LinkedHashMap<>())
			.putIfAbsent(column.getCanonicalName(), path);
	}

	private void claim(Table table, Value value, String path) {
		columns(value).forEach((column) -> claim(table, column, path));
	}

	/**
	 * Return the columns of a value without its formulas.
	 */
	static List<Column> columns(Value value) {
		List<Column> columns = new ArrayList<>();
		for (Selectable selectable : value.getSelectables()) {
			if (selectable instanceof Column column) {
				columns.add(column);
			}
		}
		return columns;
	}

	private void walkKey(PersistentClass entity) {
		String name = name(entity);
		claim(entity.getTable(), name);
		if (entity instanceof RootClass || entity instanceof UnionSubclass) {
			String declaring = name(entity.getRootClass());
			Property id = entity.getIdentifierProperty();
			Component idClass = entity.getIdentifierMapper();
			if (id != null) {
				walk(entity.getTable(), id.getValue(), declaring + "." + id.getName());
			}
			else if (entity.getIdentifier() instanceof Component key) {
				walkProperties(entity.getTable(), key.getProperties(), declaring);
			}
			if (idClass != null) {
				walkProperties(entity.getTable(), idClass.getProperties(), declaring);
			}
		}
		else if (entity.getKey() != null && !entity.getTable().equals(entity.getSuperclass().getTable())) {
			claimReference(entity.getTable(), columns(entity.getKey()), name, entity.getSuperclass(), name);
		}
	}

	private void walkAttributes(PersistentClass entity) {
		String name = name(entity);
		if (entity.getDiscriminator() != null) {
			claim(entity.getTable(), entity.getDiscriminator(), name(entity.getRootClass()) + ".class");
		}
		walkProperties(entity.getTable(), entity.getUnjoinedProperties(), name);
		if (entity instanceof UnionSubclass) {
			for (PersistentClass parent = entity.getSuperclass(); parent != null; parent = parent.getSuperclass()) {
				walkProperties(entity.getTable(), parent.getUnjoinedProperties(), name(parent));
			}
		}
		for (Join join : entity.getJoins()) {
			String path = join.getProperties()
				.stream()
				.filter((property) -> !property.isSynthetic())
				.map((property) -> name + "." + property.getName())
				.findFirst()
				.orElse(name);
			claim(join.getTable(), path);
			claimReference(join.getTable(), columns(join.getKey()), name, entity, name);
			walkProperties(join.getTable(), join.getProperties(), name);
		}
	}

	private void walkProperties(Table table, List<Property> properties, String prefix) {
		for (Property property : properties) {
			if (!property.isBackRef() && (!property.isSynthetic() || property.getValue() instanceof Component)) {
				walk(table, property.getValue(), property.isSynthetic() ? prefix : prefix + "." + property.getName());
			}
		}
	}

	private void walk(Table table, Value value, String path) {
		if (value instanceof Component component) {
			if (component.getAggregateColumn() != null) {
				claim(table, component.getAggregateColumn(), path);
			}
			if (component.getDiscriminator() != null) {
				claim(table, component.getDiscriminator(), path + ".class");
			}
			walkProperties(table, component.getProperties(), path);
		}
		else if (value instanceof Collection collection) {
			(collection.isInverse() ? this.inverseCollections : this.ownedCollections)
				.add(() -> walkCollection(collection, path));
		}
		else if (value instanceof ToOne toOne) {
			PersistentClass target = this.metadata.getEntityBinding(toOne.getReferencedEntityName());
			claimReference(table, columns(toOne), path, target, null);
		}
		else if (value instanceof Any any) {
			claim(table, any.getDiscriminatorDescriptor(), path + ".class");
			claim(table, any.getKeyDescriptor(), path);
		}
		else {
			claim(table, value, path);
		}
	}

	/**
	 * Claim the columns of a reference: a single one by the path itself, several by the
	 * attributes of the key they refer to.
	 * @param attributesOf the prefix that replaces the target's name even for a single
	 * column (a joined subclass has its own {@code Dog.id}), or null
	 */
	private void claimReference(Table table, List<Column> columns, String path, @Nullable PersistentClass target,
			@Nullable String attributesOf) {
		List<Column> keys = (target != null) ? columns(target.getIdentifier()) : List.of();
		for (int i = 0; i < columns.size(); i++) {
			if (columns.size() > 1) {
				this.references.computeIfAbsent(table, (key) -> new LinkedHashMap<>())
					.putIfAbsent(columns.get(i).getCanonicalName(), path);
			}
			boolean detailed = (columns.size() > 1 || attributesOf != null) && keys.size() == columns.size();
			String attribute = (detailed && target != null) ? of(target.getRootTable(), keys.get(i)) : null;
			int dot = (attribute != null) ? attribute.indexOf('.') : -1;
			claim(table, columns.get(i), (attribute != null && dot > 0) ? path + attribute.substring(dot) : path);
		}
	}

	private void walkCollection(Collection collection, String path) {
		Table table = collection.getCollectionTable();
		if (table == null) {
			return;
		}
		if (!collection.isOneToMany()) {
			claim(table, path);
		}
		claimReference(table, columns(collection.getKey()), path, collection.getOwner(), null);
		if (collection instanceof IndexedCollection indexed && indexed.getIndex() != null) {
			walk(table, indexed.getIndex(), path + (indexed.isMap() ? ".key" : ".index"));
		}
		if (collection instanceof IdentifierCollection identified) {
			claim(table, identified.getIdentifier(), path + ".id");
		}
		if (!(collection.getElement() instanceof OneToMany)) {
			walk(table, collection.getElement(), path + ".element");
		}
	}

}

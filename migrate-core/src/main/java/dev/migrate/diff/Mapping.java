package dev.migrate.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

import dev.migrate.operation.TableConstraint;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexElement;
import dev.migrate.schema.ObjectKey;
import dev.migrate.schema.ObjectKind;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;

/**
 * Which objects were made for which entity attributes. A value; looked up by name in no
 * time that depends on its size.
 */
public final class Mapping {

	/**
	 * The mapping of a schema that no entity asked for.
	 */
	public static final Mapping NONE = new Mapping(List.of());

	private final List<MappedName> names;

	// Never iterated: its order reaches no output.
	private final Map<Key, List<MappedName>> byName = new HashMap<>();

	private final Map<QualifiedName, List<MappedName>> byTable = new HashMap<>();

	/**
	 * Create a mapping.
	 * @param names the objects, in any order
	 */
	public Mapping(Collection<MappedName> names) {
		this.names = List.copyOf(names);
		for (MappedName name : this.names) {
			this.byName.computeIfAbsent(new Key(name.owner(), name.member()), (key) -> new ArrayList<>()).add(name);
			if (name.kind().isConstraint() || name.kind() == MappedName.Kind.INDEX) {
				this.byTable.computeIfAbsent(name.owner(), (key) -> new ArrayList<>()).add(name);
			}
		}
	}

	public List<MappedName> names() {
		return this.names;
	}

	/**
	 * Return the part of this mapping whose tables, columns and other objects a schema
	 * has. Constraints and indexes stay with their table: their names may differ.
	 * @param schema the schema
	 * @return the mapping
	 */
	public Mapping in(Schema schema) {
		return new Mapping(this.names.stream().filter((mapped) -> isIn(schema, mapped)).toList());
	}

	private static boolean isIn(Schema schema, MappedName mapped) {
		QualifiedName owner = mapped.owner();
		return switch (mapped.kind()) {
			case SCHEMA -> schema.namespaces().stream().anyMatch((namespace) -> namespace.name().equals(owner.name()));
			case TYPE -> schema.find(ObjectKey.of(ObjectKind.ENUM_TYPE, owner)).isPresent()
					|| schema.find(ObjectKey.of(ObjectKind.DOMAIN, owner)).isPresent()
					|| schema.find(ObjectKey.of(ObjectKind.COMPOSITE_TYPE, owner)).isPresent();
			case SEQUENCE -> schema.find(ObjectKey.of(ObjectKind.SEQUENCE, owner)).isPresent();
			case VIEW -> schema.find(ObjectKey.of(ObjectKind.VIEW, owner)).isPresent();
			case COLUMN -> schema.table(owner)
				.filter((table) -> table.columns().stream().anyMatch((column) -> column.name().equals(mapped.member())))
				.isPresent();
			case TABLE, CONSTRAINT, PRIMARY_KEY, UNIQUE, CHECK, FOREIGN_KEY, INDEX -> schema.table(owner).isPresent();
		};
	}

	Optional<MappedName> object(MappedName.Kind kind, QualifiedName name) {
		return named(kind, name, "").stream().findFirst();
	}

	Optional<MappedName> column(QualifiedName table, String column) {
		return named(MappedName.Kind.COLUMN, table, column).stream().findFirst();
	}

	SortedSet<String> columnPaths(QualifiedName table, String column) {
		return paths(named(MappedName.Kind.COLUMN, table, column));
	}

	SortedSet<String> paths(MappedName.Kind kind, QualifiedName name) {
		return paths(named(kind, name, ""));
	}

	private List<MappedName> named(MappedName.Kind kind, QualifiedName owner, String member) {
		List<MappedName> found = new ArrayList<>();
		for (MappedName mapped : this.byName.getOrDefault(new Key(owner, member), List.of())) {
			if (mapped.kind() == kind) {
				found.add(mapped);
			}
		}
		return found;
	}

	private static SortedSet<String> paths(List<MappedName> names) {
		SortedSet<String> paths = new TreeSet<>();
		names.forEach((mapped) -> paths.add(mapped.path()));
		return paths;
	}

	Optional<MappedName> constraint(QualifiedName table, TableConstraint constraint) {
		MappedName.Kind kind = switch (constraint.kind()) {
			case PRIMARY_KEY -> MappedName.Kind.PRIMARY_KEY;
			case UNIQUE -> MappedName.Kind.UNIQUE;
			case FOREIGN_KEY -> MappedName.Kind.FOREIGN_KEY;
			case CHECK -> MappedName.Kind.CHECK;
			case EXCLUSION -> MappedName.Kind.CONSTRAINT;
		};
		return partsOf(table).stream()
			.filter((mapped) -> mapped.kind().isConstraint())
			.filter((mapped) -> mapped.member().equals(constraint.name())
					|| (mapped.kind() == kind && !mapped.explicitName() && !mapped.columns().isEmpty()
							&& mapped.columns().equals(constraint.columns())))
			.findFirst();
	}

	Optional<MappedName> index(QualifiedName table, Index index) {
		List<String> columns = new ArrayList<>();
		for (IndexElement element : index.elements()) {
			columns.add((element.column() != null) ? element.column() : "");
		}
		return partsOf(table).stream()
			.filter((mapped) -> mapped.kind() == MappedName.Kind.INDEX)
			.filter((mapped) -> mapped.member().equals(index.name())
					|| (!mapped.explicitName() && !mapped.columns().isEmpty() && mapped.columns().equals(columns)))
			.findFirst();
	}

	private List<MappedName> partsOf(QualifiedName table) {
		return this.byTable.getOrDefault(table, List.of());
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Mapping mapping && mapping.names.equals(this.names);
	}

	@Override
	public int hashCode() {
		return this.names.hashCode();
	}

	@Override
	public String toString() {
		return this.names.toString();
	}

	private record Key(QualifiedName owner, String member) {
	}

}

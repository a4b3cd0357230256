package dev.migrate.diff;

import java.util.ArrayList;
import java.util.List;
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
 * Which objects were made for which entity attributes.
 *
 * @param names the objects, in any order
 */
public record Mapping(List<MappedName> names) {

	/**
	 * The mapping of a schema that no entity asked for.
	 */
	public static final Mapping NONE = new Mapping(List.of());

	public Mapping {
		names = List.copyOf(names);
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
		return this.names.stream()
			.filter((mapped) -> mapped.kind() == kind && mapped.member().isEmpty() && mapped.owner().equals(name))
			.findFirst();
	}

	Optional<MappedName> column(QualifiedName table, String column) {
		return this.names.stream()
			.filter((mapped) -> mapped.kind() == MappedName.Kind.COLUMN && mapped.owner().equals(table)
					&& mapped.member().equals(column))
			.findFirst();
	}

	SortedSet<String> columnPaths(QualifiedName table, String column) {
		SortedSet<String> paths = new TreeSet<>();
		for (MappedName mapped : this.names) {
			if (mapped.kind() == MappedName.Kind.COLUMN && mapped.owner().equals(table)
					&& mapped.member().equals(column)) {
				paths.add(mapped.path());
			}
		}
		return paths;
	}

	SortedSet<String> paths(MappedName.Kind kind, QualifiedName name) {
		SortedSet<String> paths = new TreeSet<>();
		for (MappedName mapped : this.names) {
			if (mapped.kind() == kind && mapped.member().isEmpty() && mapped.owner().equals(name)) {
				paths.add(mapped.path());
			}
		}
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
		return this.names.stream()
			.filter((mapped) -> mapped.owner().equals(table) && mapped.kind().isConstraint())
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
		return this.names.stream()
			.filter((mapped) -> mapped.owner().equals(table) && mapped.kind() == MappedName.Kind.INDEX)
			.filter((mapped) -> mapped.member().equals(index.name())
					|| (!mapped.explicitName() && !mapped.columns().isEmpty() && mapped.columns().equals(columns)))
			.findFirst();
	}

}

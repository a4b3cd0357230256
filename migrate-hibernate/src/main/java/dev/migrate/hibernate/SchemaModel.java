package dev.migrate.hibernate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.hibernate.MappingException;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.AuxiliaryDatabaseObject;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.QualifiedName;
import org.hibernate.boot.model.relational.Sequence;
import org.hibernate.boot.registry.selector.spi.StrategySelector;
import org.hibernate.cfg.SchemaToolingSettings;
import org.hibernate.generator.Generator;
import org.hibernate.id.enhanced.SequenceStyleGenerator;
import org.hibernate.id.enhanced.TableGenerator;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UserDefinedType;
import org.hibernate.tool.schema.internal.DefaultSchemaFilterProvider;
import org.hibernate.tool.schema.spi.SchemaFilter;
import org.hibernate.tool.schema.spi.SchemaFilterProvider;
import org.jspecify.annotations.Nullable;

/**
 * Hibernate's model in the order in which it is written, each part with the attribute it
 * came from. Tidies the model on the way: quotes in comments are escaped, and unique
 * columns become constraints of their own.
 */
final class SchemaModel {

	private final Metadata metadata;

	private final OfflineModel offline;

	private final ServerNames names;

	private final AttributePaths paths;

	private final List<Namespace> namespaces = new ArrayList<>();

	private final List<SchemaTable> tables = new ArrayList<>();

	private final List<Sequence> sequences = new ArrayList<>();

	private final Map<String, String> generatorPaths = new HashMap<>();

	private final Map<String, String> typePaths = new HashMap<>();

	private final SchemaFilter filter;

	SchemaModel(EntityModelRequest request, OfflineModel offline) {
		this.offline = offline;
		this.metadata = offline.metadata();
		this.names = new ServerNames(request, offline.dialect(), offline.sqlContext());
		this.paths = offline.paths();
		this.filter = filter(offline);
		readGenerators();
		for (Namespace namespace : this.metadata.getDatabase().getNamespaces()) {
			if (this.filter.includeNamespace(namespace)) {
				this.namespaces.add(namespace);
				readNamespace(namespace);
			}
		}
		this.tables.sort(Comparator.comparing((SchemaTable table) -> String.valueOf(table.schema()))
			.thenComparing(SchemaTable::name));
		this.sequences.sort(Comparator.comparing((sequence) -> sequence.getName().render()));
		ConstraintReader constraints = new ConstraintReader(request.product(), offline, this.names, this.paths);
		// PostgreSQL names a table's own constraints before those that are added later.
		this.tables.forEach((table) -> constraints.readInto(table));
		tidy();
	}

	private static SchemaFilter filter(OfflineModel offline) {
		Object setting = offline.settings().get(SchemaToolingSettings.HBM2DDL_FILTER_PROVIDER);
		return offline.services()
			.requireService(StrategySelector.class)
			.resolveDefaultableStrategy(SchemaFilterProvider.class, setting, DefaultSchemaFilterProvider.INSTANCE)
			.getCreateFilter();
	}

	private void readGenerators() {
		for (PersistentClass entity : AttributePaths.sorted(this.metadata)) {
			if (entity instanceof RootClass root && root.getIdentifierProperty() != null) {
				Generator generator = root.getIdentifier()
					.createGenerator(this.offline.dialect(), root, root.getIdentifierProperty(),
							this.offline.generatorSettings());
				String path = AttributePaths.name(entity) + "." + entity.getIdentifierProperty().getName();
				if (generator instanceof SequenceStyleGenerator style) {
					this.generatorPaths.putIfAbsent(key(style.getDatabaseStructure().getPhysicalName()), path);
				}
				else if (generator instanceof TableGenerator tableGenerator) {
					String name = tableGenerator.getTableName();
					this.generatorPaths.putIfAbsent(key(name.substring(name.lastIndexOf('.') + 1)), path);
				}
			}
		}
	}

	private static String key(QualifiedName name) {
		return key(name.getObjectName().getText());
	}

	private static String key(String name) {
		return name.replace("\"", "").toLowerCase(Locale.ROOT);
	}

	private void readNamespace(Namespace namespace) {
		for (Table table : namespace.getTables()) {
			if (table.isPhysicalTable() && this.filter.includeTable(table)) {
				this.paths.claim(table, this.generatorPaths.getOrDefault(key(table.getName()), table.getName()));
				String claimed = this.paths.of(table);
				String path = (claimed != null) ? claimed : table.getName();
				// What no attribute has: a generator's columns, a mark of deletion.
				table.getColumns().forEach((column) -> this.paths.claim(table, column, path + "." + column.getName()));
				this.tables.add(new SchemaTable(table, this.names.schemaOf(table), this.names.stored(table), path));
				readTypes(table);
			}
		}
		for (Sequence sequence : namespace.getSequences()) {
			if (this.filter.includeSequence(sequence)) {
				this.sequences.add(sequence);
			}
		}
	}

	private void readTypes(Table table) {
		for (Column column : table.getColumns()) {
			String path = this.paths.of(table, column);
			String type = typeOf(column);
			if (path != null && type != null) {
				this.typePaths.merge(key(type).replace(" array", ""), path,
						(one, other) -> (one.compareTo(other) <= 0) ? one : other);
			}
		}
	}

	private @Nullable String typeOf(Column column) {
		try {
			return column.getSqlType(this.metadata);
		}
		catch (MappingException ex) {
			// Reported with the column, where the user looks for it.
			return null;
		}
	}

	/**
	 * Prepare the model for Hibernate's own exporters. Columns may be shared by several
	 * tables, so this comes after all of them have been read, and does no harm twice.
	 */
	private void tidy() {
		for (SchemaTable schemaTable : this.tables) {
			Table table = schemaTable.table();
			if (table.getComment() != null) {
				table.setComment(escape(table.getComment()));
			}
			for (Column column : table.getColumns()) {
				column.setUnique(false);
				if (column.getComment() != null) {
					column.setComment(escape(column.getComment()));
				}
			}
		}
	}

	/**
	 * Double the single quotes of a comment, which Hibernate doesn't. Pairs stay: their
	 * author knew.
	 */
	static String escape(String comment) {
		return comment.replace("''", "'").replace("'", "''");
	}

	/**
	 * Return the schemas to create, as SQL, each once.
	 */
	List<String> schemaSql() {
		Set<String> schemas = new LinkedHashSet<>();
		for (Namespace namespace : this.namespaces) {
			Identifier schema = this.offline.sqlContext().schemaWithDefault(namespace.getPhysicalName().schema());
			if (schema != null) {
				schemas.add(schema.render(this.offline.dialect()));
			}
		}
		return schemas.stream().sorted().toList();
	}

	List<Namespace> namespaces() {
		return this.namespaces;
	}

	List<SchemaTable> tables() {
		return this.tables;
	}

	List<Sequence> sequences() {
		return this.sequences;
	}

	ServerNames names() {
		return this.names;
	}

	AttributePaths paths() {
		return this.paths;
	}

	String pathOf(Sequence sequence) {
		String name = sequence.getName().getObjectName().getText();
		return this.generatorPaths.getOrDefault(key(name), name);
	}

	String pathOf(UserDefinedType type) {
		return this.typePaths.getOrDefault(key(type.getName()), type.getName());
	}

	/**
	 * Return the attribute whose type an auxiliary object makes, else its own name.
	 */
	String pathOf(AuxiliaryDatabaseObject object) {
		String name = nameOf(object);
		return this.typePaths.getOrDefault(key(name), name);
	}

	static String nameOf(AuxiliaryDatabaseObject object) {
		String identifier = object.getExportIdentifier();
		return identifier.substring(identifier.lastIndexOf('.') + 1);
	}

	/**
	 * Return whether an auxiliary object makes the type of some attribute.
	 */
	boolean isType(AuxiliaryDatabaseObject object) {
		return this.typePaths.containsKey(key(nameOf(object)));
	}

}

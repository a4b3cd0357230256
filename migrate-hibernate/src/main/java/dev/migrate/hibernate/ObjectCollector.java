package dev.migrate.hibernate;

import java.util.ArrayList;
import java.util.List;

import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.AuxiliaryDatabaseObject;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.Sequence;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.UserDefinedType;
import org.jspecify.annotations.Nullable;

import dev.migrate.hibernate.MappedObject.Kind;

/**
 * Lists every object of the model with its attribute.
 */
final class ObjectCollector {

	private final OfflineModel offline;

	private final SchemaModel model;

	private final ServerNames names;

	private final InitialValues initialValues;

	private final List<MappedObject> objects = new ArrayList<>();

	ObjectCollector(OfflineModel offline, SchemaModel model) {
		this.offline = offline;
		this.model = model;
		this.names = model.names();
		this.initialValues = new InitialValues(offline);
	}

	List<MappedObject> collect() {
		for (String schema : this.model.schemaSql()) {
			String name = this.names.stored(Identifier.toIdentifier(schema));
			add(Kind.SCHEMA, name, null, name, pathOf(name));
		}
		collectTypes();
		for (Sequence sequence : this.model.sequences()) {
			add(Kind.SEQUENCE, this.names.schemaOf(sequence.getName()), null,
					this.names.stored(sequence.getName().getObjectName()), this.model.pathOf(sequence));
		}
		this.model.tables().forEach(this::collectTable);
		return this.objects;
	}

	/** A schema is there for the first entity that lives in it. */
	private String pathOf(String schema) {
		return this.model.tables()
			.stream()
			.filter((table) -> schema.equals(table.schema()) && !table.path().isEmpty())
			.map(SchemaTable::path)
			.findFirst()
			.orElse(schema);
	}

	private void collectTypes() {
		for (AuxiliaryDatabaseObject object : this.offline.metadata().getDatabase().getAuxiliaryDatabaseObjects()) {
			if (object.appliesToDialect(this.offline.dialect()) && this.model.isType(object)) {
				add(Kind.TYPE, null, null, this.names.stored(SchemaModel.nameOf(object), false),
						this.model.pathOf(object));
			}
		}
		for (Namespace namespace : this.model.namespaces()) {
			for (UserDefinedType type : namespace.getDependencyOrderedUserDefinedTypes()) {
				add(Kind.TYPE, null, null, this.names.stored(type.getName(), false), this.model.pathOf(type));
			}
		}
	}

	private void collectTable(SchemaTable table) {
		add(table.isView() ? Kind.VIEW : Kind.TABLE, table.schema(), table.name(), table.name(), table.path());
		for (Column column : table.table().getColumns()) {
			String path = this.model.paths().of(table.table(), column);
			this.objects.add(new MappedObject(Kind.COLUMN, table.schema(), table.name(), this.names.stored(column),
					List.of(), (path != null) ? path : table.path(), true, this.initialValues.of(table.table(), column),
					EnumConstants.of(column)));
		}
		if (table.isView()) {
			return;
		}
		SchemaConstraint primaryKey = table.primaryKey();
		if (primaryKey != null) {
			add(table, primaryKey);
		}
		table.uniques().forEach((constraint) -> add(table, constraint));
		table.checks().forEach((constraint) -> add(table, constraint));
		table.indexes().forEach((constraint) -> add(table, constraint));
		table.foreignKeys().forEach((constraint) -> add(table, constraint));
	}

	private void add(SchemaTable table, SchemaConstraint constraint) {
		this.objects.add(new MappedObject(constraint.kind(), table.schema(), table.name(), constraint.name(),
				constraint.columns(), constraint.path(), constraint.explicitName(), null, List.of()));
	}

	private void add(Kind kind, @Nullable String schema, @Nullable String table, String name, String path) {
		this.objects.add(new MappedObject(kind, schema, table, name, List.of(), path, true, null, List.of()));
	}

}

package dev.migrate.hibernate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.AuxiliaryDatabaseObject;
import org.hibernate.boot.model.relational.InitCommand;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.Sequence;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UserDefinedType;

/**
 * Writes the statements that create the model in an empty database. Tables, types and
 * sequences are in Hibernate's own words; constraints and indexes are written here, so
 * that none carries a hash for a name.
 */
final class DdlWriter {

	private final Metadata metadata;

	private final Dialect dialect;

	private final SqlStringGenerationContext context;

	private final SchemaModel model;

	private final List<EntityStatement> statements = new ArrayList<>();

	DdlWriter(OfflineModel offline, SchemaModel model) {
		this.metadata = offline.metadata();
		this.dialect = offline.dialect();
		this.context = offline.sqlContext();
		this.model = model;
	}

	List<EntityStatement> write() {
		writeSchemas();
		writeAuxiliary(true);
		writeTypes();
		writeSequences();
		for (SchemaTable table : this.model.tables()) {
			if (!table.isView()) {
				writeTable(table);
			}
		}
		for (SchemaTable table : this.model.tables()) {
			if (table.isView()) {
				writeTable(table);
			}
		}
		this.model.tables().forEach((table) -> table.indexes().forEach(this::writeConstraint));
		this.model.tables().forEach((table) -> table.uniques().forEach(this::writeConstraint));
		this.model.tables().forEach((table) -> table.foreignKeys().forEach(this::writeConstraint));
		writeAuxiliary(false);
		for (InitCommand command : this.metadata.getDatabase().getInitCommands()) {
			add("", command.initCommands());
		}
		return this.statements;
	}

	private void writeSchemas() {
		for (String schema : this.model.schemaSql()) {
			add("", "create schema if not exists " + schema);
		}
	}

	private void writeAuxiliary(boolean beforeTables) {
		Set<String> written = new LinkedHashSet<>();
		for (AuxiliaryDatabaseObject object : this.metadata.getDatabase().getAuxiliaryDatabaseObjects()) {
			if (object.beforeTablesOnCreation() == beforeTables && object.appliesToDialect(this.dialect)
					&& written.add(object.getExportIdentifier())) {
				add(this.model.pathOf(object), this.dialect.getAuxiliaryDatabaseObjectExporter()
					.getSqlCreateStrings(object, this.metadata, this.context));
			}
		}
	}

	private void writeTypes() {
		for (Namespace namespace : this.model.namespaces()) {
			for (UserDefinedType type : namespace.getDependencyOrderedUserDefinedTypes()) {
				add(this.model.pathOf(type), this.dialect.getUserDefinedTypeExporter()
					.getSqlCreateStrings(type, this.metadata, this.context));
			}
		}
	}

	private void writeSequences() {
		for (Sequence sequence : this.model.sequences()) {
			add(this.model.pathOf(sequence),
					this.dialect.getSequenceExporter().getSqlCreateStrings(sequence, this.metadata, this.context));
		}
	}

	private void writeTable(SchemaTable schemaTable) {
		if (schemaTable.isBroken()) {
			return;
		}
		Table table = schemaTable.table();
		schemaTable.applyNames();
		String[] sql = this.dialect.getTableExporter().getSqlCreateStrings(table, this.metadata, this.context);
		schemaTable.takeNamesBack();
		String uniques = this.dialect.getUniqueDelegate()
			.getTableCreationUniqueConstraintsFragment(table, this.context);
		if (!uniques.isEmpty()) {
			int at = sql[0].lastIndexOf(uniques);
			sql[0] = sql[0].substring(0, at) + sql[0].substring(at + uniques.length());
		}
		// A generator's rows come in the order of a hash map.
		int rows = Math.max(1,
				sql.length - table.getInitCommands(this.context)
					.stream()
					.mapToInt((command) -> command.initCommands().length)
					.sum());
		Arrays.sort(sql, rows, sql.length);
		add(schemaTable.path(), sql);
	}

	private void writeConstraint(SchemaConstraint constraint) {
		if (constraint.sql() != null) {
			add(constraint.path(), constraint.sql());
		}
	}

	private void add(String path, String... sql) {
		for (String statement : sql) {
			if (!statement.isBlank()) {
				this.statements.add(new EntityStatement(statement, path));
			}
		}
	}

}

package dev.migrate.hibernate;

import java.util.ArrayList;
import java.util.List;

import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.PrimaryKey;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;
import org.jspecify.annotations.Nullable;

/**
 * A table or view of the model with its constraints. Hibernate shares columns and keys
 * between the tables of a union hierarchy, so names that differ by table are put in only
 * while that table is written.
 */
final class SchemaTable {

	private final Table table;

	private final String name;

	private final @Nullable String schema;

	private final String path;

	private final List<SchemaConstraint> checks = new ArrayList<>();

	private final List<SchemaConstraint> uniques = new ArrayList<>();

	private final List<SchemaConstraint> indexes = new ArrayList<>();

	private final List<SchemaConstraint> foreignKeys = new ArrayList<>();

	private final List<NamedCheck> namedChecks = new ArrayList<>();

	private @Nullable SchemaConstraint primaryKey;

	private @Nullable UniqueKey primaryKeyName;

	private boolean broken;

	SchemaTable(Table table, @Nullable String schema, String name, String path) {
		this.table = table;
		this.schema = schema;
		this.name = name;
		this.path = path;
	}

	Table table() {
		return this.table;
	}

	@Nullable String schema() {
		return this.schema;
	}

	String name() {
		return this.name;
	}

	String path() {
		return this.path;
	}

	boolean isView() {
		return this.table.isView();
	}

	/**
	 * Return whether no statement can be written for it.
	 */
	boolean isBroken() {
		return this.broken;
	}

	void markBroken() {
		this.broken = true;
	}

	@Nullable SchemaConstraint primaryKey() {
		return this.primaryKey;
	}

	void setPrimaryKey(SchemaConstraint primaryKey) {
		this.primaryKey = primaryKey;
	}

	List<SchemaConstraint> checks() {
		return this.checks;
	}

	List<SchemaConstraint> uniques() {
		return this.uniques;
	}

	List<SchemaConstraint> indexes() {
		return this.indexes;
	}

	List<SchemaConstraint> foreignKeys() {
		return this.foreignKeys;
	}

	void nameCheck(CheckConstraint check, String name) {
		this.namedChecks.add(new NamedCheck(check, name));
	}

	void namePrimaryKey(String name) {
		this.primaryKeyName = new UniqueKey(this.table);
		this.primaryKeyName.setName(name);
		this.primaryKeyName.setNameExplicit(true);
	}

	void applyNames() {
		this.namedChecks.forEach((named) -> named.check().setName(named.name()));
		PrimaryKey key = this.table.getPrimaryKey();
		if (key != null && this.primaryKeyName != null) {
			key.setOrderingUniqueKey(this.primaryKeyName);
		}
	}

	@SuppressWarnings("NullAway") // null says "unnamed" to Hibernate
	void takeNamesBack() {
		this.namedChecks.forEach((named) -> named.check().setName(null));
		PrimaryKey key = this.table.getPrimaryKey();
		if (key != null && this.primaryKeyName != null) {
			key.setOrderingUniqueKey(null);
		}
	}

	private record NamedCheck(CheckConstraint check, String name) {
	}

}

package dev.migrate.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableOptions;
import dev.migrate.schema.UniqueConstraint;
import dev.migrate.schema.View;
import org.jspecify.annotations.Nullable;

/**
 * A table, view or sequence while its parts arrive.
 */
final class RelationDraft {

	private final QualifiedName name;

	private final String kind;

	private final TableOptions options;

	private final @Nullable String definition;

	private final List<String> viewOptions;

	private final @Nullable String comment;

	private final ColumnDrafts columns = new ColumnDrafts();

	private final List<UniqueConstraint> uniqueConstraints = new ArrayList<>();

	private final List<Index> indexes = new ArrayList<>();

	private final List<ForeignKey> foreignKeys = new ArrayList<>();

	private final List<Check> checks = new ArrayList<>();

	private final List<Exclusion> exclusions = new ArrayList<>();

	private final SortedSet<QualifiedName> uses = new TreeSet<>();

	private @Nullable PrimaryKey primaryKey;

	RelationDraft(QualifiedName name, String kind, TableOptions options, @Nullable String definition,
			List<String> viewOptions, @Nullable String comment) {
		this.name = name;
		this.kind = kind;
		this.options = options;
		this.definition = definition;
		this.viewOptions = viewOptions;
		this.comment = comment;
	}

	boolean isTable() {
		return this.kind.equals("r") || this.kind.equals("p");
	}

	boolean isView() {
		return this.kind.equals("v") || this.kind.equals("m");
	}

	QualifiedName name() {
		return this.name;
	}

	TableOptions options() {
		return this.options;
	}

	@Nullable String comment() {
		return this.comment;
	}

	ColumnDrafts columns() {
		return this.columns;
	}

	void setPrimaryKey(PrimaryKey primaryKey) {
		this.primaryKey = primaryKey;
	}

	List<UniqueConstraint> uniqueConstraints() {
		return this.uniqueConstraints;
	}

	List<Index> indexes() {
		return this.indexes;
	}

	List<ForeignKey> foreignKeys() {
		return this.foreignKeys;
	}

	List<Check> checks() {
		return this.checks;
	}

	List<Exclusion> exclusions() {
		return this.exclusions;
	}

	SortedSet<QualifiedName> uses() {
		return this.uses;
	}

	Table table() {
		return new Table(this.name, this.columns.list(), this.primaryKey, this.uniqueConstraints, this.indexes,
				this.foreignKeys, this.checks, this.exclusions, this.options, this.comment);
	}

	View view() {
		SortedMap<String, String> columnComments = new TreeMap<>();
		for (Column column : this.columns.list()) {
			String text = column.comment();
			if (text != null) {
				columnComments.put(column.name(), text);
			}
		}
		String query = Objects.requireNonNull(this.definition, "a view's query").strip();
		return new View(this.name, this.kind.equals("m"),
				query.endsWith(";") ? query.substring(0, query.length() - 1) : query, this.viewOptions, this.indexes,
				this.uses, columnComments, this.comment);
	}

}

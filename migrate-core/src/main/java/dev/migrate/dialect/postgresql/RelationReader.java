package dev.migrate.dialect.postgresql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrate.dialect.CatalogRow;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnName;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generated;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.SchemaScope;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SequenceOptions;
import dev.migrate.schema.TableOptions;
import dev.migrate.schema.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * Puts the rows of {@link RelationQueries} together: they arrive by kind and refer to
 * each other by oid.
 */
final class RelationReader implements CatalogReader {

	private final SchemaScope scope;

	private final Map<Long, RelationDraft> relations = new LinkedHashMap<>();

	private final Map<Long, ColumnDrafts> otherColumns = new HashMap<>();

	private final Map<Long, List<Check>> domainChecks = new HashMap<>();

	private final Map<String, ColumnType> types = new HashMap<>();

	private final IndexReader indexes = new IndexReader(this);

	private final List<Sequence> sequences = new ArrayList<>();

	private long columnsOf;

	private ColumnDrafts columns = new ColumnDrafts();

	RelationReader(SchemaScope scope) {
		this.scope = scope;
	}

	@Override
	public List<String> queries() {
		return List.of(RelationQueries.RELATIONS, RelationQueries.COLUMNS, RelationQueries.SEQUENCES,
				RelationQueries.CONSTRAINTS, RelationQueries.INDEXES, RelationQueries.VIEW_USES);
	}

	@Override
	public void read(String query, CatalogRow row) throws SQLException {
		switch (query) {
			case RelationQueries.RELATIONS -> readRelation(row);
			case RelationQueries.COLUMNS -> readColumn(row);
			case RelationQueries.SEQUENCES -> readSequence(row);
			case RelationQueries.CONSTRAINTS -> readConstraint(row);
			case RelationQueries.INDEXES -> this.indexes.read(row);
			default -> readViewUse(row);
		}
	}

	/**
	 * Return the tables, views and sequences, when all rows are read.
	 */
	List<SchemaObject> objects() {
		this.indexes.finish();
		List<SchemaObject> objects = new ArrayList<>(this.sequences);
		for (RelationDraft draft : this.relations.values()) {
			if (draft.isTable()) {
				objects.add(draft.table());
			}
			else if (draft.isView()) {
				objects.add(draft.view());
			}
		}
		return objects;
	}

	/**
	 * Return the columns of a relation or composite type, in physical order.
	 */
	List<Column> columnsOf(long relation) {
		return columns(relation).list();
	}

	List<Check> checksOfDomain(long domain) {
		return this.domainChecks.getOrDefault(domain, List.of());
	}

	@Nullable RelationDraft draft(long oid) {
		return this.relations.get(oid);
	}

	/**
	 * Composite types, and what is left out but referred to, have no draft.
	 */
	private ColumnDrafts columns(long relation) {
		RelationDraft draft = this.relations.get(relation);
		return (draft != null) ? draft.columns()
				: this.otherColumns.computeIfAbsent(relation, (oid) -> new ColumnDrafts());
	}

	private static List<String> names(ColumnDrafts columns, List<Integer> positions) {
		if (positions.size() == 1) {
			return List.of(columns.name(positions.get(0)));
		}
		List<String> names = new ArrayList<>(positions.size());
		for (int position : positions) {
			names.add(columns.name(position));
		}
		return names;
	}

	private void readRelation(CatalogRow row) throws SQLException {
		QualifiedName name = new QualifiedName(row.text("schema"), row.text("name"));
		if (this.scope.leftOut().contains(name)) {
			return;
		}
		List<QualifiedName> parents = new ArrayList<>();
		List<String> schemas = row.texts("parent_schemas");
		List<String> names = row.texts("parent_names");
		for (int parent = 0; parent < names.size(); parent++) {
			parents.add(new QualifiedName(schemas.get(parent), names.get(parent)));
		}
		boolean partition = row.flag("partition") && !parents.isEmpty();
		TableOptions options = new TableOptions(row.flag("unlogged"), row.flag("row_security"),
				row.flag("force_row_security"), partition ? List.of() : parents, row.optional("partition_key"),
				partition ? parents.get(0) : null, row.optional("partition_bound"));
		this.relations.put(row.number("oid"), new RelationDraft(name, row.text("kind"), options,
				row.optional("definition"), row.texts("options"), row.optional("comment")));
	}

	private void readColumn(CatalogRow row) throws SQLException {
		String expression = row.optional("default_expression");
		String generated = row.optional("generated");
		Generated generation = (generated == null || expression == null) ? null
				: new Generated(expression, generated.equals("s"));
		Column column = new Column(row.text("name"), type(row), row.flag("nullable"), row.optional("collation"),
				(generation != null) ? null : expression, null, generation, row.optional("comment"));
		long relation = row.number("relation");
		if (relation != this.columnsOf) {
			this.columnsOf = relation;
			this.columns = columns(relation);
		}
		this.columns.put((int) row.number("position"), column, "a".equals(row.optional("identity")));
	}

	private ColumnType type(CatalogRow row) throws SQLException {
		String sql = row.text("type");
		String schema = row.optional("type_schema");
		if (schema != null) {
			return new ColumnType(sql, new QualifiedName(schema, row.text("type_name")));
		}
		ColumnType type = this.types.get(sql);
		if (type == null) {
			type = new ColumnType(sql, null);
			this.types.put(sql, type);
		}
		return type;
	}

	private void readSequence(CatalogRow row) throws SQLException {
		RelationDraft draft = this.relations.get(row.number("oid"));
		if (draft == null) {
			return;
		}
		SequenceOptions options = new SequenceOptions(row.text("type"), row.number("start"), row.number("increment"),
				row.number("minimum"), row.number("maximum"), row.number("cache"), row.flag("cycle"));
		String ownerTable = row.optional("owner_table");
		QualifiedName owner = (ownerTable != null) ? new QualifiedName(row.text("owner_schema"), ownerTable) : null;
		if (row.flag("identity")) {
			columns(row.number("owner")).identify((int) row.number("owner_position"), options);
		}
		else if (owner == null || !this.scope.leftOut().contains(owner)) {
			ColumnName ownedBy = (owner != null) ? new ColumnName(owner, row.text("owner_column")) : null;
			this.sequences
				.add(new Sequence(draft.name(), options, ownedBy, draft.options().unlogged(), draft.comment()));
		}
	}

	private void readConstraint(CatalogRow row) throws SQLException {
		long relation = row.number("relation");
		RelationDraft draft = this.relations.get(relation);
		String name = row.text("name");
		String comment = row.optional("comment");
		String definition = row.optional("definition");
		if (relation == 0) {
			this.domainChecks.computeIfAbsent(row.number("domain"), (oid) -> new ArrayList<>())
				.add(new Check(name, row.text("expression"), false, ConstraintWords.validity(row), comment));
		}
		else if (draft == null) {
			return;
		}
		else if (definition != null) {
			draft.exclusions().add(new Exclusion(name, definition, comment));
		}
		else {
			ColumnDrafts columns = draft.columns();
			List<String> keys = names(columns, row.numbers("columns"));
			switch (row.text("kind")) {
				case "p" -> draft.setPrimaryKey(new PrimaryKey(name, keys, names(columns, row.numbers("include")),
						ConstraintWords.deferral(row), comment));
				case "u" -> draft.uniqueConstraints()
					.add(new UniqueConstraint(name, keys, names(columns, row.numbers("include")),
							row.flag("nulls_not_distinct"), ConstraintWords.deferral(row), comment));
				case "f" -> readForeignKey(row, draft, keys);
				default -> draft.checks()
					.add(new Check(name, row.text("expression"), row.flag("no_inherit"), ConstraintWords.validity(row),
							comment));
			}
		}
	}

	private void readForeignKey(CatalogRow row, RelationDraft draft, List<String> keys) throws SQLException {
		List<String> farColumns = row.texts("far_columns");
		List<String> targetColumns = farColumns.isEmpty()
				? names(columns(row.number("target")), row.numbers("target_columns")) : farColumns;
		draft.foreignKeys()
			.add(new ForeignKey(row.text("name"), keys,
					new QualifiedName(row.text("target_schema"), row.text("target_table")), targetColumns,
					ConstraintWords.action(row.text("on_delete")), ConstraintWords.action(row.text("on_update")),
					names(draft.columns(), row.numbers("on_delete_columns")), row.flag("match_full"),
					ConstraintWords.deferral(row), ConstraintWords.validity(row), row.optional("comment")));
	}

	private void readViewUse(CatalogRow row) throws SQLException {
		RelationDraft draft = this.relations.get(row.number("relation"));
		if (draft != null) {
			draft.uses().add(new QualifiedName(row.text("schema"), row.text("name")));
		}
	}

}

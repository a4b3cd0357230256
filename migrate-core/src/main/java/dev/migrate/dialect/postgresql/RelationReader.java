package dev.migrate.dialect.postgresql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.migrate.dialect.CatalogRow;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnName;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
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
final class RelationReader {

	private final SchemaScope scope;

	private final Map<Long, RelationDraft> relations = new LinkedHashMap<>();

	private final Map<Long, Map<Integer, ColumnDraft>> columns = new HashMap<>();

	private final Map<Long, List<Check>> domainChecks = new HashMap<>();

	private final IndexReader indexes = new IndexReader(this::draft, this::columnName);

	private final List<Sequence> sequences = new ArrayList<>();

	RelationReader(SchemaScope scope) {
		this.scope = scope;
	}

	List<CatalogQuery> queries() {
		return List.of(new CatalogQuery(RelationQueries.RELATIONS, this::readRelation),
				new CatalogQuery(RelationQueries.COLUMNS, this::readColumn),
				new CatalogQuery(RelationQueries.SEQUENCES, this::readSequence),
				new CatalogQuery(RelationQueries.CONSTRAINTS, this::readConstraint),
				new CatalogQuery(RelationQueries.INDEXES, this.indexes::read),
				new CatalogQuery(RelationQueries.VIEW_USES, this::readViewUse));
	}

	/**
	 * Return the tables, views and sequences, when all rows are read.
	 */
	List<SchemaObject> objects() {
		this.indexes.finish();
		List<SchemaObject> objects = new ArrayList<>(this.sequences);
		this.relations.forEach((oid, draft) -> {
			if (draft.isTable()) {
				objects.add(draft.table(columnsOf(oid)));
			}
			else if (draft.isView()) {
				objects.add(draft.view(columnsOf(oid)));
			}
		});
		return objects;
	}

	/**
	 * Return the columns of a relation or composite type, in physical order.
	 */
	List<Column> columnsOf(long relation) {
		return this.columns.getOrDefault(relation, Map.of()).values().stream().map(ColumnDraft::column).toList();
	}

	List<Check> checksOfDomain(long domain) {
		return this.domainChecks.getOrDefault(domain, List.of());
	}

	private @Nullable RelationDraft draft(long oid) {
		return this.relations.get(oid);
	}

	private String columnName(long relation, int position) {
		ColumnDraft column = this.columns.getOrDefault(relation, Map.of()).get(position);
		return Objects.requireNonNull(column, "a column that the catalogue refers to").column().name();
	}

	private List<String> columnNames(long relation, List<Integer> positions) {
		return positions.stream().map((position) -> columnName(relation, position)).toList();
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
		String typeSchema = row.optional("type_schema");
		QualifiedName definedBy = (typeSchema != null) ? new QualifiedName(typeSchema, row.text("type_name")) : null;
		String expression = row.optional("default_expression");
		String generated = row.text("generated");
		Generated generation = (generated.isEmpty() || expression == null) ? null
				: new Generated(expression, generated.equals("s"));
		Column column = new Column(row.text("name"), new ColumnType(row.text("type"), definedBy), row.flag("nullable"),
				row.optional("collation"), (generation != null) ? null : expression, null, generation,
				row.optional("comment"));
		this.columns.computeIfAbsent(row.number("relation"), (oid) -> new LinkedHashMap<>())
			.put((int) row.number("position"), new ColumnDraft(column, row.text("identity").equals("a")));
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
			ColumnDraft column = this.columns.getOrDefault(row.number("owner"), Map.of())
				.get((int) row.number("owner_position"));
			if (column != null) {
				column.identify(options);
			}
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
			List<String> keys = columnNames(relation, row.numbers("columns"));
			switch (row.text("kind")) {
				case "p" -> draft.setPrimaryKey(new PrimaryKey(name, keys,
						columnNames(relation, row.numbers("include")), ConstraintWords.deferral(row), comment));
				case "u" -> draft.uniqueConstraints()
					.add(new UniqueConstraint(name, keys, columnNames(relation, row.numbers("include")),
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
				? columnNames(row.number("target"), row.numbers("target_columns")) : farColumns;
		draft.foreignKeys()
			.add(new ForeignKey(row.text("name"), keys,
					new QualifiedName(row.text("target_schema"), row.text("target_table")), targetColumns,
					ConstraintWords.action(row.text("on_delete")), ConstraintWords.action(row.text("on_update")),
					columnNames(row.number("relation"), row.numbers("on_delete_columns")), row.flag("match_full"),
					ConstraintWords.deferral(row), ConstraintWords.validity(row), row.optional("comment")));
	}

	private void readViewUse(CatalogRow row) throws SQLException {
		RelationDraft draft = this.relations.get(row.number("relation"));
		if (draft != null) {
			draft.uses().add(new QualifiedName(row.text("schema"), row.text("name")));
		}
	}

	/**
	 * A column whose identity's sequence is still to come.
	 */
	private static final class ColumnDraft {

		private final boolean always;

		private Column column;

		ColumnDraft(Column column, boolean always) {
			this.column = column;
			this.always = always;
		}

		void identify(SequenceOptions options) {
			this.column = this.column.withIdentity(new Identity(this.always, options));
		}

		Column column() {
			return this.column;
		}

	}

}

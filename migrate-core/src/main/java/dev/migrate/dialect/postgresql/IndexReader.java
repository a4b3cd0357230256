package dev.migrate.dialect.postgresql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

import dev.migrate.dialect.CatalogRow;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexElement;
import org.jspecify.annotations.Nullable;

/**
 * Puts the rows of {@link RelationQueries#INDEXES} together: one for each element.
 */
final class IndexReader {

	// pg_index.indoption
	private static final long DESCENDING = 1;

	private static final long NULLS_FIRST = 2;

	private final LongFunction<@Nullable RelationDraft> relations;

	private final ColumnNames columnNames;

	private final Map<Long, IndexDraft> drafts = new LinkedHashMap<>();

	IndexReader(LongFunction<@Nullable RelationDraft> relations, ColumnNames columnNames) {
		this.relations = relations;
		this.columnNames = columnNames;
	}

	void read(CatalogRow row) throws SQLException {
		long relation = row.number("relation");
		RelationDraft owner = this.relations.apply(relation);
		if (owner == null) {
			return;
		}
		long oid = row.number("oid");
		IndexDraft draft = this.drafts.get(oid);
		if (draft == null) {
			draft = new IndexDraft(owner,
					new Index(row.text("name"), row.flag("unique"), row.text("method"), List.of(), List.of(),
							row.optional("predicate"), row.flag("nulls_not_distinct"), row.flag("valid"),
							row.optional("comment")),
					new ArrayList<>(), new ArrayList<>());
			this.drafts.put(oid, draft);
		}
		int position = (int) row.number("position");
		String column = (position != 0) ? this.columnNames.name(relation, position) : null;
		if (row.flag("include") && column != null) {
			draft.include().add(column);
		}
		else {
			draft.elements().add(element(row, column));
		}
	}

	private static IndexElement element(CatalogRow row, @Nullable String column) throws SQLException {
		long options = row.number("options");
		String classOptions = row.optional("class_options");
		String operatorClass = (classOptions != null) ? row.text("any_operator_class") + " (" + classOptions + ")"
				: row.optional("operator_class");
		return new IndexElement(column, row.optional("expression"), (options & DESCENDING) != 0,
				(options & NULLS_FIRST) != 0, operatorClass, row.optional("collation"));
	}

	/**
	 * Give every index to its relation, when all rows are read.
	 */
	void finish() {
		for (IndexDraft draft : this.drafts.values()) {
			Index plain = draft.plain();
			draft.owner()
				.indexes()
				.add(new Index(plain.name(), plain.unique(), plain.method(), draft.elements(), draft.include(),
						plain.predicate(), plain.nullsNotDistinct(), plain.valid(), plain.comment()));
		}
		this.drafts.clear();
	}

	/**
	 * Knows columns by their number.
	 */
	@FunctionalInterface
	interface ColumnNames {

		String name(long relation, int position);

	}

	private record IndexDraft(RelationDraft owner, Index plain, List<IndexElement> elements, List<String> include) {
	}

}

package dev.migrate.dialect.postgresql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

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

	private final RelationReader relations;

	private @Nullable IndexDraft draft;

	IndexReader(RelationReader relations) {
		this.relations = relations;
	}

	void read(CatalogRow row) throws SQLException {
		long relation = row.number("relation");
		RelationDraft owner = this.relations.draft(relation);
		if (owner == null) {
			return;
		}
		long oid = row.number("oid");
		IndexDraft current = this.draft;
		if (current == null || current.oid() != oid) {
			finish();
			current = new IndexDraft(oid, owner,
					new Index(row.text("name"), row.flag("unique"), row.text("method"), List.of(), List.of(),
							row.optional("predicate"), row.flag("nulls_not_distinct"), row.flag("valid"),
							row.optional("comment")),
					new ArrayList<>(), new ArrayList<>());
			this.draft = current;
		}
		int position = (int) row.number("position");
		String column = (position != 0) ? owner.columns().name(position) : null;
		if (row.flag("include") && column != null) {
			current.include().add(column);
		}
		else {
			current.elements().add(element(row, column));
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
	 * Give the index whose rows came last to its relation.
	 */
	void finish() {
		IndexDraft last = this.draft;
		if (last != null) {
			Index plain = last.plain();
			last.owner()
				.indexes()
				.add(new Index(plain.name(), plain.unique(), plain.method(), last.elements(), last.include(),
						plain.predicate(), plain.nullsNotDistinct(), plain.valid(), plain.comment()));
			this.draft = null;
		}
	}

	private record IndexDraft(long oid, RelationDraft owner, Index plain, List<IndexElement> elements,
			List<String> include) {
	}

}

package dev.migrate.generate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.migrate.dialect.Renderer;
import dev.migrate.diff.MappedName;
import dev.migrate.diff.Mapping;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnName;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;

/**
 * New sequences for the keys of tables that are there already: they go on after the keys
 * that are taken, or each would be given a second time.
 */
final class TakenNumbers {

	private static final Set<String> COUNTED = Set.of("smallint", "integer", "bigint");

	private final Renderer renderer;

	TakenNumbers(Renderer renderer) {
		this.renderer = renderer;
	}

	/**
	 * Return what moves the sequences on that operations create.
	 * @param operations the operations
	 * @param mapping which attribute a sequence and a column were made for
	 * @param schema what there is after the operations
	 */
	List<Operation> of(List<Operation> operations, Mapping mapping, Schema schema) {
		Set<QualifiedName> created = new HashSet<>();
		for (Operation operation : operations) {
			if (operation instanceof CreateTable create) {
				created.add(create.table().name());
			}
		}
		List<Operation> moves = new ArrayList<>();
		for (Operation operation : operations) {
			if (operation instanceof CreateSequence create && create.sequence().options().increment() > 0) {
				Sequence sequence = create.sequence();
				List<ColumnName> columns = new ArrayList<>(columns(sequence.name(), mapping, schema));
				columns.removeIf((column) -> created.contains(column.table()));
				if (!columns.isEmpty()) {
					moves.add(new ExecuteSql(this.renderer.moveBeyond(sequence, columns), null));
				}
			}
		}
		return moves;
	}

	private static List<ColumnName> columns(QualifiedName sequence, Mapping mapping, Schema schema) {
		Set<String> paths = new HashSet<>();
		for (MappedName name : mapping.names()) {
			if (name.kind() == MappedName.Kind.SEQUENCE && name.owner().equals(sequence)) {
				paths.add(name.path());
			}
		}
		List<ColumnName> columns = new ArrayList<>();
		for (MappedName name : mapping.names()) {
			if (name.kind() == MappedName.Kind.COLUMN && paths.contains(name.path()) && isCounted(name, schema)) {
				columns.add(new ColumnName(name.owner(), name.member()));
			}
		}
		return columns;
	}

	private static boolean isCounted(MappedName name, Schema schema) {
		Column column = schema.table(name.owner()).flatMap((table) -> table.column(name.member())).orElse(null);
		return column != null && COUNTED.contains(column.type().sql());
	}

}

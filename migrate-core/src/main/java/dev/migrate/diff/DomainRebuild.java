package dev.migrate.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.migrate.operation.ChangeColumnType;
import dev.migrate.operation.CreateDomain;
import dev.migrate.operation.DropDomain;
import dev.migrate.operation.ExpressionText;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameType;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Domain;
import dev.migrate.schema.ObjectKind;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;

/**
 * Replaces a domain whose type changes, which no database can change in place: the old
 * one steps aside, and the columns follow to the new one.
 */
final class DomainRebuild {

	private final Schema working;

	private final Schema desired;

	DomainRebuild(Schema working, Schema desired) {
		this.working = working;
		this.desired = desired;
	}

	List<Operation> operations(Domain here, Domain there) {
		List<Operation> operations = new ArrayList<>();
		List<Operation> columns = columns(here.name(), aside(here.name()));
		if (columns.isEmpty()) {
			return List.of(new DropDomain(here), new CreateDomain(there));
		}
		Domain old = new Domain(aside(here.name()), here.type(), here.nullable(), here.collation(),
				here.defaultExpression(), here.checks(), here.comment());
		operations.add(new RenameType(ObjectKind.DOMAIN, here.name(), old.name()));
		operations.add(new CreateDomain(there));
		operations.addAll(columns);
		operations.add(new DropDomain(old));
		return operations;
	}

	private static QualifiedName aside(QualifiedName name) {
		return name.sibling(name.name() + "_");
	}

	private List<Operation> columns(QualifiedName domain, QualifiedName aside) {
		List<Operation> changes = new ArrayList<>();
		for (Table table : this.working.tables()) {
			Optional<Table> later = this.desired.table(table.name());
			for (Column column : table.columns()) {
				boolean stays = later.flatMap((other) -> other.column(column.name()))
					.filter((other) -> other.type().equals(column.type()))
					.isPresent();
				if (stays && domain.equals(column.type().definedBy())) {
					ColumnType old = new ColumnType(new ExpressionText(column.type().sql())
						.renamed(new TreeMap<>(Map.of(domain.name(), aside.name()))), aside);
					changes.add(new ChangeColumnType(table.name(), column.withType(old), column, null));
				}
			}
		}
		return changes;
	}

}

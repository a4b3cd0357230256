package dev.migrate.diff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnName;
import dev.migrate.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Asks about columns that go while their attribute gets a column of another table: the
 * attribute stays, and nobody said that its values may be lost.
 */
final class MovedColumns {

	private final ComparisonRules rules;

	private final Findings findings;

	private final Map<String, ColumnName> newByPath = new HashMap<>();

	MovedColumns(ComparisonRules rules, Findings findings) {
		this.rules = rules;
		this.findings = findings;
		for (MappedName name : rules.desiredMapping().names()) {
			if (name.kind() == MappedName.Kind.COLUMN
					&& !rules.actualMapping().columnPaths(name.owner(), name.member()).contains(name.path())) {
				this.newByPath.putIfAbsent(name.path(), new ColumnName(name.owner(), name.member()));
			}
		}
	}

	void ask(List<Operation> operations) {
		if (this.newByPath.isEmpty()) {
			return;
		}
		for (Operation operation : operations) {
			if (operation instanceof DropColumn drop) {
				ask(drop.table(), List.of(drop.column()),
						this.findings.typed(new ColumnName(drop.table(), drop.column().name())));
			}
			else if (operation instanceof DropTable drop) {
				ask(drop.table().name(), drop.table().columns(), this.findings.typed(drop.table().name()));
			}
		}
	}

	private void ask(QualifiedName table, List<Column> columns, String subject) {
		for (Column column : columns) {
			ColumnName target = target(table, column);
			if (target != null) {
				boolean asked = this.findings.questions()
					.stream()
					.anyMatch((question) -> question.subject().equals(subject));
				if (!asked && !this.findings.isDropped(subject)) {
					this.findings.ask(new Question.Move(subject, this.findings.typed(target)));
				}
				return;
			}
		}
	}

	private @Nullable ColumnName target(QualifiedName table, Column column) {
		for (String path : this.rules.actualMapping().columnPaths(table, column.name())) {
			ColumnName target = this.newByPath.get(path);
			if (target != null && !target.table().equals(table)) {
				return target;
			}
		}
		return null;
	}

}

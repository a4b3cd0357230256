package dev.migrate.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import dev.migrate.operation.ServerNames;
import dev.migrate.operation.TableConstraint;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Domain;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.View;
import org.jspecify.annotations.Nullable;

/**
 * Which names nobody chose, and which names are free.
 */
final class Names {

	private static final int ATTEMPTS = 5;

	private final ComparisonRules rules;

	private final Schema working;

	// Where nothing gets a name, nobody asks.
	private @Nullable SortedSet<QualifiedName> taken;

	Names(ComparisonRules rules, Schema working) {
		this.rules = rules;
		this.working = working;
	}

	private SortedSet<QualifiedName> taken() {
		SortedSet<QualifiedName> names = this.taken;
		if (names == null) {
			names = new TreeSet<>();
			for (SchemaObject object : this.working.objects().values()) {
				if (object instanceof Table table) {
					names.add(table.name());
					for (TableConstraint part : TableConstraint.of(table)) {
						names.add(table.name().sibling(part.name()));
					}
					for (Index index : table.indexes()) {
						names.add(table.name().sibling(index.name()));
					}
				}
				else if (object instanceof View || object instanceof Sequence) {
					names.add(object.key().name());
				}
			}
			this.taken = names;
		}
		return names;
	}

	private void take(QualifiedName table, String name) {
		taken().add(table.sibling(name));
	}

	void free(QualifiedName table, String name) {
		taken().remove(table.sibling(name));
	}

	void freeAll(Table table) {
		taken().remove(table.name());
		TableConstraint.of(table).forEach((part) -> free(table.name(), part.name()));
		table.indexes().forEach((index) -> free(table.name(), index.name()));
	}

	/**
	 * Return whether a constraint of the desired side has a name that nobody chose.
	 */
	boolean isGenerated(Table table, TableConstraint constraint) {
		return this.rules.serverNames().isMadeUp(constraint.name())
				|| isVariant(constraint.name(), pattern(table, constraint))
				|| this.rules.desiredMapping()
					.constraint(table.name(), constraint)
					.filter((mapped) -> !mapped.explicitName())
					.isPresent();
	}

	boolean isGenerated(Table table, Index index) {
		return this.rules.serverNames().isMadeUp(index.name())
				|| isVariant(index.name(), this.rules.serverNames().of(table.name(), index))
				|| this.rules.desiredMapping()
					.index(table.name(), index)
					.filter((mapped) -> !mapped.explicitName())
					.isPresent();
	}

	private boolean isVariant(String name, String pattern) {
		if (name.equals(pattern)) {
			return true;
		}
		ServerNames serverNames = this.rules.serverNames();
		for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
			if (name.equals(serverNames.numbered(pattern, attempt))) {
				return true;
			}
		}
		return false;
	}

	private String pattern(Table table, TableConstraint constraint) {
		return this.rules.serverNames()
			.of(table.name(), constraint, table.columns().stream().map(Column::name).toList());
	}

	/**
	 * Return a constraint of the desired side under the name it is created with.
	 */
	TableConstraint named(Table table, TableConstraint constraint) {
		String name = constraint.name();
		if (isGenerated(table, constraint)) {
			name = freeName(table.name(), pattern(table, constraint));
		}
		take(table.name(), name);
		return constraint.renamed(name, constraint.comment());
	}

	Index named(Table table, Index index) {
		String name = index.name();
		if (isGenerated(table, index)) {
			name = freeName(table.name(), this.rules.serverNames().of(table.name(), index));
		}
		take(table.name(), name);
		return index.withName(name);
	}

	/**
	 * Return a domain under whose names its checks are created.
	 * @param taken checks whose names can't be used
	 */
	Domain named(Domain domain, List<Check> taken) {
		Set<String> used = new HashSet<>();
		taken.forEach((check) -> used.add(check.name()));
		List<Check> checks = new ArrayList<>();
		for (Check check : domain.checks()) {
			String name = check.name();
			if (this.rules.serverNames().isMadeUp(name) && !taken.contains(check)) {
				String pattern = this.rules.serverNames()
					.of(domain.name(), new TableConstraint.Checked(check), List.of());
				name = pattern;
				for (int attempt = 1; used.contains(name); attempt++) {
					name = this.rules.serverNames().numbered(pattern, attempt);
				}
			}
			used.add(name);
			checks.add(check.withName(name));
		}
		return domain.withChecks(checks);
	}

	private String freeName(QualifiedName table, String pattern) {
		String name = pattern;
		for (int attempt = 1; taken().contains(table.sibling(name)); attempt++) {
			name = this.rules.serverNames().numbered(pattern, attempt);
		}
		return name;
	}

}

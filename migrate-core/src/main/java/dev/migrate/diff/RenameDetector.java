package dev.migrate.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnName;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;

/**
 * Finds what was renamed: for certain by the entity attribute, by an answer, or perhaps,
 * which is a question.
 */
final class RenameDetector {

	private static final int ENOUGH_ALIKE = 50;

	private final ComparisonRules rules;

	private final Schema actual;

	private final Schema desired;

	private final Findings findings;

	private final Renames renames = Renames.none();

	private final EntityRenames entities;

	RenameDetector(ComparisonRules rules, Schema actual, Schema desired, Findings findings) {
		this.rules = rules;
		this.actual = actual;
		this.desired = desired;
		this.findings = findings;
		this.entities = new EntityRenames(rules.actualMapping(), rules.desiredMapping());
	}

	Renames detect() {
		boolean sameNames = this.actual.hasSameKeys(this.desired);
		if (!sameNames) {
			tables();
			byPath(MappedName.Kind.SEQUENCE, names(this.actual.sequences()), names(this.desired.sequences()),
					this.renames.sequences());
			byPath(MappedName.Kind.TYPE, types(this.actual), types(this.desired), this.renames.types());
		}
		labels();
		for (Table table : this.actual.tables()) {
			Table other = this.desired.table(this.renames.table(table.name())).orElse(null);
			if (other != null) {
				columns(table, other);
			}
		}
		if (!sameNames) {
			ownedSequences();
		}
		return this.renames;
	}

	private static SortedSet<QualifiedName> names(List<? extends SchemaObject> objects) {
		SortedSet<QualifiedName> names = new TreeSet<>();
		for (SchemaObject object : objects) {
			names.add(object.key().name());
		}
		return names;
	}

	private static SortedSet<QualifiedName> types(Schema schema) {
		SortedSet<QualifiedName> names = names(schema.enumTypes());
		names.addAll(names(schema.domains()));
		return names;
	}

	/**
	 * Find the objects whose attribute stayed and whose name is new.
	 */
	private void byPath(MappedName.Kind kind, SortedSet<QualifiedName> here, SortedSet<QualifiedName> there,
			SortedMap<QualifiedName, QualifiedName> found) {
		Map<String, List<QualifiedName>> freeByPath = new HashMap<>();
		for (QualifiedName name : there) {
			if (!here.contains(name)) {
				for (String path : this.rules.desiredMapping().paths(kind, name)) {
					freeByPath.computeIfAbsent(path, (unused) -> new ArrayList<>()).add(name);
				}
			}
		}
		if (freeByPath.isEmpty()) {
			return;
		}
		Set<QualifiedName> taken = new HashSet<>(found.values());
		for (QualifiedName from : here) {
			if (there.contains(from)) {
				continue;
			}
			SortedSet<QualifiedName> to = new TreeSet<>();
			for (String path : this.rules.actualMapping().paths(kind, from)) {
				freeByPath.getOrDefault(this.entities.path(path), List.of())
					.stream()
					.filter((name) -> !taken.contains(name))
					.forEach((name) -> to.add(name));
			}
			if (to.size() == 1) {
				taken.add(to.first());
				found.put(from, to.first());
			}
		}
	}

	private void labels() {
		for (EnumType type : this.actual.enumTypes()) {
			QualifiedName name = this.renames.types().getOrDefault(type.name(), type.name());
			this.desired.enumTypes()
				.stream()
				.filter((other) -> other.name().equals(name))
				.map((other) -> new ConstantRenames(this.findings).find(this.findings.typed(type.name()), type.labels(),
						other.labels()))
				.filter((found) -> !found.isEmpty())
				.forEach((found) -> this.renames.labels().put(name, found));
		}
	}

	private void tables() {
		SortedSet<QualifiedName> here = names(this.actual.tables());
		SortedSet<QualifiedName> there = names(this.desired.tables());
		byPath(MappedName.Kind.TABLE, here, there, this.renames.tables());
		for (QualifiedName from : here) {
			if (there.contains(from)) {
				this.entities.learn(from, from);
			}
			else if (!this.renames.tables().containsKey(from)) {
				answeredTable(from, here, there);
			}
		}
		// The tables of an entity's collections have its name.
		byPath(MappedName.Kind.TABLE, here, there, this.renames.tables());
		this.renames.tables()
			.forEach((from, to) -> this.findings.useRename(this.findings.typed(from), this.findings.typed(to)));
		for (QualifiedName from : here) {
			if (!there.contains(from) && !this.renames.tables().containsKey(from)) {
				uncertainTable(this.actual.table(from).orElseThrow(), here, there);
			}
		}
	}

	private void answeredTable(QualifiedName from, SortedSet<QualifiedName> here, SortedSet<QualifiedName> there) {
		Optional<String> answer = this.findings.renameOf(this.findings.typed(from));
		if (answer.isPresent()) {
			free(here, there).map(Table::name)
				.filter((name) -> this.findings.typed(name).equalsIgnoreCase(answer.get()))
				.findFirst()
				.ifPresent((to) -> {
					this.renames.tables().put(from, to);
					this.entities.learn(from, to);
				});
		}
	}

	private Stream<Table> free(SortedSet<QualifiedName> here, SortedSet<QualifiedName> there) {
		return there.stream()
			.filter((name) -> !here.contains(name) && !this.renames.tables().containsValue(name))
			.map((name) -> this.desired.table(name).orElseThrow());
	}

	private void uncertainTable(Table from, SortedSet<QualifiedName> here, SortedSet<QualifiedName> there) {
		String subject = this.findings.typed(from.name());
		if (this.findings.renameOf(subject).isPresent() || !isOurs(from.name()) || this.findings.isDropped(subject)) {
			return;
		}
		List<Question.Candidate> candidates = new ArrayList<>();
		for (Table table : free(here, there).toList()) {
			int alike = Likeness.of(from, table);
			if (alike >= ENOUGH_ALIKE) {
				candidates.add(new Question.Candidate(this.findings.typed(table.name()), alike,
						List.of(alike + " % of the columns are the same")));
			}
		}
		ask(subject, candidates);
	}

	private boolean isOurs(QualifiedName table) {
		return this.rules.dropsEverything()
				|| this.rules.actualMapping().object(MappedName.Kind.TABLE, table).isPresent();
	}

	private boolean isOurs(QualifiedName table, String column) {
		return this.rules.dropsEverything() || this.rules.actualMapping().column(table, column).isPresent();
	}

	private void ask(String subject, List<Question.Candidate> candidates) {
		if (!candidates.isEmpty()) {
			candidates.sort(Comparator.comparing(Question.Candidate::likelihood)
				.reversed()
				.thenComparing(Question.Candidate::name));
			this.findings.ask(new Question.Rename(subject, candidates));
		}
	}

	private void columns(Table from, Table to) {
		SortedMap<String, String> certain = certainColumns(from, to);
		for (Map.Entry<String, String> rename : certain.entrySet()) {
			this.renames.rename(from.name(), rename.getKey(), rename.getValue());
			useRename(from, to, rename.getKey(), rename.getValue());
		}
		for (String newName : certain.values()) {
			if (from.column(newName).isPresent() && !certain.containsKey(newName)) {
				this.renames.displace(from.name(), newName);
			}
		}
		if (from.columns().equals(to.columns())) {
			return;
		}
		for (Column column : from.columns()) {
			if (to.column(column.name()).isEmpty() && !certain.containsKey(column.name())) {
				uncertainColumn(from, column, to);
			}
		}
	}

	private void useRename(Table from, Table to, String name, String newName) {
		this.findings.useRename(this.findings.typed(new ColumnName(from.name(), name)), newName);
		this.findings.useRename(this.findings.typed(new ColumnName(to.name(), name)), newName);
	}

	/**
	 * Return the columns whose attribute has another column now. The new name may still
	 * be another attribute's: then that one moves as well, or goes.
	 */
	private SortedMap<String, String> certainColumns(Table from, Table to) {
		SortedMap<String, String> certain = new TreeMap<>();
		if (this.rules.desiredMapping().names().isEmpty()) {
			return certain;
		}
		Map<String, List<String>> namesByPath = new HashMap<>();
		for (Column column : to.columns()) {
			for (String path : this.rules.desiredMapping().columnPaths(to.name(), column.name())) {
				namesByPath.computeIfAbsent(path, (unused) -> new ArrayList<>()).add(column.name());
			}
		}
		if (namesByPath.isEmpty()) {
			return certain;
		}
		for (Column column : from.columns()) {
			SortedSet<String> newNames = new TreeSet<>();
			for (String path : this.rules.actualMapping().columnPaths(from.name(), column.name())) {
				newNames.addAll(namesByPath.getOrDefault(this.entities.path(path), List.of()));
			}
			if (newNames.size() == 1 && !newNames.first().equals(column.name())
					&& !certain.containsValue(newNames.first())) {
				certain.put(column.name(), newNames.first());
			}
		}
		certain.entrySet()
			.removeIf((rename) -> from.column(rename.getValue()).isPresent() && !certain.containsKey(rename.getValue())
					&& !isFree(from, to, rename.getValue()));
		return certain;
	}

	/**
	 * Return whether the column that has a name goes, because it was made for an
	 * attribute that has no column any more.
	 */
	private boolean isFree(Table from, Table to, String name) {
		SortedSet<String> paths = this.rules.actualMapping().columnPaths(from.name(), name);
		SortedSet<String> newPaths = this.rules.desiredMapping().columnPaths(to.name(), name);
		return !paths.isEmpty() && paths.stream().noneMatch((path) -> newPaths.contains(this.entities.path(path)));
	}

	private void uncertainColumn(Table from, Column column, Table to) {
		List<Column> free = to.columns()
			.stream()
			.filter((other) -> from.column(other.name()).isEmpty()
					&& !this.renames.columnsOf(from.name()).containsValue(other.name()))
			.toList();
		ColumnName name = new ColumnName(from.name(), column.name());
		ColumnName newTableName = new ColumnName(to.name(), column.name());
		String subject = this.findings.typed(name);
		Optional<String> answer = this.findings.renameOf(subject)
			.or(() -> this.findings.renameOf(this.findings.typed(newTableName)));
		if (answer.isPresent()) {
			free.stream()
				.filter((other) -> other.name().equalsIgnoreCase(answer.get()))
				.findFirst()
				.ifPresent((other) -> {
					this.renames.rename(from.name(), column.name(), other.name());
					useRename(from, to, column.name(), other.name());
				});
			return;
		}
		if (!isOurs(from.name(), column.name()) || this.findings.isDropped(subject)
				|| this.findings.isDropped(this.findings.typed(newTableName))) {
			return;
		}
		List<Question.Candidate> candidates = new ArrayList<>();
		for (Column other : free) {
			if (Likeness.mayBeOne(column, other)) {
				candidates.add(Likeness.candidate(from, column, to, other));
			}
		}
		ask(subject, candidates);
	}

	/**
	 * A sequence that a column owns goes by that column.
	 */
	private void ownedSequences() {
		SortedSet<QualifiedName> there = names(this.desired.sequences());
		for (Sequence sequence : this.actual.sequences()) {
			ColumnName owner = sequence.ownedBy();
			if (owner == null || this.renames.sequences().containsKey(sequence.name())
					|| there.contains(sequence.name())) {
				continue;
			}
			ColumnName renamed = new ColumnName(this.renames.table(owner.table()),
					this.renames.columnsOf(owner.table()).getOrDefault(owner.column(), owner.column()));
			this.desired.sequences()
				.stream()
				.filter((other) -> renamed.equals(other.ownedBy()))
				.filter((other) -> other.name().schema().equals(sequence.name().schema()))
				.findFirst()
				.ifPresent((other) -> this.renames.sequences().put(sequence.name(), other.name()));
		}
	}

}

package dev.migrate.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

import dev.migrate.operation.ObjectReference;
import dev.migrate.operation.Operation;
import dev.migrate.schema.ColumnName;
import dev.migrate.schema.QualifiedName;

/**
 * What a comparison gathers while it goes.
 */
final class Findings {

	private final ComparisonRules rules;

	private final List<Operation> operations = new ArrayList<>();

	private final List<Question> questions = new ArrayList<>();

	private final List<Kept> kept = new ArrayList<>();

	private final SortedSet<String> used = new TreeSet<>();

	private final SortedSet<ColumnName> takenDefaults = new TreeSet<>();

	Findings(ComparisonRules rules) {
		this.rules = rules;
	}

	/**
	 * Note that a column's default is gone already when its other changes begin.
	 */
	void takeDefault(ColumnName column) {
		this.takenDefaults.add(column);
	}

	boolean hasTakenDefaults() {
		return !this.takenDefaults.isEmpty();
	}

	boolean hasTakenDefault(ColumnName column) {
		return this.takenDefaults.contains(column);
	}

	void add(Operation operation) {
		this.operations.add(operation);
	}

	void ask(Question question) {
		this.questions.add(question);
	}

	/**
	 * Take back what was asked about a new column: its rows have a value.
	 */
	void withdraw(String subject) {
		this.questions.removeIf((question) -> question instanceof Question.Fill && question.subject().equals(subject));
	}

	void keep(ObjectReference object, String reason) {
		this.kept.add(new Kept(object, "", reason));
	}

	void keep(ObjectReference object, String part, String reason) {
		this.kept.add(new Kept(object, part, reason));
	}

	List<Operation> operations() {
		return this.operations;
	}

	List<Question> questions() {
		return this.questions;
	}

	List<Kept> kept() {
		return this.kept;
	}

	/**
	 * Return a table's name as a person types it.
	 */
	String typed(QualifiedName table) {
		return table.schema().equals(this.rules.currentSchema()) ? table.name() : table.toString();
	}

	String typed(ColumnName column) {
		return typed(column.table()) + "." + column.column();
	}

	/**
	 * Return the new name that an answer gives; it is used only once it names something.
	 */
	Optional<String> renameOf(String subject) {
		return this.rules.answers()
			.renames()
			.entrySet()
			.stream()
			.filter((answer) -> answer.getKey().equalsIgnoreCase(subject))
			.map(Map.Entry::getValue)
			.findFirst();
	}

	void useRename(String subject, String newName) {
		this.rules.answers().renames().forEach((name, answer) -> {
			if (name.equalsIgnoreCase(subject) && answer.equalsIgnoreCase(newName)) {
				this.used.add("rename " + name);
			}
		});
	}

	Optional<String> fillOf(String subject) {
		return answer(this.rules.answers().fills(), "fill", subject);
	}

	boolean isDropped(String subject) {
		for (String drop : this.rules.answers().drops()) {
			if (drop.equalsIgnoreCase(subject)) {
				this.used.add("drop " + drop);
				return true;
			}
		}
		return false;
	}

	private Optional<String> answer(SortedMap<String, String> answers, String kind, String subject) {
		String exact = answers.get(subject);
		if (exact != null) {
			this.used.add(kind + " " + subject);
			return Optional.of(exact);
		}
		for (Map.Entry<String, String> answer : answers.entrySet()) {
			if (answer.getKey().equalsIgnoreCase(subject)) {
				this.used.add(kind + " " + answer.getKey());
				return Optional.of(answer.getValue());
			}
		}
		return Optional.empty();
	}

	List<String> unusedAnswers() {
		List<String> unused = new ArrayList<>();
		Answers answers = this.rules.answers();
		if (answers.renames().isEmpty() && answers.drops().isEmpty() && answers.fills().isEmpty()) {
			return unused;
		}
		answers.renames().forEach((subject, name) -> addUnused(unused, "rename", subject, "=" + name));
		answers.drops().forEach((subject) -> addUnused(unused, "drop", subject, ""));
		answers.fills().forEach((subject, sql) -> addUnused(unused, "fill", subject, "=" + sql));
		return unused;
	}

	private void addUnused(List<String> unused, String kind, String subject, String rest) {
		if (!this.used.contains(kind + " " + subject)) {
			unused.add("--" + kind + " " + subject + rest);
		}
	}

}

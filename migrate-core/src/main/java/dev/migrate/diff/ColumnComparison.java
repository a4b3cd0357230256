package dev.migrate.diff;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;

import org.jspecify.annotations.Nullable;

import dev.migrate.operation.AllowedValues;
import dev.migrate.operation.ChangeColumnType;
import dev.migrate.operation.ChangeComment;
import dev.migrate.operation.ChangeDefault;
import dev.migrate.operation.ChangeGenerated;
import dev.migrate.operation.ChangeIdentity;
import dev.migrate.operation.ChangeNullability;
import dev.migrate.operation.FillValue;
import dev.migrate.operation.ObjectReference;
import dev.migrate.operation.RenameConstant;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnName;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import dev.migrate.schema.Validity;

/**
 * Compares the columns of one table, each facet for itself.
 */
final class ColumnComparison {

	private static final String NOT_MENTIONED = "the entity does not mention it";

	private final ComparisonRules rules;

	private final Findings findings;

	private final ReturnValues returnValues;

	private final Table here;

	private final Table there;

	private final QualifiedName table;

	ColumnComparison(ComparisonRules rules, Findings findings, ReturnValues returnValues, Table here, Table there) {
		this.rules = rules;
		this.findings = findings;
		this.returnValues = returnValues;
		this.here = here;
		this.there = there;
		this.table = here.name();
	}

	void compare(Column actual, Column desired) {
		Column target = withWhatStays(actual, desired);
		boolean defaultTaken = this.findings.hasTakenDefault(new ColumnName(this.table, actual.name()));
		Column step = defaultTaken ? actual.withDefault(null) : actual;
		if (!Objects.equals(actual.generated(), target.generated())) {
			this.findings.add(new ChangeGenerated(this.table, step, target.withComment(target.comment())));
			return;
		}
		if (step.identity() != null && target.identity() == null) {
			Column next = step.withIdentity(null);
			this.findings.add(new ChangeIdentity(this.table, step, next));
			step = next;
		}
		if (step.defaultExpression() != null && target.defaultExpression() == null) {
			Column next = step.withDefault(null);
			this.findings.add(new ChangeDefault(this.table, step, next));
			step = next;
		}
		if (!step.type().equals(target.type()) || !Objects.equals(step.collation(), target.collation())) {
			Column next = step.withType(target.type())
				.withCollation(target.collation())
				.withDefault(target.defaultExpression());
			changeType(step, next);
			step = next;
		}
		if (!Objects.equals(step.defaultExpression(), target.defaultExpression())) {
			Column next = step.withDefault(target.defaultExpression());
			this.findings.add(new ChangeDefault(this.table, step, next));
			step = next;
		}
		if (step.nullable() != target.nullable()) {
			Column next = step.withNullable(target.nullable());
			this.findings.add(new ChangeNullability(this.table, step, next, fill(actual, step, next)));
			step = next;
		}
		if (!Objects.equals(step.identity(), target.identity())) {
			this.findings.add(new ChangeIdentity(this.table, step, step.withIdentity(target.identity())));
		}
		if (!Objects.equals(actual.comment(), target.comment())) {
			this.findings.add(new ChangeComment(ObjectReference.column(this.table, target.name()), actual.comment(),
					target.comment()));
		}
	}

	/**
	 * Change a type. A type that lists its own values takes no new one for a row before
	 * it is another: in between the column is text.
	 */
	private void changeType(Column step, Column next) {
		SortedMap<String, String> renames = new ConstantRenames(this.findings).find(
				this.findings.typed(new ColumnName(this.table, step.name())), step.type().listed(),
				next.type().listed());
		if (renames.isEmpty()) {
			this.findings.add(new ChangeColumnType(this.table, step, next, null, constants(step, next)));
			return;
		}
		Column text = next.withType(ColumnType.of("CHARACTER VARYING")).withDefault(null);
		this.findings.add(new ChangeColumnType(this.table, step, text, null));
		renames.forEach((from, to) -> this.findings.add(new RenameConstant(this.table, next.name(), from, to)));
		this.findings.add(new ChangeColumnType(this.table, text, next, null));
	}

	private @Nullable FillValue fill(Column actual, Column step, Column next) {
		Optional<String> answer = this.findings
			.fillOf(this.findings.typed(new ColumnName(this.here.name(), next.name())));
		if (answer.isPresent()) {
			return new FillValue.Expression(answer.get());
		}
		return next.nullable() ? this.returnValues.of(this.here, actual, step) : null;
	}

	/**
	 * Return the column as it should be: the mapping decides type, nullability and
	 * identity; a default, expression, comment or collation that it does not mention
	 * stays.
	 */
	private Column withWhatStays(Column actual, Column desired) {
		if (this.rules.dropsEverything()) {
			return desired;
		}
		Column target = desired;
		if (actual.generated() != null && desired.generated() == null && desired.identity() == null) {
			target = target.withGenerated(actual.generated());
			keep(actual, "expression");
		}
		else if (actual.defaultExpression() != null && desired.defaultExpression() == null && desired.identity() == null
				&& desired.generated() == null) {
			target = target.withDefault(actual.defaultExpression());
			keep(actual, "default");
		}
		if (actual.comment() != null && desired.comment() == null) {
			target = target.withComment(actual.comment());
			keep(actual, "comment");
		}
		if (actual.collation() != null && desired.collation() == null && actual.type().isText()
				&& desired.type().isText()) {
			target = target.withCollation(actual.collation());
			keep(actual, "collation");
		}
		return target;
	}

	/**
	 * Return the literals of an enum whose numbers become its names, or the other way
	 * round. The class tells their order, the checks or types of both sides that the rows
	 * hold them. Where that is not certain nothing is converted, and the check or type
	 * refuses them.
	 */
	private List<String> constants(Column step, Column target) {
		if (step.type().isWholeNumber() == target.type().isWholeNumber()) {
			return List.of();
		}
		boolean named = step.type().isWholeNumber();
		List<String> constants = this.rules.desiredMapping()
			.column(this.there.name(), target.name())
			.map(MappedName::constants)
			.orElse(List.of())
			.stream()
			.map((constant) -> "'" + constant + "'")
			.toList();
		AllowedValues before = allowed(this.here, step.name());
		AllowedValues after = allowed(this.there, target.name());
		AllowedValues numbers = named ? before : after;
		List<String> listed = listed(named ? target : step, named ? after : before);
		boolean certain = numbers.listed().isEmpty() && Objects.equals(numbers.lowest(), 0L)
				&& Objects.equals(numbers.highest(), constants.size() - 1L) && listed.size() == constants.size()
				&& listed.containsAll(constants);
		return certain ? constants : List.of();
	}

	/**
	 * What holds for some rows only, those from before it for instance, proves nothing.
	 */
	private static AllowedValues allowed(Table table, String column) {
		return AllowedValues.of(
				table
					.withChecks(table.checks().stream().filter((check) -> check.validity() == Validity.VALID).toList()),
				column);
	}

	private List<String> listed(Column names, AllowedValues checked) {
		if (names.type().isText()) {
			return checked.listed();
		}
		List<String> listed = names.type().listed();
		List<String> labels = listed.isEmpty() ? this.returnValues.labels(names.type()) : listed;
		return labels.stream().map((label) -> "'" + label + "'").toList();
	}

	private void keep(Column column, String part) {
		this.findings.keep(ObjectReference.column(this.table, column.name()), part, NOT_MENTIONED);
	}

}

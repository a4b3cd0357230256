package dev.migrate.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AllowedValues;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.ChangeComment;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.FillValue;
import dev.migrate.operation.ObjectReference;
import dev.migrate.operation.RenameConstant;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.TableConstraint;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnName;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * Compares a table with what it should be.
 */
final class TableComparison {

	private static final String NOBODY_ASKED = "no entity asked for it";

	private final ComparisonRules rules;

	private final Names names;

	private final Findings findings;

	private final Table here;

	private final Table there;

	private final QualifiedName name;

	private final ReturnValues returnValues;

	private final List<TableConstraint> dropped = new ArrayList<>();

	TableComparison(ComparisonRules rules, Names names, Findings findings, Table here, Table there,
			ReturnValues returnValues) {
		this.rules = rules;
		this.returnValues = returnValues;
		this.names = names;
		this.findings = findings;
		this.here = here;
		this.there = there;
		this.name = here.name();
	}

	void compare() {
		columns();
		KeyedDiff<TableConstraint> constraints = matchedConstraints();
		KeyedDiff<Index> indexes = matchedIndexes();
		List<TableConstraint> missing = new ArrayList<>(constraints.onlyDesired());
		constraints.onlyActual().forEach(this::goneConstraint);
		indexes.onlyActual().forEach((index) -> goneIndex(index, missing));
		constraints.both().forEach((pair) -> constraint(pair, missing));
		constants(missing);
		List<Index> missingIndexes = new ArrayList<>(indexes.onlyDesired());
		indexes.both().forEach((pair) -> index(pair, missingIndexes));
		missing.forEach((constraint) -> this.findings
			.add(new AddConstraint(this.name, this.names.named(this.there, constraint))));
		missingIndexes
			.forEach((index) -> this.findings.add(new CreateIndex(this.name, this.names.named(this.there, index))));
	}

	private void columns() {
		KeyedDiff<Column> diff = KeyedDiff.of(this.here.columns(), this.there.columns(), Column::name);
		for (Column column : diff.onlyActual()) {
			if (this.rules.dropsEverything()
					|| this.rules.actualMapping().column(this.name, column.name()).isPresent()) {
				this.findings.add(new DropColumn(this.name, column, comesBackWith(column)));
			}
			else {
				this.findings.keep(ObjectReference.column(this.name, column.name()), NOBODY_ASKED);
			}
		}
		ColumnComparison comparison = new ColumnComparison(this.rules, this.findings, this.returnValues, this.here,
				this.there);
		diff.both().forEach((pair) -> comparison.compare(pair.actual(), pair.desired()));
		diff.onlyDesired().forEach(this::missingColumn);
	}

	private @Nullable FillValue comesBackWith(Column column) {
		return this.findings.fillOf(this.findings.typed(new ColumnName(this.name, column.name())))
			.<FillValue>map(FillValue.Expression::new)
			.orElseGet(() -> this.returnValues.of(this.here, column));
	}

	private void missingColumn(Column column) {
		ColumnName columnName = new ColumnName(this.name, column.name());
		String subject = this.findings.typed(columnName);
		Optional<String> fill = this.findings.fillOf(subject);
		boolean givesItself = column.nullable() || column.defaultExpression() != null || column.identity() != null
				|| column.generated() != null;
		if (!givesItself && fill.isEmpty()) {
			String proposed = this.rules.desiredMapping()
				.column(this.name, column.name())
				.map(MappedName::initialValueSql)
				.filter(AllowedValues.of(this.there, column.name())::allow)
				.orElse(null);
			this.findings.ask(new Question.Fill(subject, columnName, proposed));
		}
		this.findings.add(new AddColumn(this.name, column, fill.map(FillValue.Expression::new).orElse(null)));
	}

	private KeyedDiff<TableConstraint> matchedConstraints() {
		return KeyedDiff
			.of(TableConstraint.of(this.here), TableConstraint.of(this.there),
					(constraint) -> constraint.renamed(constraint.name(), null))
			.then((constraint) -> constraint.renamed("", null))
			.then((constraint) -> (constraint.kind() == TableConstraint.Kind.PRIMARY_KEY) ? constraint.kind()
					: nameKey(constraint));
	}

	/**
	 * A name that nobody chose does not make a check that somebody wrote ours.
	 */
	private Object nameKey(TableConstraint constraint) {
		boolean ourName = this.rules.dropsEverything()
				|| this.rules.actualMapping().constraint(this.name, constraint).isPresent()
				|| !this.names.isGenerated(this.there, constraint);
		return ourName ? List.of(constraint.kind(), constraint.name()) : constraint;
	}

	private void goneConstraint(TableConstraint constraint) {
		if (this.rules.dropsEverything() || this.rules.actualMapping().constraint(this.name, constraint).isPresent()) {
			drop(constraint);
		}
		else {
			this.findings.keep(ObjectReference.constraint(this.name, constraint.name()), NOBODY_ASKED);
		}
	}

	/**
	 * Rows that hold a constant under its old name get the new one between the check that
	 * goes and the check that comes.
	 */
	private void constants(List<TableConstraint> missing) {
		Table before = this.here.withChecks(checks(this.dropped));
		Table after = this.there.withChecks(checks(missing));
		for (Column column : this.here.columns()) {
			boolean text = column.type().isText()
					&& this.there.column(column.name()).filter((other) -> other.type().isText()).isPresent();
			if (text) {
				String subject = this.findings.typed(new ColumnName(this.name, column.name()));
				new ConstantRenames(this.findings).find(subject, texts(before, column), texts(after, column))
					.forEach((from, to) -> this.findings.add(new RenameConstant(this.name, column.name(), from, to)));
			}
		}
	}

	private static List<String> texts(Table table, Column column) {
		return AllowedValues.of(table, column.name()).texts();
	}

	/** A check of several columns says of none of them alone what it may hold. */
	private List<Check> checks(List<TableConstraint> constraints) {
		return constraints.stream()
			.filter(TableConstraint.Checked.class::isInstance)
			.map((constraint) -> ((TableConstraint.Checked) constraint).check())
			.filter((check) -> this.here.columns()
				.stream()
				.filter((column) -> ColumnUse.speaks(withoutCasts(check), column.name()))
				.count() == 1)
			.toList();
	}

	/** A type may be called as a column is. */
	private static String withoutCasts(Check check) {
		return check.expression().replaceAll("::\\w+", "");
	}

	private void drop(TableConstraint constraint) {
		this.dropped.add(constraint);
		this.names.free(this.name, constraint.name());
		this.findings.add(new DropConstraint(this.name, constraint));
	}

	private void constraint(KeyedDiff.Pair<TableConstraint> pair, List<TableConstraint> missing) {
		TableConstraint actual = pair.actual();
		TableConstraint wanted = pair.desired();
		if (!actual.renamed("", null).equals(wanted.renamed("", null))) {
			drop(actual);
			missing.add(wanted);
			return;
		}
		String finalName = actual.name();
		if (!actual.name().equals(wanted.name()) && !this.names.isGenerated(this.there, wanted)) {
			this.findings.add(new RenameConstraint(this.name, actual.name(), wanted.name()));
			finalName = wanted.name();
		}
		comment(ObjectReference.constraint(this.name, finalName), actual.comment(), wanted.comment());
	}

	private KeyedDiff<Index> matchedIndexes() {
		return KeyedDiff.of(this.here.indexes(), this.there.indexes(), (index) -> plain(index).withName(index.name()))
			.then(TableComparison::plain)
			.then(this::nameKey);
	}

	private static Index plain(Index index) {
		return new Index("", index.unique(), index.method(), index.elements(), index.include(), index.predicate(),
				index.nullsNotDistinct(), index.valid(), null);
	}

	private Object nameKey(Index index) {
		boolean ourName = this.rules.dropsEverything() || this.rules.actualMapping().index(this.name, index).isPresent()
				|| !this.names.isGenerated(this.there, index);
		return ourName ? index.name() : index;
	}

	private void goneIndex(Index index, List<TableConstraint> missing) {
		if (this.rules.dropsEverything() || this.rules.actualMapping().index(this.name, index).isPresent()) {
			this.names.free(this.name, index.name());
			this.findings.add(new DropIndex(this.name, index));
			return;
		}
		boolean serves = missing.removeIf((constraint) -> isServedBy(constraint, index));
		this.findings.keep(ObjectReference.index(this.name, index.name()),
				serves ? "it does what the entity's unique constraint asks for" : NOBODY_ASKED);
	}

	private static boolean isServedBy(TableConstraint constraint, Index index) {
		return constraint instanceof TableConstraint.Unique unique && index.unique() && index.predicate() == null
				&& index.valid() && index.nullsNotDistinct() == unique.unique().nullsNotDistinct()
				&& index.elements().stream().map((element) -> element.column()).toList().equals(unique.columns());
	}

	private void index(KeyedDiff.Pair<Index> pair, List<Index> missing) {
		Index actual = pair.actual();
		Index wanted = pair.desired();
		if (!plain(actual).equals(plain(wanted))) {
			this.names.free(this.name, actual.name());
			this.findings.add(new DropIndex(this.name, actual));
			missing.add(wanted);
			return;
		}
		String finalName = actual.name();
		if (!actual.name().equals(wanted.name()) && !this.names.isGenerated(this.there, wanted)) {
			this.findings.add(new RenameIndex(this.name, actual.name(), wanted.name()));
			finalName = wanted.name();
		}
		comment(ObjectReference.index(this.name, finalName), actual.comment(), wanted.comment());
	}

	private void comment(ObjectReference object, @Nullable String actual, @Nullable String wanted) {
		if (!Objects.equals(actual, wanted) && (wanted != null || this.rules.dropsEverything())) {
			this.findings.add(new ChangeComment(object, actual, wanted));
		}
	}

}

package dev.migrate.diff;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.operation.CreateSchema;
import dev.migrate.operation.ObjectReference;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.View;

/**
 * Compares two schemas that one kind of server has written down.
 */
public final class SchemaComparator {

	/**
	 * Compare two schemas. Nothing is guessed: where only a person knows, a question is
	 * among the results.
	 * @param actual what is there
	 * @param desired what should be there
	 * @param rules what may be dropped, how things are named, what has been answered
	 * @return the operations that lead from one to the other, and all there is to say
	 * about them
	 */
	public Comparison compare(Schema actual, Schema desired, ComparisonRules rules) {
		Schema everythingHere = actual.withoutPartitions();
		Schema everythingThere = SchemaMove.of(rules).apply(desired.withoutPartitions());
		Excluded excluded = rules.boundary().isOpen() ? Excluded.NONE
				: new BoundarySearch(rules, everythingHere, everythingThere).search();
		ComparisonRules inner = rules.withMappings(excluded.without(rules.actualMapping()),
				excluded.without(rules.desiredMapping()));
		Findings findings = new Findings(inner);
		Schema here = excluded.without(everythingHere);
		Schema there = withoutMappedViews(here, excluded.without(everythingThere), findings);
		Renames renames = new RenameDetector(inner, here, there, findings).detect();
		Schema working = renames.applyTo(here);
		ComparisonRules renamedRules = inner.withActualMapping(renames.applyTo(inner.actualMapping()));
		List<Operation> prelude = renames.operations(here);
		// What is left alone keeps its names.
		Names names = new Names(renamedRules, excluded.objects().isEmpty() ? working : renames.applyTo(everythingHere));
		new ObjectComparison(renamedRules, names, findings, working, there).compare();
		List<Operation> found = new DependentObjects(working, findings.operations()).complete();
		found = new MovedColumns(renamedRules, findings, working).copy(found);
		List<Operation> ordered = new ArrayList<>();
		List<Operation> sorted = new OperationSorter().sort(found);
		for (Operation operation : sorted) {
			if (operation instanceof CreateSchema) {
				ordered.add(operation);
			}
		}
		ordered.addAll(prelude);
		for (Operation operation : sorted) {
			if (!(operation instanceof CreateSchema)) {
				ordered.add(operation);
			}
		}
		List<Change> changes = new HazardFinder(ordered).changes();
		return new Comparison(changes, findings.questions(), findings.kept(), findings.unusedAnswers(), excluded);
	}

	/**
	 * Leave out tables that are views in truth: an entity may be mapped on a view, and
	 * the view that is there counts.
	 */
	private static Schema withoutMappedViews(Schema actual, Schema desired, Findings findings) {
		Schema rest = desired;
		for (View view : actual.views()) {
			Table table = desired.table(view.name()).orElse(null);
			if (table != null) {
				findings.keep(new ObjectReference(ObjectReference.Kind.VIEW, table.name(), ""),
						"the entity is mapped on this view");
				rest = rest.without(table.key());
			}
		}
		return rest;
	}

}

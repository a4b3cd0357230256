package dev.migrate.diff;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.operation.Operation;

/**
 * Attaches to each operation what is dangerous about it. Tables that are created by the
 * same operations have no rows to lose or to lock.
 */
final class HazardFinder {

	private final List<Operation> operations;

	HazardFinder(List<Operation> operations) {
		this.operations = operations;
	}

	List<Change> changes() {
		if (this.operations.isEmpty()) {
			return List.of();
		}
		HazardVisitor visitor = new HazardVisitor(this.operations);
		List<Change> changes = new ArrayList<>();
		for (Operation operation : this.operations) {
			changes.add(new Change(operation, operation.accept(visitor)));
		}
		return changes;
	}

}

package dev.migrate.diff;

import java.util.List;

import dev.migrate.operation.Operation;

/**
 * An operation with its dangers.
 *
 * @param operation the operation
 * @param hazards its dangers
 */
public record Change(Operation operation, List<Hazard> hazards) {

	public Change {
		hazards = List.copyOf(hazards);
	}

	/**
	 * Find the dangers of operations.
	 * @param operations in their order
	 * @return each with its dangers
	 */
	public static List<Change> of(List<Operation> operations) {
		return new HazardFinder(operations).changes();
	}

}

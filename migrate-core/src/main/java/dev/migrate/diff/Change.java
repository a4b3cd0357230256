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

}

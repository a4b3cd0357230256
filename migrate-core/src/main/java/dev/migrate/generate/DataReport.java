package dev.migrate.generate;

import java.util.List;

/**
 * How a proof on filled tables went.
 *
 * @param filled how many tables got rows
 * @param unfilled the tables that could not be filled, each with the reason
 * @param losses what a downgrade takes away for good, a line each
 */
public record DataReport(int filled, List<String> unfilled, List<String> losses) {

	public DataReport {
		unfilled = List.copyOf(unfilled);
		losses = List.copyOf(losses);
	}

}

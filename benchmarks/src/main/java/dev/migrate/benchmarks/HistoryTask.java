package dev.migrate.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Work on a long history: apply it, take it back, find nothing to do.
 */
record HistoryTask(Histories histories, Server server, Trial trial, Work work, Packaging packaging,
		List<String> heap) implements Task {

	private static final String DATABASE = "at_work";

	@Override
	public List<Measurement> run(Row row, String tool, Wire wire) throws IOException, InterruptedException {
		String database = database(tool, row.size());
		boolean again = this.work == Work.NOTHING && row.roundTrip().isZero() && wire.counts() == null;
		List<Sample> samples = this.trial.worker(
				this.histories.launch(tool, this.work, row.size(), this.packaging, this.heap),
				again ? Worker.LATER : Worker.FIRST, this.histories.place(database, row.size()).through(wire));
		if (this.work == Work.APPLY) {
			this.histories.keep(tool, row.size(), this.packaging, database);
		}
		List<Measurement> measured = new ArrayList<>();
		for (Sample sample : samples) {
			measured.add(sample.as(sample.mark().equals(Worker.FIRST) ? row.name() : row.name() + " again", row.size(),
					tool));
		}
		return measured;
	}

	private String database(String tool, int size) throws IOException, InterruptedException {
		switch (this.work) {
			case APPLY -> this.server.recreate(DATABASE);
			case UNDO -> this.server.copy(this.histories.applied(tool, size, this.packaging), DATABASE);
			default -> {
				return this.histories.applied(tool, size, this.packaging);
			}
		}
		return DATABASE;
	}

}

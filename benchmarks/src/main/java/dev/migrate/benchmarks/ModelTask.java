package dev.migrate.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Work on a large model: compare it, write what differs, prove.
 */
record ModelTask(Models models, Trial trial, Work work, int differences, List<String> heap) implements Task {

	@Override
	public List<Measurement> run(Row row, String tool, Wire wire) throws IOException, InterruptedException {
		// Hibernate can't go on where something differs.
		int found = tool.equals("hibernate") ? 0 : this.differences;
		List<String> folders = new ArrayList<>();
		if (this.work != Work.COMPARE && !tool.equals("alembic")) {
			folders.add(this.models.revisions(row.size(), found).toString());
			folders.add(this.models.entities(row.size()).toString());
		}
		Place place = this.models.place(row.size(), found);
		if (this.work == Work.PROVE) {
			place = place.on(this.models.empty());
		}
		this.models.settle();
		return this.trial.worker(Launch.of(this.heap, folders, tool, this.work), Worker.FIRST, place.through(wire))
			.stream()
			.map((sample) -> sample.as(row.name(), row.size(), tool))
			.toList();
	}

}

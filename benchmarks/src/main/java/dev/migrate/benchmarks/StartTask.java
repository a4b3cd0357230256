package dev.migrate.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts a small Spring Boot application on a database that is up to date.
 */
record StartTask(Histories histories, Server server, Trial trial) implements Task {

	@Override
	public List<Measurement> run(Row row, String tool, Wire wire) throws IOException, InterruptedException {
		String database = this.histories.applied(tool, row.size(), Packaging.FOLDER);
		List<String> command = new ArrayList<>(List.of(Trial.java(), "-cp",
				this.histories.root(tool, row.size()) + ":" + ClassPath.ALL.only(tool).text(), Start.class.getName(),
				Long.toString(this.server.process()),
				"--spring.datasource.url=" + wire.through(this.server.url(database)),
				"--spring.datasource.username=" + this.server.user(), "--spring.datasource.password=",
				"--spring.main.banner-mode=off", "--logging.level.root=error", "--spring.jpa.hibernate.ddl-auto=none",
				"--spring.datasource.hikari.maximum-pool-size=2", "--spring.migrate.auto-upgrade=true"));
		command.add("--spring.liquibase.change-log=classpath:master.yaml");
		return this.trial.samples(command).stream().map((sample) -> sample.as(row.name(), row.size(), tool)).toList();
	}

}

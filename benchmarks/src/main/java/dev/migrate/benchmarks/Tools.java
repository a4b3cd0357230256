package dev.migrate.benchmarks;

import dev.migrate.plan.TransactionMode;

/**
 * The tools that run in a Java process, by name. Only the one that is asked for is
 * loaded.
 */
final class Tools {

	private Tools() {
	}

	static Tool get(String name) {
		return switch (name) {
			case "raw" -> new Raw(Raw.Transactions.EACH);
			case "raw-one" -> new Raw(Raw.Transactions.ONE);
			case "raw-index" -> new RawIndex();
			case "raw-reflect" -> new RawReflect();
			case "raw-metadata" -> new HibernateTool(HibernateTool.Extent.METADATA);
			case "hibernate" -> new HibernateTool(HibernateTool.Extent.VALIDATE);
			case "migrate" -> new Migrate(TransactionMode.PER_REVISION);
			case "migrate-all" -> new Migrate(TransactionMode.ALL);
			case "flyway" -> new FlywayTool(FlywayTool.Grouping.EACH);
			case "flyway-group" -> new FlywayTool(FlywayTool.Grouping.ONE);
			case "liquibase" -> new LiquibaseTool();
			case "ebean" -> new EbeanTool();
			default -> throw new IllegalArgumentException("There is no tool " + name);
		};
	}

	static UnsupportedOperationException refused(Work work) {
		return new UnsupportedOperationException("It can't " + work.word());
	}

}

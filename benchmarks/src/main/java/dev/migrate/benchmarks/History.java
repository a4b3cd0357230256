package dev.migrate.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * One and the same history for all tools: every tenth revision makes a table, the nine
 * after it add a column each.
 */
final class History {

	private static final int COLUMNS = 10;

	private History() {
	}

	static String up(int number) {
		int table = (number - 1) / COLUMNS + 1;
		int column = (number - 1) % COLUMNS;
		return (column == 0) ? "CREATE TABLE t" + table + " (id BIGINT PRIMARY KEY, name TEXT NOT NULL)"
				: "ALTER TABLE t" + table + " ADD COLUMN c" + column + " VARCHAR(100)";
	}

	static String down(int number) {
		int table = (number - 1) / COLUMNS + 1;
		int column = (number - 1) % COLUMNS;
		return (column == 0) ? "DROP TABLE t" + table : "ALTER TABLE t" + table + " DROP COLUMN c" + column;
	}

	static String id(int number) {
		return name("abcdef%06d", number);
	}

	/**
	 * Write the files of all tools, each below a folder of its own that belongs on the
	 * class path.
	 */
	static void write(Path root, int count) throws IOException {
		Path migrate = Files.createDirectories(root.resolve("migrate/db/migrations"));
		Path flyway = Files.createDirectories(root.resolve("flyway/db/migration"));
		Path liquibase = Files.createDirectories(root.resolve("liquibase/changes"));
		Path ebean = Files.createDirectories(root.resolve("ebean/dbmigration"));
		Path alembic = Files.createDirectories(root.resolve("alembic/versions"));
		StringBuilder master = new StringBuilder("databaseChangeLog:\n");
		for (int number = 1; number <= count; number++) {
			String up = up(number);
			String down = down(number);
			Files.writeString(migrate.resolve(name("20261120_1004_" + id(number) + "_revision_%d.sql", number)),
					revision(id(number), (number == 1) ? "base" : id(number - 1), up + ";\n", down + ";\n"));
			Files.writeString(flyway.resolve(name("V%06d__revision.sql", number)), up + ";\n");
			Files.writeString(ebean.resolve(name("%d.1__revision.sql", number)), up + ";\n");
			Files.writeString(liquibase.resolve(name("%06d.sql", number)),
					"--liquibase formatted sql\n--changeset bench:" + number + "\n" + up + ";\n--rollback " + down
							+ ";\n");
			master.append("- include: {file: ").append(name("changes/%06d.sql", number)).append("}\n");
			Files.writeString(alembic.resolve(id(number) + "_revision.py"), """
					revision = "%s"
					down_revision = %s
					branch_labels = None
					depends_on = None
					from alembic import op
					def upgrade():
					    op.execute("%s")
					def downgrade():
					    op.execute("%s")
					""".formatted(id(number), (number == 1) ? "None" : "\"" + id(number - 1) + "\"", up, down));
		}
		Files.writeString(root.resolve("liquibase/master.yaml"), master);
		Files.writeString(root.resolve("alembic/env.py"), """
				from alembic import context
				from sqlalchemy import create_engine
				connection = context.config.attributes.get("connection")
				if connection is None:
				    connection = create_engine(context.config.get_main_option("sqlalchemy.url")).connect()
				context.configure(connection=connection, transaction_per_migration=False)
				with context.begin_transaction():
				    context.run_migrations()
				""");
	}

	static String revision(String id, String parent, String up, String down) {
		return """
				-- revision %s
				--
				-- revision: %s
				-- revises: %s
				-- created: 2026-11-20T10:04:00Z

				-- migrate:upgrade
				%s
				-- migrate:downgrade
				%s""".formatted(id, id, parent, up, down);
	}

	private static String name(String pattern, int number) {
		return String.format(Locale.ROOT, pattern, number);
	}

}

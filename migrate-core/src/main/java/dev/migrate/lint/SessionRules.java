package dev.migrate.lint;

import dev.migrate.ddl.Ddl;
import dev.migrate.ddl.TableAction;

/**
 * What a statement does to its session, its transaction and those who wait for it.
 */
final class SessionRules implements StatementRules {

	@Override
	public void check(Scene scene, Ddl ddl) {
		if (ddl instanceof Ddl.Transaction transaction) {
			scene.report(LintRule.X05, transaction.word()
					+ " begins or ends a transaction of its own: the engine does not know what is committed when the"
					+ " revision fails.",
					"Leave it out: without `transaction=false` the whole revision is one transaction.");
		}
		else if (ddl instanceof Ddl.Block) {
			scene.report(LintRule.X10,
					"A block of code runs: nothing can be said about what it does, or which locks it takes.",
					"Write plain statements; or look at it, and allow it: `-- migrate:allow X10 reason`.");
		}
		if (!scene.progress().lockTimeout() && locks(scene, ddl) && scene.progress().first(LintRule.X01)) {
			scene.report(LintRule.X01,
					"The statement waits for its lock without a limit: everybody else who uses the table queues behind"
							+ " it.",
					scene.surroundings().lockTimeout() ? "Give it a limit:\nSET LOCAL lock_timeout = '3s';"
							: "Set spring.migrate.lock-timeout, 10s for example, or in the revision:\n"
									+ "SET LOCAL lock_timeout = '3s';");
		}
	}

	private static boolean locks(Scene scene, Ddl ddl) {
		if (ddl instanceof Ddl.AlterTable alter) {
			return !scene.isNew(alter.table()) && alter.clauses()
				.stream()
				.anyMatch((clause) -> !(clause.action() instanceof TableAction.ValidateConstraint));
		}
		if (ddl instanceof Ddl.CreateIndex create) {
			return !create.mode().concurrently() && !scene.isNew(create.table());
		}
		if (ddl instanceof Ddl.Drop drop) {
			return !drop.concurrently() && drop.names().stream().anyMatch((name) -> !scene.isNew(name));
		}
		return ddl instanceof Ddl.Truncate || ddl instanceof Ddl.Maintain;
	}

}

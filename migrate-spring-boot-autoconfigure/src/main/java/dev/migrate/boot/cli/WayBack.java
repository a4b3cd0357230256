package dev.migrate.boot.cli;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

import dev.migrate.diff.Answers;
import dev.migrate.diff.Hazard;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.generate.Generated;
import dev.migrate.service.SchemaSettlement;

/**
 * {@code db repair --drift}: show, ask, bring the schema back.
 */
final class WayBack {

	private final DatabaseCommand command;

	private final AnswerOptions options;

	WayBack(DatabaseCommand command, AnswerOptions options) {
		this.command = command;
		this.options = options;
	}

	int go(boolean yes) {
		SchemaSettlement settlement = this.command.workplace().autogeneration().settlement(List.of());
		AtomicReference<Answers> given = new AtomicReference<>(this.options.given());
		Generated back = this.options.ask(this.command, (answers) -> {
			given.set(answers);
			return settlement.wayBack(answers);
		});
		List<String> changes = Lines.changes(back.comparison());
		if (changes.isEmpty()) {
			this.command.result("Nothing to do: the live schema is what its applied revisions build.");
			return this.command.end(ExitCodes.DONE, Lines.fields("drift", changes, "statements", List.of()));
		}
		back.upgrade().forEach((statement) -> this.command.remark(statement + ";"));
		agree(back, yes);
		settlement.bringBack(Objects.requireNonNull(given.get()), back.upgrade(), this.command.workplace().actor());
		String schema = this.command.service().status().schema();
		changes.forEach((change) -> this.command.result("Brought back: " + Lines.local(change, schema)));
		return this.command.end(ExitCodes.DONE, Lines.fields("drift", changes, "statements", back.upgrade()));
	}

	private void agree(Generated back, boolean yes) {
		boolean drops = back.comparison()
			.changes()
			.stream()
			.anyMatch((change) -> change.operation().getClass().getSimpleName().startsWith("Drop")
					|| change.hazards().stream().anyMatch((hazard) -> hazard.kind() == Hazard.Kind.LOSES_DATA));
		if (!drops || yes) {
			return;
		}
		String what = "This drops what people made in the database";
		if (!this.command.terminal().interactive()) {
			throw new MigrateException(ErrorCode.ANSWER_NEEDED,
					what + ": " + String.join("; ", Lines.changes(back.comparison())) + ".",
					"Nothing was changed. To go on without a question, add --yes; to keep it, write it down:"
							+ " `db repair --record -m …`.");
		}
		if (!this.command.terminal().confirms(what + ". Go on?")) {
			throw new MigrateException(ErrorCode.ANSWER_NEEDED, "Nothing was changed.", null);
		}
	}

}

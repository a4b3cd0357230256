package dev.migrate.boot.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.generate.Generated;
import dev.migrate.generate.Recorded;
import dev.migrate.script.Header;
import dev.migrate.script.MigrationFolder;
import dev.migrate.script.RevisionDraft;
import dev.migrate.service.NewRevisionRequest;
import dev.migrate.service.SchemaSettlement;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what is in the database: {@code db repair --record} and
 * {@code db init --from-database}.
 */
final class SchemaRecord {

	private final DatabaseCommand command;

	private final AnswerOptions answers;

	private final RevisionOptions options;

	SchemaRecord(DatabaseCommand command, AnswerOptions answers, RevisionOptions options) {
		this.command = command;
		this.answers = answers;
		this.options = options;
	}

	int write(@Nullable String message) {
		if (message == null) {
			throw new MigrateException(ErrorCode.USAGE, "A revision needs a message.",
					"Say what it does: -m \"what the DBA did\".");
		}
		MigrationFolder folder = this.command.service().folder();
		Path target = this.command.workplace().target(this.options.directory, folder);
		Header header = this.options.placement(folder)
			.place(new NewRevisionRequest(message, List.of(), this.options.splice, this.options.branchLabels,
					this.options.dependsOn, this.options.id()));
		SchemaSettlement settlement = this.command.workplace().autogeneration().settlement(List.of());
		Last last = new Last();
		Generated generated = this.answers.ask(this.command,
				(given) -> last.keep(settlement.record(given, "\"" + message + "\"")));
		List<String> lost = last.recorded().lost();
		generated.notes().forEach(this.command::remark);
		if (generated.isEmpty()) {
			this.command.result("Nothing to do: the live schema is what its applied revisions build.");
			return end(lost, Map.of());
		}
		RevisionDraft draft = new RevisionDraft(header,
				new RevisionDraft.Body(generated.upgrade(), generated.transactional(), null),
				new RevisionDraft.Body(generated.downgrade(), true, generated.irreversible()), generated.mapping());
		Path file = this.options.write(draft, folder, this.command.workplace(), this.command.service().dialect());
		settlement.stamp(header.revision(), target, this.command.workplace().actor());
		this.command.result("Wrote " + file);
		this.command.result("Marked " + header.revision() + " as applied: "
				+ Lines.count(generated.upgrade().size(), "statement") + " for what is there, none of them was run.");
		if (this.command.service().folder().find(header.revision()).isEmpty()) {
			this.command.remark("This jar does not hold the revision yet: build it again.");
		}
		return end(lost, RevisionOptions.fields(header, file));
	}

	private int end(List<String> lost, Map<String, Object> written) {
		lost.forEach((object) -> this.command.result("Not carried: " + object));
		Map<String, Object> fields = new LinkedHashMap<>(written);
		fields.put("notCarried", lost);
		return this.command.end(lost.isEmpty() ? ExitCodes.DONE : ExitCodes.DRIFT, fields);
	}

	/** The answers are asked for until nothing is open; the last result counts. */
	private static final class Last {

		private @Nullable Recorded recorded;

		Generated keep(Recorded newest) {
			this.recorded = newest;
			return newest.generated();
		}

		Recorded recorded() {
			if (this.recorded == null) {
				throw new IllegalStateException("Nothing was recorded");
			}
			return this.recorded;
		}

	}

}

package dev.migrate.boot.cli;

import java.util.List;
import java.util.Map;

import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionId;
import dev.migrate.revision.Target;
import dev.migrate.revision.TargetParser;
import dev.migrate.script.MigrationFolder;
import dev.migrate.script.SqlMigration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code db show}.
 */
@Command(name = "show", description = "Show a revision; with -v its file.",
		footer = { "", "Examples:", "  db show head", "  db show ca5c -v" })
final class ShowCommand extends DatabaseCommand {

	@Parameters(paramLabel = "REV", defaultValue = "head", arity = "0..1",
			description = "Which: head (default), current, an id, a label.")
	String target = "head";

	ShowCommand(Session session) {
		super(session);
	}

	@Override
	Need need() {
		return needFor(this.target);
	}

	@Override
	public Integer call() {
		Target which = TargetParser.parseOrCurrent(this.target);
		MigrationFolder folder = service().folder();
		RevisionText text = RevisionText.of(folder);
		List<Revision> found = text.graph()
			.resolve(which, appliedFor(this.target))
			.stream()
			.flatMap((id) -> text.graph().find(id).stream())
			.toList();
		if (found.isEmpty()) {
			remark("'" + this.target + "' stands for no revision.");
		}
		for (Revision revision : found) {
			result(text.entry(revision));
			if (this.common.verbose) {
				file(folder, revision.id());
			}
		}
		return end(ExitCodes.DONE,
				Map.of("revisions", found.stream().map((revision) -> RevisionText.fields(revision)).toList()));
	}

	private void file(MigrationFolder folder, RevisionId id) {
		if (folder.get(id) instanceof SqlMigration migration) {
			result(migration.text().stripTrailing());
		}
	}

}

package dev.migrate.boot.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import dev.migrate.revision.Applied;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionId;
import dev.migrate.revision.TargetParser;
import dev.migrate.script.MigrationFolder;
import dev.migrate.service.Autogeneration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code db prove}.
 */
@Command(name = "prove", description = "Run revisions up, down and up again on a scratch database.",
		footer = { "", "Examples:", "  db prove", "  db prove head" })
final class ProveCommand extends DatabaseCommand {

	@Parameters(paramLabel = "REV", arity = "0..*", description = "Which; all of them by default.")
	List<String> revisions = new ArrayList<>();

	ProveCommand(Session session) {
		super(session);
	}

	@Override
	public Integer call() {
		MigrationFolder folder = service().folder();
		Autogeneration autogeneration = workplace().autogeneration();
		List<RevisionId> ids = chosen(folder);
		for (RevisionId id : ids) {
			autogeneration.prove(id);
			boolean oneWay = folder.get(id).downgrade(service().dialect()).irreversible() != null;
			result("Proven " + folder.get(id).revision().describe()
					+ (oneWay ? ", upgrade only: it is irreversible" : ""));
		}
		return end(ExitCodes.DONE, Map.of("proven", ids.stream().map(RevisionId::value).toList()));
	}

	private List<RevisionId> chosen(MigrationFolder folder) {
		List<RevisionId> ids = new ArrayList<>();
		if (this.revisions.isEmpty()) {
			folder.graph().revisions().stream().map(Revision::id).forEach(ids::add);
			Collections.reverse(ids);
		}
		for (String revision : this.revisions) {
			ids.addAll(folder.graph().resolve(TargetParser.parse(revision), Applied.none()));
		}
		return ids;
	}

}

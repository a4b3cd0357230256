package dev.migrate.boot.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.migrate.dialect.postgresql.PostgresqlDialect;
import dev.migrate.revision.TargetParser;
import dev.migrate.script.Header;
import dev.migrate.script.MigrationFolder;
import dev.migrate.script.RevisionDraft;
import dev.migrate.service.NewRevisionRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code db merge}.
 */
@Command(name = "merge", description = "Join heads with an empty revision.",
		footer = { "", "Examples:", "  db merge -m \"merge grades and contacts\"", "  db merge 91c4 0ae6" })
final class MergeCommand extends DatabaseCommand {

	@Parameters(paramLabel = "REV", arity = "0..*", description = "What to join; all heads by default.")
	List<String> revisions = new ArrayList<>();

	@Option(names = { "-m", "--message" }, paramLabel = "MSG", description = "Its message, in one line.")
	String message = "";

	@Mixin
	final RevisionOptions options = new RevisionOptions();

	MergeCommand(Session session) {
		super(session);
	}

	@Override
	Several several() {
		return Several.ONE;
	}

	@Override
	public Integer call() {
		MigrationFolder folder = service().folder();
		NewRevisionRequest request = new NewRevisionRequest(this.message, List.of(), this.options.splice,
				this.options.branchLabels, this.options.dependsOn, this.options.id());
		Header header = this.options.placement(folder)
			.merge(this.revisions.stream().map(TargetParser::parse).toList(), request);
		Path file = this.options.write(RevisionDraft.empty(header), folder, workplace(), new PostgresqlDialect());
		result("Wrote " + file);
		return end(ExitCodes.DONE, RevisionOptions.fields(header, file));
	}

}

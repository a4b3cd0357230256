package dev.migrate.boot.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.migrate.revision.TargetParser;
import dev.migrate.script.Header;
import dev.migrate.script.JavaDraft;
import dev.migrate.script.JavaScriptWriter;
import dev.migrate.script.MigrationFolder;
import dev.migrate.script.RevisionDraft;
import dev.migrate.service.NewRevisionRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code db revision}.
 */
@Command(name = "revision", description = "Write an empty revision.",
		footer = { "", "Examples:", "  db revision -m \"add age\"", "  db revision -m \"fill slugs\" --java",
				"  db revision -m \"reports\" --head base --branch-label reports" })
final class RevisionCommand extends DatabaseCommand {

	@Option(names = { "-m", "--message" }, required = true, paramLabel = "MSG",
			description = "What it does, in one line.")
	String message = "";

	@Option(names = "--head", paramLabel = "REV", description = "What it revises; base for a new start.")
	List<String> heads = new ArrayList<>();

	@Option(names = "--java", description = "Write a class instead of a file of SQL.")
	boolean java;

	@Mixin
	final RevisionOptions options = new RevisionOptions();

	RevisionCommand(Session session) {
		super(session);
	}

	@Override
	Several several() {
		return Several.ONE;
	}

	@Override
	public Integer call() {
		MigrationFolder folder = service().folder();
		NewRevisionRequest request = new NewRevisionRequest(this.message,
				this.heads.stream().map(TargetParser::parse).toList(), this.options.splice, this.options.branchLabels,
				this.options.dependsOn, this.options.id());
		Header header = this.options.placement(folder).place(request);
		Path file = this.java
				? this.options.write(JavaDraft.empty(header), folder, workplace(),
						new JavaScriptWriter(service().fileDialect(), "public"))
				: this.options.write(RevisionDraft.empty(header), folder, workplace(), service().fileDialect());
		result("Wrote " + file);
		return end(ExitCodes.DONE, RevisionOptions.fields(header, file));
	}

}

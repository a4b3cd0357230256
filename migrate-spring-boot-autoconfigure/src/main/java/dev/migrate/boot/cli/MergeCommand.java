package dev.migrate.boot.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
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
		footer = { "", "The branches are run in both orders on a scratch database: they have to build the same schema.",
				"", "Examples:", "  db merge -m \"merge grades and contacts\"", "  db merge 91c4 0ae6" })
final class MergeCommand extends DatabaseCommand {

	@Parameters(paramLabel = "REV", arity = "0..*", description = "What to join; all heads by default.")
	List<String> revisions = new ArrayList<>();

	@Option(names = { "-m", "--message" }, paramLabel = "MSG", description = "Its message, in one line.")
	String message = "";

	@Option(names = "--force", description = "Write it although the branches conflict: you settle that in its file.")
	boolean force;

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
		boolean proven = prove(header);
		Path file = this.options.write(RevisionDraft.empty(header), folder, workplace(), service().fileDialect());
		result("Wrote " + file);
		if (proven) {
			remark("Proven: the branches build the same schema in both orders.");
		}
		Map<String, Object> fields = RevisionOptions.fields(header, file);
		fields.put("proven", proven);
		return end(ExitCodes.DONE, fields);
	}

	private boolean prove(Header header) {
		List<String> conflicts;
		try {
			conflicts = workplace().autogeneration().conflicts(header.revises());
		}
		catch (MigrateException ex) {
			if (ex.code() == ErrorCode.NOT_PROVEN || ex.code() == ErrorCode.INVALID_SOURCE) {
				throw ex;
			}
			return unproven(ex.getMessage());
		}
		catch (CommandFailedException ex) {
			return unproven(ex.getMessage());
		}
		if (conflicts.isEmpty()) {
			return true;
		}
		if (!this.force) {
			throw new MigrateException(ErrorCode.NOT_PROVEN,
					"The branches conflict: what they build depends on the order in which a database meets them. Nothing was written.",
					conflicts.stream().map((conflict) -> "  " + conflict + "\n").collect(Collectors.joining())
							+ "Change one of them if no database has it yet, or `db rebase` it. --force writes the merge,"
							+ " and you settle the conflict in its file.");
		}
		conflicts.forEach(this::remark);
		return false;
	}

	private boolean unproven(String reason) {
		remark("Not proven that the branches build the same schema in both orders: " + FailureText.masked(reason));
		return false;
	}

}

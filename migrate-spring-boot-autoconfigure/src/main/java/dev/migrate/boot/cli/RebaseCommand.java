package dev.migrate.boot.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.Applied;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionId;
import dev.migrate.revision.TargetParser;
import dev.migrate.script.MigrationFolder;
import dev.migrate.script.SqlMigration;
import dev.migrate.script.SqlScriptWriter;
import dev.migrate.service.Rebase;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code db rebase}.
 */
@Command(name = "rebase", description = "Move a branch that was never applied onto another head.",
		footer = { "", "Only the lines `revises` of files are changed. What the database has is not moved.", "",
				"Examples:", "  db rebase --onto 91c4", "  db rebase 0ae6 --onto grades@head" })
final class RebaseCommand extends DatabaseCommand {

	@Parameters(paramLabel = "REV", arity = "0..1",
			description = "The last revision of the branch; by default the only other head.")
	@Nullable String target;

	@Option(names = "--onto", required = true, paramLabel = "HEAD", description = "What it is to stand on.")
	String onto = "";

	@Option(names = "--without-database", description = "Do not ask the database whether it has any of the branch.")
	boolean withoutDatabase;

	@Option(names = "--directory", paramLabel = "PATH", description = "The folder of the revisions.")
	@Nullable String directory;

	RebaseCommand(Session session) {
		super(session);
	}

	@Override
	public Integer call() {
		MigrationFolder folder = service().folder();
		Rebase rebase = Rebase.plan(folder.graph(), (this.target != null) ? TargetParser.parse(this.target) : null,
				TargetParser.parse(this.onto));
		if (rebase.isEmpty()) {
			result("Nothing to do: the branch stands on " + rebase.onto().id() + ".");
			return end(ExitCodes.DONE, fields(rebase));
		}
		refuseApplied(rebase);
		Path place = workplace().target(this.directory, folder);
		Map<RevisionId, Path> files = new LinkedHashMap<>();
		rebase.parents().keySet().forEach((id) -> files.put(id, file(folder, id, place)));
		SqlScriptWriter writer = new SqlScriptWriter(service().fileDialect());
		rebase.parents().forEach((id, parents) -> {
			Path file = Objects.requireNonNull(files.get(id));
			writer.revise(file, parents);
			result("Wrote " + file + ": " + id + " revises " + Lines.ids(parents) + " now");
		});
		result("Moved " + Lines.ids(rebase.branch().stream().map(Revision::id).toList()) + " onto " + rebase.onto().id()
				+ ".");
		return end(ExitCodes.DONE, fields(rebase));
	}

	private void refuseApplied(Rebase rebase) {
		if (this.withoutDatabase) {
			return;
		}
		Applied applied;
		try {
			applied = service().status().applied();
		}
		catch (MigrateException ex) {
			if (ex.code() != ErrorCode.NO_CONNECTION) {
				throw ex;
			}
			throw new MigrateException(ErrorCode.NO_CONNECTION,
					"The database can't be asked whether it has any of the branch: " + ex.getMessage(),
					"If no database has it, add --without-database.", ex);
		}
		List<RevisionId> held = rebase.branch().stream().map(Revision::id).filter(applied::contains).toList();
		if (!held.isEmpty()) {
			throw new MigrateException(ErrorCode.USAGE,
					"The database has " + Lines.ids(held) + " of the branch, so it is not moved.",
					"Take back what is applied first (`db downgrade " + held.get(0)
							+ "-1`), or join the heads with `db merge`.");
		}
	}

	private static Path file(MigrationFolder folder, RevisionId id, Path place) {
		if (folder.get(id) instanceof SqlMigration) {
			return RevisionOptions.file(folder.get(id).location(), place);
		}
		throw new MigrateException(ErrorCode.USAGE,
				"Revision " + id + " is " + folder.get(id).location() + ", which is no SQL file.",
				"Change its `revises` by hand.");
	}

	private static Map<String, Object> fields(Rebase rebase) {
		Map<String, Object> parents = new LinkedHashMap<>();
		rebase.parents().forEach((id, ids) -> parents.put(id.value(), ids.stream().map(RevisionId::value).toList()));
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("onto", rebase.onto().id().value());
		fields.put("branch", rebase.branch().stream().map((revision) -> revision.id().value()).toList());
		fields.put("revises", parents);
		return fields;
	}

}

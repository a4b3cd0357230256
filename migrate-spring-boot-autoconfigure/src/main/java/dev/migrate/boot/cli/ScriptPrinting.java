package dev.migrate.boot.cli;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.migrate.boot.descriptor.RunDescriptor;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Range;
import dev.migrate.revision.RangeParser;
import dev.migrate.revision.Target;
import dev.migrate.revision.TargetParser;
import dev.migrate.run.ScriptForm;
import dev.migrate.service.Script;
import dev.migrate.service.ScriptRequest;
import org.jspecify.annotations.Nullable;

/**
 * {@code --sql} of upgrade and downgrade.
 */
final class ScriptPrinting {

	private final DatabaseCommand command;

	private final RunOptions options;

	ScriptPrinting(DatabaseCommand command, RunOptions options) {
		this.command = command;
		this.options = options;
	}

	/** Print a script; no text stands for what the folder does not have. */
	int print(Direction direction, @Nullable String text) {
		if (this.options.plan) {
			throw ScriptOptions.notWithSql("--plan");
		}
		ScriptOptions script = this.options.script;
		Range range = (text != null && RangeParser.isRange(text)) ? RangeParser.parse(text) : null;
		Target target = (text != null && range == null) ? TargetParser.parse(text) : null;
		Script written = this.command.service()
			.script(new ScriptRequest(direction, target, range,
					this.options.idempotent ? ScriptForm.IDEMPOTENT : ScriptForm.PLAIN,
					(range != null) ? script.dialect(this.command.workplace()) : script.dialect, script.tag));
		written.plan().warnings().forEach((warning) -> this.command.remark("Warning: " + warning));
		this.command.result(written.sql().stripTrailing());
		Map<String, Object> fields = new LinkedHashMap<>(RunDescriptor.of(written.plan()).fields());
		fields.put("sql", written.sql());
		return this.command.end(ExitCodes.DONE, fields);
	}

}

package dev.migrate.migration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.error.SourceLocation;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Reversal;
import dev.migrate.schema.QualifiedName;
import dev.migrate.sql.JdbcWork;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what a revision asks for.
 */
final class Recorder extends TableRecorder implements Operations {

	private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

	private static final String NOT_REVERSED = "no statement is known that takes it back; say it with"
			+ " execute(…).reversedBy(…)";

	private final @Nullable Recording upgrade;

	private final List<Recorded> entries = new ArrayList<>();

	private List<String> dialects = List.of();

	private boolean transactional = true;

	private @Nullable String irreversible;

	Recorder(@Nullable Recording upgrade) {
		this.upgrade = upgrade;
	}

	Recording recording() {
		return new Recording(this.entries, this.transactional, this.irreversible);
	}

	@Override
	void record(Operation operation, @Nullable String oneWay) {
		this.entries.add(new Recorded.Change(operation, oneWay, caller(), this.dialects));
	}

	private static SourceLocation caller() {
		return STACK.walk((frames) -> frames
			.filter((frame) -> !frame.getDeclaringClass().getPackageName().equals(Recorder.class.getPackageName()))
			.findFirst()
			.map((frame) -> SourceLocation.of(frame.getClassName(), Math.max(0, frame.getLineNumber())))
			.orElse(SourceLocation.of("a Java revision")));
	}

	@Override
	public Execution execute(String sql) {
		return executed(new ExecuteSql(sql, List.of(), null));
	}

	@Override
	public Execution execute(String sql, @Nullable Object... values) {
		return executed(new ExecuteSql(sql, Literals.of(values), null));
	}

	private Execution executed(ExecuteSql operation) {
		return executed(operation, NOT_REVERSED,
				(reversal) -> new ExecuteSql(operation.sql(), operation.values(), reversal));
	}

	@Override
	Execution executed(Operation operation, String oneWay, Function<ExecuteSql, Operation> reversible) {
		int index = this.entries.size();
		record(operation, oneWay);
		Recorded entry = this.entries.get(index);
		return new Execution((reversal) -> this.entries.set(index,
				new Recorded.Change(reversible.apply(reversal), null, entry.location(), entry.dialects())));
	}

	@Override
	public void run(String description, JdbcCode code) {
		run(description, (jdbc, arguments) -> code.run(jdbc));
	}

	@Override
	public void run(String description, JdbcWork code) {
		if (description.isBlank()) {
			throw new MigrateException(ErrorCode.INVALID_SOURCE, caller() + " runs code without a description.",
					"Say in a few words what it does: a plan shows nothing else of it.");
		}
		this.entries.add(new Recorded.Code(description.strip(), code, caller(), this.dialects));
	}

	@Override
	public void on(String dialect, Consumer<Operations> operations) {
		List<String> before = this.dialects;
		if (!before.isEmpty()) {
			throw new MigrateException(ErrorCode.INVALID_SOURCE, caller() + " calls on(…) inside on(…).",
					"Write one after the other.");
		}
		this.dialects = List.of(dialect);
		try {
			operations.accept(this);
		}
		finally {
			this.dialects = before;
		}
	}

	@Override
	public void outsideTransaction() {
		this.transactional = false;
	}

	@Override
	public void irreversible(String reason) {
		upgraded("irreversible");
		this.irreversible = reason;
	}

	@Override
	public void reverse() {
		Recording recorded = upgraded("reverse");
		this.transactional &= recorded.transactional();
		Set<Recorded> gone = goneWithTheirTable(recorded.entries());
		for (int index = recorded.entries().size() - 1; index >= 0; index--) {
			Recorded entry = recorded.entries().get(index);
			if (!gone.contains(entry)) {
				this.entries.add(entry.accept(new Reverse()));
			}
		}
	}

	private static Set<Recorded> goneWithTheirTable(List<Recorded> entries) {
		Set<Recorded> gone = new HashSet<>();
		Set<QualifiedName> tables = new HashSet<>();
		for (Recorded entry : entries) {
			if (!(entry instanceof Recorded.Change change)) {
				continue;
			}
			if (change.operation() instanceof CreateTable created && change.dialects().isEmpty()) {
				tables.add(created.table().name());
			}
			if (change.operation() instanceof InsertRows rows && rows.reversal() == null
					&& tables.contains(rows.table())) {
				gone.add(entry);
			}
		}
		return gone;
	}

	private Recording upgraded(String method) {
		if (this.upgrade == null) {
			throw new MigrateException(ErrorCode.INVALID_SOURCE, caller() + " calls " + method + "() in an upgrade.",
					"Only a downgrade may: move it to downgrade(Operations).");
		}
		return this.upgrade;
	}

	/** Knows the way back of what an upgrade recorded. */
	private static final class Reverse implements Recorded.Visitor<Recorded> {

		@Override
		public Recorded visit(Recorded.Change change) {
			Reversal reversal = change.operation().reverse();
			if (change.oneWay() != null) {
				throw impossible(change, change.operation().summary(), change.oneWay());
			}
			if (reversal instanceof Reversal.Impossible impossible) {
				throw impossible(change, change.operation().summary(), impossible.reason());
			}
			return new Recorded.Change(((Reversal.By) reversal).operation(), null, change.location(),
					change.dialects());
		}

		@Override
		public Recorded visit(Recorded.Code code) {
			throw impossible(code, "code: " + code.description(), "nothing is known of what code does");
		}

		private static MigrateException impossible(Recorded entry, String what, String reason) {
			return new MigrateException(ErrorCode.INVALID_SOURCE,
					"reverse() can't take back " + entry.location() + " (" + what + "): " + reason + ".",
					"Mend it there, or write this downgrade step by step.");
		}

	}

}

package dev.migrate.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrate.diff.Comparison;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Reversal;
import org.jspecify.annotations.Nullable;

/**
 * What a revision does and what takes it back, before it becomes SQL.
 *
 * @param dialect the database that it is for, such as {@code postgresql}
 * @param upgrade the operations of the upgrade, in their order
 * @param downgrade the operations of the downgrade, in their order
 * @param irreversible why there is no way back, or null if there is one; then the
 * downgrade is not written
 */
public record RevisionOperations(String dialect, List<Operation> upgrade, List<Operation> downgrade,
		@Nullable String irreversible) {

	static final RevisionOperations NONE = new RevisionOperations("", List.of(), List.of(), null);

	public RevisionOperations {
		upgrade = List.copyOf(upgrade);
		downgrade = List.copyOf(downgrade);
	}

	static RevisionOperations of(String dialect, Comparison comparison) {
		List<Operation> downgrade = new ArrayList<>();
		List<String> impossible = new ArrayList<>();
		for (Reversal reversal : comparison.downgrade()) {
			note(reversal, downgrade, impossible);
		}
		return new RevisionOperations(dialect, comparison.upgrade(), downgrade, joined(impossible));
	}

	private static void note(Reversal reversal, List<Operation> operations, List<String> impossible) {
		if (reversal instanceof Reversal.By by) {
			operations.add(by.operation());
		}
		else if (reversal instanceof Reversal.Impossible none) {
			impossible.add(none.reason());
		}
	}

	private static @Nullable String joined(List<String> reasons) {
		return reasons.isEmpty() ? null : reasons.stream().distinct().collect(Collectors.joining("; "));
	}

	/**
	 * Return this revision with operations that go by themselves on the way down: rows
	 * and partitions with their table.
	 */
	RevisionOperations followedBy(List<Operation> last) {
		return withUpgrade(Stream.concat(this.upgrade.stream(), last.stream()).toList());
	}

	/**
	 * Return this revision with operations at the end of the downgrade, if there is one.
	 */
	RevisionOperations followedBackBy(List<Operation> last) {
		return (this.irreversible != null) ? this : new RevisionOperations(this.dialect, this.upgrade,
				Stream.concat(this.downgrade.stream(), last.stream()).toList(), null);
	}

	/**
	 * Return this revision with an operation at the end of the upgrade, and what takes it
	 * back at the beginning of the downgrade.
	 * @param operation the operation
	 * @return the revision
	 */
	public RevisionOperations and(Operation operation) {
		List<Operation> up = new ArrayList<>(this.upgrade);
		up.add(operation);
		List<Operation> down = new ArrayList<>();
		List<String> impossible = new ArrayList<>();
		if (this.irreversible != null) {
			impossible.add(this.irreversible);
		}
		note(operation.reverse(), down, impossible);
		down.addAll(this.downgrade);
		return new RevisionOperations(this.dialect, up, down, joined(impossible));
	}

	public RevisionOperations withUpgrade(List<Operation> newUpgrade) {
		return new RevisionOperations(this.dialect, newUpgrade, this.downgrade, this.irreversible);
	}

	public RevisionOperations withDowngrade(List<Operation> newDowngrade) {
		return new RevisionOperations(this.dialect, this.upgrade, newDowngrade, null);
	}

	public RevisionOperations withoutWayBack(String why) {
		return new RevisionOperations(this.dialect, this.upgrade, List.of(), why);
	}

}

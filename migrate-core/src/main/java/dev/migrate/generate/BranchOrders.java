package dev.migrate.generate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrate.diff.Comparison;
import dev.migrate.diff.ComparisonRules;
import dev.migrate.diff.SchemaComparator;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.schema.Schema;
import dev.migrate.script.MigrationScript;
import org.jspecify.annotations.Nullable;

/**
 * Runs two branches one after the other, in both orders: databases will have met them in
 * one or the other.
 */
final class BranchOrders {

	private final Function<List<MigrationScript>, Schema> build;

	private final ComparisonRules rules;

	BranchOrders(Function<List<MigrationScript>, Schema> build, ComparisonRules rules) {
		this.build = build;
		this.rules = rules;
	}

	/** Return what the two make of each other, one sentence each. */
	List<String> conflicts(List<MigrationScript> base, List<MigrationScript> first, List<MigrationScript> second) {
		Set<String> conflicts = new LinkedHashSet<>();
		Schema one = build(base, first, second, conflicts);
		Schema other = build(base, second, first, conflicts);
		if (one != null && other != null) {
			Comparison comparison = new SchemaComparator().compare(one, other, this.rules);
			if (!comparison.isEmpty()) {
				comparison.changes()
					.stream()
					.map((change) -> "With " + name(first) + " last, and not " + name(second) + ": "
							+ change.operation().summary() + ".")
					.forEach(conflicts::add);
			}
		}
		return List.copyOf(conflicts);
	}

	private @Nullable Schema build(List<MigrationScript> base, List<MigrationScript> first,
			List<MigrationScript> second, Set<String> conflicts) {
		try {
			return this.build.apply(Stream.of(base, first, second).flatMap(List::stream).toList());
		}
		catch (MigrateException ex) {
			if (ex.code() != ErrorCode.NOT_PROVEN) {
				throw ex;
			}
			// A branch that fails by itself is no conflict, but broken.
			for (List<MigrationScript> branch : List.of(first, second)) {
				Objects.requireNonNull(this.build.apply(joined(base, branch)));
			}
			conflicts.add("After " + name(first) + ": " + ex.getMessage());
			return null;
		}
	}

	private static List<MigrationScript> joined(List<MigrationScript> base, List<MigrationScript> branch) {
		List<MigrationScript> all = new ArrayList<>(base);
		all.addAll(branch);
		return all;
	}

	private static String name(List<MigrationScript> branch) {
		return branch.stream().map((script) -> script.revision().id().value()).collect(Collectors.joining(", "));
	}

}

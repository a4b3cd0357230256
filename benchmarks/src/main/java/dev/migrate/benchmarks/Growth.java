package dev.migrate.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How the work of a row grows with its size.
 *
 * @param row its name
 * @param tool who
 * @param sizes from the smallest to the largest
 * @param perThousand milliseconds for a thousand more, between the last two sizes
 * @param exponent of the size, fitted to all sizes once the cost of the smallest is taken
 * away: 1 is linear; {@code NaN} if the work hardly grows
 */
record Growth(String row, String tool, List<Integer> sizes, double perThousand, double exponent) {

	/** An exponent above this is worse than linear. */
	private static final double LIMIT = 1.1;

	// Exponents that differ by less are the same.
	private static final double LIKE = 0.1;

	// Below it, noise would be taken for growth.
	private static final double HARDLY = 1.3;

	private static final double FEW_MILLIS = 30;

	// The server's CPU is told in such steps: what differs by less says nothing.
	private static final double TICK_MILLIS = 10;

	static List<Growth> of(List<Measurement> results) {
		Map<String, List<Measurement>> families = new LinkedHashMap<>();
		results.forEach(
				(result) -> families.computeIfAbsent(result.row() + "/" + result.tool(), (key) -> new ArrayList<>())
					.add(result));
		return families.values().stream().filter((family) -> family.size() >= 3).map(Growth::fit).toList();
	}

	private static Growth fit(List<Measurement> family) {
		Measurement first = family.get(0);
		Measurement middle = family.get(family.size() - 2);
		Measurement last = family.get(family.size() - 1);
		boolean grows = last.work() >= Math.max(first.work() * HARDLY, first.work() + FEW_MILLIS);
		return new Growth(first.row(), first.tool(), family.stream().map(Measurement::size).toList(),
				(last.work() - middle.work()) / (last.size() - middle.size()) * 1000,
				grows ? exponent(first,
						family.stream().filter((larger) -> larger.work() > first.work() + TICK_MILLIS).toList())
						: Double.NaN);
	}

	// The slope of the line that fits the logarithms best.
	private static double exponent(Measurement first, List<Measurement> larger) {
		double[] more = larger.stream().mapToDouble((next) -> Math.log(next.size() - first.size())).toArray();
		double[] cost = larger.stream().mapToDouble((next) -> Math.log(next.work() - first.work())).toArray();
		double meanMore = Arrays.stream(more).average().orElse(0);
		double meanCost = Arrays.stream(cost).average().orElse(0);
		double slope = 0;
		double square = 0;
		for (int index = 0; index < more.length; index++) {
			slope += (more[index] - meanMore) * (cost[index] - meanCost);
			square += (more[index] - meanMore) * (more[index] - meanMore);
		}
		return slope / square;
	}

	/**
	 * Say what the exponent means.
	 * @param all of the same results, the bound's among them
	 * @param results where the bound of a row is known
	 * @return the exponent, and for ours whether that is a defect
	 */
	String verdict(List<Growth> all, Results results) {
		if (Double.isNaN(this.exponent)) {
			return "hardly grows";
		}
		String power = String.format(Locale.ROOT, "%.2f", this.exponent);
		if (this.exponent <= LIMIT || !this.tool.startsWith("migrate")) {
			return power;
		}
		String title = this.row + " " + this.sizes.get(this.sizes.size() - 1);
		Measurement bound = results.bound(title, this.tool);
		boolean alike = bound != null && all.stream()
			.anyMatch((other) -> other.row.equals(this.row) && other.tool.equals(bound.tool())
					&& other.exponent >= this.exponent - LIKE);
		return power + (alike ? ", as the bound" : ", worse than linear");
	}

}

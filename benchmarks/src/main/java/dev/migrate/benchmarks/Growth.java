package dev.migrate.benchmarks;

import java.util.ArrayList;
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
 * @param exponent of the size, once the cost of the smallest is taken away: 1 is linear;
 * {@code NaN} if the work hardly grows
 */
record Growth(String row, String tool, List<Integer> sizes, double perThousand, double exponent) {

	/** An exponent above this is worse than linear. */
	private static final double LIMIT = 1.1;

	// Below it, noise would be taken for growth.
	private static final double HARDLY = 1.3;

	private static final double FEW_MILLIS = 30;

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
		double exponent = (last.work() < Math.max(first.work() * HARDLY, first.work() + FEW_MILLIS)
				|| middle.work() <= first.work()) ? Double.NaN
						: Math.log((last.work() - first.work()) / (middle.work() - first.work()))
								/ Math.log((double) (last.size() - first.size()) / (middle.size() - first.size()));
		return new Growth(first.row(), first.tool(), family.stream().map(Measurement::size).toList(),
				(last.work() - middle.work()) / (last.size() - middle.size()) * 1000, exponent);
	}

	String verdict() {
		if (Double.isNaN(this.exponent)) {
			return "hardly grows";
		}
		String power = String.format(Locale.ROOT, "%.2f", this.exponent);
		return (this.exponent > LIMIT && this.tool.startsWith("migrate")) ? power + ", worse than linear" : power;
	}

}

package dev.migrate.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds the constants that have another name: where some went and others came, by an
 * answer, or perhaps, which is a question. A row that holds one that went is refused by
 * what allows the others only.
 */
final class ConstantRenames {

	private static final int MOST_CANDIDATES = 3;

	private static final int SURELY_ALIKE = 100;

	private final Findings findings;

	ConstantRenames(Findings findings) {
		this.findings = findings;
	}

	/**
	 * Return the new names by the old.
	 * @param owner the column or type as a person types it
	 * @param before the constants that were there
	 * @param after those that are there now
	 */
	SortedMap<String, String> find(String owner, List<String> before, List<String> after) {
		SortedMap<String, String> renames = new TreeMap<>();
		List<String> gone = new ArrayList<>(before);
		gone.removeAll(after);
		List<String> came = new ArrayList<>(after);
		came.removeAll(before);
		if (before.isEmpty() || came.isEmpty()) {
			return renames;
		}
		List<String> open = new ArrayList<>();
		for (String constant : gone) {
			String subject = owner + "." + constant;
			Optional<String> answer = this.findings.renameOf(subject);
			if (answer.isEmpty()) {
				open.add(constant);
			}
			else if (came.remove(answer.get())) {
				renames.put(constant, answer.get());
				this.findings.useRename(subject, answer.get());
			}
		}
		open.forEach((constant) -> ask(owner + "." + constant, constant, came, open.size() == 1));
		return renames;
	}

	private void ask(String subject, String constant, List<String> came, boolean alone) {
		// Answered even where another answer left no name to ask for.
		if (this.findings.isDropped(subject) || came.isEmpty()) {
			return;
		}
		String reason = (alone && came.size() == 1) ? "it came when the other went" : "it is new";
		List<Question.Candidate> candidates = came.stream().map((name) -> {
			int alike = Likeness.names(constant, name);
			return new Question.Candidate(name, alike, List.of((alike == SURELY_ALIKE) ? "the same letters" : reason));
		})
			.sorted(Comparator.comparing(Question.Candidate::likelihood)
				.reversed()
				.thenComparing(Question.Candidate::name))
			.limit(MOST_CANDIDATES)
			.toList();
		this.findings.ask(new Question.Constant(subject, candidates));
	}

}

package dev.migrate.revision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for every graph, tried on many.
 */
class RandomGraphTests {

	private static final int ROUNDS = 300;

	@Test
	void comesBackToWhereItStarted() {
		forEachGraph((graph, random) -> {
			Journey start = somewhere(graph, random);
			Revision target = any(graph, random);
			Journey up = start.follow(graph.upgrade(start.applied(), goal(graph, start, target)));
			Set<RevisionId> added = new TreeSet<>(up.applied().ids());
			added.removeAll(start.applied().ids());
			Journey down = up.follow(graph.takeBack(up.applied(), added));
			assertThat(down.applied()).isEqualTo(start.applied());
			assertThat(reversed(down.steps())).isEqualTo(up.steps());
		});
	}

	@Test
	void leavesAClosedSetAfterEveryStep() {
		forEachGraph((graph, random) -> {
			Journey full = Journey.at(graph).upgrade("heads");
			assertThat(full.applied().ids()).hasSize(graph.revisions().size());
			Target target = Target.of(any(graph, random).id());
			Applied now = full.applied();
			for (Movement movement : graph.downgrade(now, target)) {
				now = movement.after(now);
				assertThat(GraphState.of(graph, now).holes()).isEmpty();
			}
			assertThat(now.contains(RevisionId.of(target.toString()))).isTrue();
			for (Movement movement : graph.upgrade(now, Target.heads())) {
				now = movement.after(now);
				assertThat(GraphState.of(graph, now).holes()).isEmpty();
			}
			assertThat(now).isEqualTo(full.applied());
		});
	}

	@Test
	void doesNotCareForTheOrderOfReading() {
		forEachGraph((graph, random) -> {
			List<Revision> shuffled = new ArrayList<>(graph.revisions());
			Collections.shuffle(shuffled, random);
			RevisionGraph again = RevisionGraph.of(shuffled);
			assertThat(again.revisions()).isEqualTo(graph.revisions());
			assertThat(again.upgrade(Applied.none(), Target.heads()))
				.isEqualTo(graph.upgrade(Applied.none(), Target.heads()));
			graph.revisions()
				.forEach((revision) -> assertThat(again.labels(revision.id())).isEqualTo(graph.labels(revision.id())));
		});
	}

	@Test
	void stampsWhatAnUpgradeWouldApply() {
		forEachGraph((graph, random) -> {
			Target target = Target.of(any(graph, random).id());
			Applied stamped = graph.stamp(Applied.none(), List.of(target));
			assertThat(Journey.at(graph).upgrade(target.toString()).applied()).isEqualTo(stamped);
			Applied elsewhere = graph.stamp(somewhere(graph, random).applied(), List.of(target));
			assertThat(GraphState.of(graph, elsewhere).holes()).isEmpty();
			assertThat(elsewhere.ids()).containsAll(stamped.ids());
			assertThat(graph.downgrade(elsewhere, target)).isEmpty();
		});
	}

	@Test
	void takesTheOnlyHeadBackStepByStep() {
		forEachGraph((graph, random) -> {
			Journey now = Journey.at(graph, any(graph, random).id().value());
			while (!now.applied().isEmpty() && graph.currentHeads(now.applied()).size() == 1) {
				String head = now.heads();
				now = now.downgrade("-1");
				assertThat(now.steps()).isEqualTo(head);
			}
		});
	}

	@Test
	void walksAChainOfTenThousand() {
		List<Revision> chain = new ArrayList<>();
		for (int i = 0; i < 10_000; i++) {
			chain.add(GraphBuilder.revision("r" + i, (i == 0) ? List.of() : List.of("r" + (i - 1)), List.of(),
					(i % 1_000 == 0) ? List.of("l" + i) : List.of(), List.of()));
		}
		Collections.shuffle(chain, new Random(7));
		RevisionGraph graph = RevisionGraph.of(chain);
		List<Movement> up = graph.upgrade(Applied.none(), TargetParser.parse("head"));
		assertThat(up).hasSize(10_000);
		assertThat(up.get(0).revision().id()).isEqualTo(RevisionId.of("r0"));
		assertThat(Applied.none().after(up).ids()).hasSize(10_000);
		Applied all = graph.appliedAt(TargetParser.parse("head"));
		assertThat(graph.downgrade(all, TargetParser.parse("base"))).hasSize(10_000);
		assertThat(graph.downgrade(all, TargetParser.parse("-9999"))).hasSize(9_999);
		assertThat(graph.downgrade(all, TargetParser.parse("head-9999"))).hasSize(9_999);
		assertThat(graph.upgrade(Applied.of("r0"), TargetParser.parse("r0+9999"))).hasSize(9_999);
		assertThat(graph.history(RangeParser.parse("r10:r20"), Applied.none())).hasSize(11);
		assertThat(GraphState.of(graph, Applied.of("r9999")).holes()).hasSize(1);
		assertThat(graph.labels(RevisionId.of("r9999"))).hasSize(10);
		assertThat(graph.stamp(all, List.of(TargetParser.parse("r0")))).isEqualTo(Applied.of("r0"));
	}

	private static void forEachGraph(BiConsumer<RevisionGraph, Random> check) {
		for (long seed = 0; seed < ROUNDS; seed++) {
			Random random = new Random(seed);
			RevisionGraph graph = RevisionGraph.of(randomRevisions(random));
			try {
				check.accept(graph, random);
			}
			catch (AssertionError | RuntimeException failure) {
				throw new AssertionError("seed " + seed + ": " + failure.getMessage(), failure);
			}
		}
	}

	private static List<Revision> randomRevisions(Random random) {
		int size = 1 + random.nextInt(25);
		List<Integer> names = new ArrayList<>(IntStream.range(0, size).boxed().toList());
		Collections.shuffle(names, random);
		List<Revision> revisions = new ArrayList<>();
		for (int i = 0; i < size; i++) {
			Set<String> parents = new LinkedHashSet<>();
			int wanted = (random.nextInt(8) == 0) ? 0 : (random.nextInt(5) == 0) ? 2 : 1;
			for (int k = 0; k < wanted && i > 0; k++) {
				parents.add("r" + names.get(Math.max(0, i - 1 - random.nextInt(4))));
			}
			List<String> dependsOn = (i > 0 && random.nextInt(5) == 0) ? List.of("r" + names.get(random.nextInt(i)))
					: List.of();
			List<String> labels = (random.nextInt(6) == 0) ? List.of("label" + i) : List.of();
			revisions
				.add(GraphBuilder.revision("r" + names.get(i), List.copyOf(parents), dependsOn, labels, List.of()));
		}
		Collections.shuffle(revisions, random);
		return revisions;
	}

	private static Journey somewhere(RevisionGraph graph, Random random) {
		List<String> tops = new ArrayList<>();
		for (int i = random.nextInt(3); i > 0; i--) {
			tops.add(any(graph, random).id().value());
		}
		return Journey.at(graph, tops.toArray(new String[0]));
	}

	/** An older revision would be refused, so all heads stand for it. */
	private static Target goal(RevisionGraph graph, Journey start, Revision target) {
		return start.applied().contains(target.id()) ? Target.heads() : Target.of(target.id());
	}

	private static Revision any(RevisionGraph graph, Random random) {
		return graph.revisions().get(random.nextInt(graph.revisions().size()));
	}

	private static String reversed(String steps) {
		List<String> words = new ArrayList<>(List.of(steps.split(" ")));
		Collections.reverse(words);
		return String.join(" ", words);
	}

}

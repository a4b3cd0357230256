package dev.migrate.revision;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.SourceLocation;

import static dev.migrate.revision.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * How a revision may be called.
 */
class NamesTests {

	private final RevisionGraph graph = GraphBuilder.graph("a@abranch->b->somelongername->c",
			"d->e@ebranch->someothername->f");

	@Test
	void looksAPrefixUpWithinTheBranch() {
		assertThat(resolve("ebranch@some")).isEqualTo("someothername");
		assertThat(resolve("abranch@some")).isEqualTo("somelongername");
		refused(() -> resolve("some")).with(ErrorCode.UNKNOWN_TARGET)
			.says("'some' is the beginning of 2 revisions.")
			.hints("somelongername", "someothername");
		assertThat(resolve("somel")).isEqualTo("somelongername");
	}

	@Test
	void prefersTheExactName() {
		assertThat(resolve("e")).isEqualTo("e");
		assertThat(resolve("ebranch")).isEqualTo("e");
		RevisionGraph nested = GraphBuilder.graph("abcd->abcde->abcdef");
		assertThat(Journey.at(nested).upgrade("abcd").steps()).isEqualTo("abcd");
		RevisionGraph label = GraphBuilder.graph("abcdef", "abcd1@abcde");
		assertThat(Journey.at(label).upgrade("abcde").steps()).isEqualTo("abcd1");
	}

	@Test
	void countsFromAPrefixAndFromALabel() {
		assertThat(resolve("somel+1")).isEqualTo("c");
		assertThat(resolve("ebranch+1")).isEqualTo("someothername");
		assertThat(resolve("ebranch@head-1")).isEqualTo("someothername");
		assertThat(resolve("abranch@base+2")).isEqualTo("b");
		assertThat(resolve("ebranch@+2")).isEqualTo("e");
		assertThat(resolve("heads")).isEqualTo("c, f");
		assertThat(resolve("ebranch@heads")).isEqualTo("f");
		assertThat(resolve("e@head")).isEqualTo("f");
		assertThat(resolve("base")).isEmpty();
		refused(() -> resolve("ebranch@somel+1")).says("is not on the branch 'ebranch'");
		refused(() -> resolve("head")).with(ErrorCode.SEVERAL_HEADS);
		refused(() -> resolve("heads-1")).with(ErrorCode.SEVERAL_HEADS);
	}

	@Test
	void asksForFourCharacters() {
		refused(() -> resolve("som")).with(ErrorCode.UNKNOWN_TARGET)
			.says("'som' is too short: the beginning of an id needs at least four characters.")
			.hints("somelongername", "someothername");
	}

	@Test
	void saysThatARevisionLiesOnAnotherBranch() {
		refused(() -> resolve("ebranch@b")).says("Revision b", "is not on the branch 'ebranch'");
		refused(() -> resolve("ebranch@somel")).says("Revision somelongername", "is not on the branch 'ebranch'");
		refused(() -> resolve("x@d")).says("has no branch 'x'");
	}

	@Test
	void offersWhatLooksAlike() {
		refused(() -> resolve("someothernam3")).hints("Did you mean:", "someothername \"e->someothername\"");
		refused(() -> resolve("ebrunch")).hints("  e \"d->e\"");
		RevisionGraph words = RevisionGraph.of(List.of(new Revision(RevisionId.of("ca5cd22ac516"), List.of(), List.of(),
				List.of(), "create students", List.of(), SourceLocation.of("x.sql", 3))));
		refused(() -> Journey.at(words).upgrade("student")).says("The folder has no revision 'student'.")
			.hints("ca5cd22ac516 \"create students\" (x.sql:3)");
	}

	@Test
	void listsTheHeadsAndLabelsWhenNothingLooksAlike() {
		refused(() -> resolve("zzzz")).hints("these are the heads and labelled branches:", "f \"someothername->f\"",
				"a \"->a\"", "The branch labels are ", "ebranch", "db history");
	}

	@Test
	void saysWhetherTheDatabaseOrTheFolderLacksIt() {
		Applied applied = Applied.of("a", "fedcba987654");
		refused(() -> this.graph.upgrade(applied, TargetParser.parse("fedcba987654"))).with(ErrorCode.UNKNOWN_TARGET)
			.says("Revision fedcba987654 is applied in the database, but the folder has no file for it.")
			.hints("db downgrade --unknown");
		refused(() -> this.graph.upgrade(applied, TargetParser.parse("fedc"))).says("Revision fedcba987654 is applied");
		refused(() -> this.graph.upgrade(applied, TargetParser.parse("0123")))
			.says("Neither the folder nor the database has a revision '0123'.");
	}

	@Test
	void finds() {
		assertThat(this.graph.find(RevisionId.of("b"))).isPresent();
		assertThat(this.graph.find(RevisionId.of("nothing"))).isEmpty();
	}

	private String resolve(String target) {
		return Refusals.join(this.graph.resolve(TargetParser.parse(target), Applied.none(), Direction.UPGRADE));
	}

}

package dev.migrate.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CheckTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			((age >= 0) AND (age <= 10))                 | age <= 10; age >= 0
			(((a > 1) AND (b > 2)) AND (c > 3))          | a > 1; b > 2; c > 3
			(a > 1)                                      | a > 1
			((a > 1) OR ((b > 2) AND (c > 3)))           | (a > 1) OR ((b > 2) AND (c > 3))
			a > 1 OR b > 2 AND c > 3                     | a > 1 OR b > 2 AND c > 3
			(a) AND (b)                                  | a; b
			a BETWEEN 1 AND 5 AND b > 2                  | a BETWEEN 1 AND 5; b > 2
			NOT a and b                                  | NOT a; b
			CASE WHEN a AND b THEN c ELSE d END AND e    | CASE WHEN a AND b THEN c ELSE d END; e
			name <> ') AND (' AND b                      | b; name <> ') AND ('
			"odd AND (" > 1 AND b                        | "odd AND (" > 1; b
			a = 'it''s AND' AND b                        | a = 'it''s AND'; b
			a = E'\\' AND ' AND b                        | a = E'\\' AND '; b
			brand > 1 AND android > 2                    | android > 2; brand > 1
			x = ANY (ARRAY['a AND b'::text, 'c'::text])  | x = ANY (ARRAY['a AND b'::text, 'c'::text])
			((broken AND text                            | ((broken AND text
			""")
	void splitsAtTheAndOfTheTop(String expression, String conjuncts) {
		assertThat(String.join("; ", Check.of("c", expression.replace("\\\\", "\\")).conjuncts()))
			.isEqualTo(conjuncts.replace("\\\\", "\\"));
	}

	@Test
	void isEqualWhateverTheOrderOfItsConditions() {
		long seed = 42;
		Random random = new Random(seed);
		for (int round = 0; round < 200; round++) {
			List<String> conditions = new ArrayList<>();
			int size = 1 + random.nextInt(5);
			for (int i = 0; i < size; i++) {
				conditions.add("(c" + random.nextInt(9) + " > " + random.nextInt(99) + ")");
			}
			Check check = Check.of("c", String.join(" AND ", conditions));
			Collections.shuffle(conditions, random);
			Check shuffled = Check.of("c", "(" + String.join(" AND ", conditions) + ")");
			assertThat(shuffled).as("seed %d round %d", seed, round).isEqualTo(check).hasSameHashCodeAs(check);
			assertThat(Check.of("c", check.expression() + " AND (other > 1)")).isNotEqualTo(check);
		}
	}

	@Test
	void differsByAnythingElse() {
		Check check = Check.of("c", "a > 1");
		assertThat(check).isNotEqualTo(check.withName("d"))
			.isNotEqualTo(check.withValidity(Validity.NOT_VALID))
			.isNotEqualTo(Check.of("c", "a > 2"))
			.isNotEqualTo(new Check("c", "a > 1", true, Validity.VALID, null))
			.isNotEqualTo(new Check("c", "a > 1", false, Validity.VALID, "comment"));
	}

	@Test
	void survivesDeepParentheses() {
		String deep = "(".repeat(5000) + "a > 1" + ")".repeat(5000);
		assertThat(Check.of("c", deep).conjuncts()).containsExactly("a > 1");
	}

}

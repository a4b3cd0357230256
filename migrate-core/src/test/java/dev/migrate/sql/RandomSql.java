package dev.migrate.sql;

import java.util.Random;

/**
 * Random texts that are nearly SQL, for laws that hold for every text.
 */
final class RandomSql {

	private static final String[] PARTS = { "SELECT ", "'a;b'", "E'\\';'", "e'\\\\'", "'it''s'", "\"q;\"\"\"",
			"$$ ; $$", "$x$ $$;' $x$", "$1", "a$b$c", "/* ; */", "/* /* ; */ ' */", "-- it's;\n", "--\r\n", ";", ";;",
			"(", ")", ",", " ", "\n", "\r\n", "\r", "\t", "\f", "\u00a0", "\uFEFF", "1", "2.5e-3", "0x1F", "- -1",
			"->>", "@-", "::text", "U&'\\0041'", "\\", "CREATE FUNCTION f() BEGIN ATOMIC ", "CASE ", " END",
			"COPY t FROM STDIN;\n1;'\n\\.\n", "CREATE RULE r AS DO ALSO (a; b)", "'a'\n'b\\'", "E'a'\n'b\\''",
			"/*+ hint */", "`a;`", "// x;\n", "é", "😀", "$", "E", "'", "\"", "$$", "/*", "*/",
			"-- migrate:downgrade\n" };

	private static final String NOISE = "'\"$;-/*\\eE()\n\r\t a1_.:+=@`xU&";

	private RandomSql() {
	}

	static String parts(Random random) {
		StringBuilder text = new StringBuilder();
		for (int i = random.nextInt(24); i > 0; i--) {
			text.append(PARTS[random.nextInt(PARTS.length)]);
		}
		return text.toString();
	}

	/** Change some characters of a text. */
	static String mutate(String text, Random random) {
		StringBuilder mutated = new StringBuilder(text);
		for (int i = random.nextInt(3); i > 0 && mutated.length() > 1; i--) {
			int at = random.nextInt(mutated.length());
			switch (random.nextInt(3)) {
				case 0 -> mutated.deleteCharAt(at);
				case 1 -> mutated.insert(at, NOISE.charAt(random.nextInt(NOISE.length())));
				default -> mutated.setCharAt(at, NOISE.charAt(random.nextInt(NOISE.length())));
			}
		}
		return mutated.toString();
	}

}

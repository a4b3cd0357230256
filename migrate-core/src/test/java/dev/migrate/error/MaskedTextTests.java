package dev.migrate.error;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MaskedTextTests {

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:postgresql://h/db?user=me&password=geheim", "jdbc:h2:mem:x;USER=sa;PASSWORD=geheim",
			"jdbc:postgresql://me:geheim@h/db", "jdbc:postgresql://me:ge:he@geheim@h:5432/db", "me:geheim@h",
			"jdbc:oracle:thin:me/x:geheim@h", "{user=me, password=geheim}", "{\"user\":\"me\",\"password\":\"geheim\"}",
			"{\"password\" : \"ge, geheim\"}", "password='ge, ''geheim'", "sslpassword=geheim",
			"trustStorePassword=geheim", "PWD=geheim;UID=me", "passwd: geheim", "passphrase=geheim",
			"ALTER ROLE x PASSWORD 'it''s geheim'", "CREATE USER x IDENTIFIED BY 'geheim'",
			"CREATE USER x IDENTIFIED BY \"geheim\"", "CREATE USER X PASSWORD [*]'geheim' NONSENSE",
			"ALTER USER x WITH ENCRYPTED PASSWORD 'geheim'", "spring.datasource.password=geheim",
			"--spring.migrate.password=geheim", "Password : geheim" })
	void hidesPasswords(String text) {
		String masked = MaskedText.of(text);
		assertThat(masked).doesNotContain("geheim").contains("***");
		assertThat(MaskedText.of("`" + masked + "`.")).isEqualTo("`" + masked + "`.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "label@head", "base:label@head", "a1b2:label@heads", "x:label@+2", "x:label@base",
			"FATAL: password authentication failed for user \"me\"", "students.sql:12 is refused", "",
			"jdbc:postgresql://h:5432/db", "jdbc:postgresql://me@h/db", "2026-11-20T10:04:00Z" })
	void leavesTheRest(String text) {
		assertThat(MaskedText.of(text)).isEqualTo(text);
	}

	@Test
	void copiesAnExceptionOnlyForAPassword() {
		SQLException clean = new SQLException("no", "08001", new IllegalArgumentException("nothing"));
		assertThat(MaskedText.of(clean)).isSameAs(clean);
		SQLException cause = new SQLException("no", new IllegalArgumentException("password=geheim"));
		SQLException suppressed = new SQLException("no");
		suppressed.addSuppressed(new IllegalStateException("jdbc:x://me:geheim@h"));
		for (Throwable dirty : new Throwable[] { cause, suppressed }) {
			StringWriter trace = new StringWriter();
			MaskedText.of(dirty).printStackTrace(new PrintWriter(trace));
			assertThat(trace.toString()).doesNotContain("geheim").contains("java.sql.SQLException: no", "\tat ");
		}
	}

}

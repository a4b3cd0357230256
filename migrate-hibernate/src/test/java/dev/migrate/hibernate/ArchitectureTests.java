package dev.migrate.hibernate;

import java.nio.file.Path;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.migrate.testkit.SourceSizes;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the reader of entities may know.
 */
class ArchitectureTests {

	private static final JavaClasses READER = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("dev.migrate.hibernate");

	private static final JavaClasses ENGINE = new ClassFileImporter().importPackages("dev.migrate.error",
			"dev.migrate.schema", "dev.migrate.operation", "dev.migrate.generate", "dev.migrate.service");

	private static final SourceSizes SOURCES = SourceSizes.of(Path.of("src/main/java"));

	@Test
	void theScanSawSomething() {
		assertThat(READER).hasSizeGreaterThan(20);
		assertThat(ENGINE).hasSizeGreaterThan(50);
		assertThat(SOURCES.count()).isGreaterThan(20);
	}

	@Test
	void theEngineDoesNotSeeHibernate() {
		noClasses().should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.hibernate..", "jakarta.persistence..", "dev.migrate.hibernate..")
			.check(ENGINE);
	}

	@Test
	void theReaderKnowsHibernateAndLittleElse() {
		classes().should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("dev.migrate.hibernate..", "dev.migrate.error..", "dev.migrate.generate..",
					"dev.migrate.dialect..", "java..", "javax.sql..", "org.hibernate..", "jakarta.persistence..",
					"org.jspecify.annotations..")
			.check(READER);
	}

	@Test
	void onlyTheAdapterSpeaksToTheGenerator() {
		noClasses().that()
			.doNotBelongToAnyOf(HibernateEntities.class)
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("dev.migrate.generate..", "dev.migrate.dialect..")
			.check(READER);
	}

	@Test
	void nothingPrints() {
		noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err").check(READER);
	}

	@Test
	void nothingIsSharedAndMutable() {
		fields().that().areStatic().should().beFinal().check(READER);
	}

	@Test
	void thePackageIsNullMarked() {
		assertThat(READER.getPackage("dev.migrate.hibernate").isAnnotatedWith(NullMarked.class)).isTrue();
	}

	@Test
	void publicClassesAreFinal() {
		classes().that()
			.arePublic()
			.and()
			.areNotInterfaces()
			.and()
			.areNotEnums()
			.should()
			.haveModifier(JavaModifier.FINAL)
			.check(READER);
	}

	@Test
	void namesSayWhatAThingIs() {
		noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl|Processor|Data|Info)").check(READER);
	}

	@Test
	void filesAndMethodsAreShort() {
		assertThat(SOURCES.filesAbove(500)).isEmpty();
		assertThat(SOURCES.methodsAbove(60)).isEmpty();
	}

}

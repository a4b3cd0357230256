package dev.migrate.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.migrate.testkit.SourceSizes;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.modules.syntax.AllowedModuleDependencies.allow;
import static com.tngtech.archunit.library.modules.syntax.ModuleDependencyScope.consideringOnlyDependenciesBetweenModules;
import static com.tngtech.archunit.library.modules.syntax.ModuleRuleDefinition.modules;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The map of the rooms around the engine, kept true.
 */
class ArchitectureTests {

	private static final JavaClasses ROOMS = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("dev.migrate.boot");

	private static final SourceSizes SOURCES = SourceSizes.of(Path.of("src/main/java"));

	private static final Path REGISTRATIONS = Path.of("src/main/resources/META-INF/spring");

	@Test
	void theScanSawSomething() {
		assertThat(ROOMS).hasSizeGreaterThan(80);
		assertThat(SOURCES.count()).isGreaterThan(80);
	}

	@Test
	void facesDoNotKnowEachOtherAndOnlyTheWiringSeesEverything() {
		modules().definedByPackages("dev.migrate.boot.(*)..")
			.should()
			.respectTheirAllowedDependencies(allow().fromModule("cli")
				.toModules("descriptor")
				.fromModule("actuate")
				.toModules("descriptor", "observe")
				.fromModule("autoconfigure")
				.toModules("actuate", "observe", "source")
				.fromModule("launch")
				.toModules("autoconfigure", "cli", "source"), consideringOnlyDependenciesBetweenModules())
			.check(ROOMS);
	}

	@Test
	void noRoomsDependOnEachOtherInACircle() {
		slices().matching("dev.migrate.boot.(*)..").should().beFreeOfCycles().check(ROOMS);
	}

	@Test
	void theCommandLineDoesNotKnowSpring() {
		noClasses().that()
			.resideInAPackage("dev.migrate.boot.cli..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework..")
			.check(ROOMS);
	}

	@Test
	void onlyTheAdapterSeesHibernate() {
		noClasses().that()
			.resideOutsideOfPackage("dev.migrate.boot.autoconfigure..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.hibernate..", "jakarta.persistence..", "dev.migrate.hibernate..")
			.check(ROOMS);
		noClasses().that()
			.resideInAPackage("dev.migrate.boot.autoconfigure..")
			.and(describe("are not the adapter",
					(type) -> !type.getName().startsWith("dev.migrate.boot.autoconfigure.HibernateEntityModel")))
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.hibernate..", "jakarta.persistence..", "dev.migrate.hibernate..")
			.check(ROOMS);
	}

	@Test
	void autoConfigurationsArePublicAndFinalWithoutPublicMembers() {
		classes().that()
			.areAnnotatedWith(AutoConfiguration.class)
			.should()
			.bePublic()
			.andShould()
			.haveModifier(JavaModifier.FINAL)
			.check(ROOMS);
		methods().that()
			.areDeclaredInClassesThat()
			.areAnnotatedWith(AutoConfiguration.class)
			.should()
			.notBePublic()
			.check(ROOMS);
		fields().that()
			.areDeclaredInClassesThat()
			.areAnnotatedWith(AutoConfiguration.class)
			.should()
			.notBePublic()
			.allowEmptyShould(true)
			.check(ROOMS);
	}

	@Test
	void beansAreMadeByMethodsThatAreNotPublic() {
		methods().that().areAnnotatedWith(Bean.class).should().notBePublic().andShould().notBePrivate().check(ROOMS);
	}

	@Test
	void everyAutoConfigurationIsRegisteredInOrder() throws IOException {
		List<String> existing = ROOMS.stream()
			.filter((type) -> type.isAnnotatedWith(AutoConfiguration.class))
			.map(JavaClass::getName)
			.sorted()
			.toList();
		assertThat(Files.readAllLines(REGISTRATIONS.resolve(AutoConfiguration.class.getName() + ".imports")))
			.isEqualTo(existing);
		assertThat(Files.readAllLines(REGISTRATIONS
			.resolve("org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureDataSourceInitialization.imports")))
			.containsExactly("dev.migrate.boot.autoconfigure.MigrateAutoConfiguration");
	}

	@Test
	void nothingPrintsButTheCommandLine() {
		noClasses().that()
			.resideOutsideOfPackages("dev.migrate.boot.launch..")
			.should()
			.accessTargetWhere(describe("is a stream of the process",
					(access) -> access.getTarget().getOwner().isEquivalentTo(System.class)
							&& Set.of("out", "err", "exit").contains(access.getTarget().getName())))
			.check(ROOMS);
	}

	@Test
	void nothingIsSharedAndMutable() {
		fields().that().areStatic().should().beFinal().check(ROOMS);
	}

	@Test
	void packagesAreNullMarked() {
		classes().should(new ArchCondition<JavaClass>("live in a package that is null-marked") {

			@Override
			public void check(JavaClass type, ConditionEvents events) {
				events.add(new SimpleConditionEvent(type, type.getPackage().isAnnotatedWith(NullMarked.class),
						type.getName() + " lives in " + type.getPackageName()));
			}

		}).check(ROOMS);
	}

	@Test
	void publicClassesAreFinalUnlessTheyAreBound() {
		classes().that()
			.arePublic()
			.and()
			.areNotInterfaces()
			.and()
			.areNotEnums()
			.and()
			.doNotHaveModifier(JavaModifier.ABSTRACT)
			.and(describe("are not properties", (type) -> !type.getName().matches(".*Properties(\\$.+)?")))
			.should()
			.haveModifier(JavaModifier.FINAL)
			.check(ROOMS);
	}

	@Test
	void namesSayWhatAThingIs() {
		noClasses().that()
			.haveNameNotMatching(".*AotProcessor")
			.should()
			.haveNameMatching(".*(Manager|Helper|Utils?|Impl|Processor|Data|Info)")
			.check(ROOMS);
	}

	@Test
	void filesAndMethodsAreShort() {
		assertThat(SOURCES.filesAbove(500)).isEmpty();
		assertThat(SOURCES.methodsAbove(60)).isEmpty();
	}

}

package dev.migrate;

import java.nio.file.Path;
import java.util.Set;
import java.util.function.Predicate;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.modules.syntax.AllowedModuleDependencies;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.Operation;
import dev.migrate.testkit.SourceSizes;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.modules.syntax.AllowedModuleDependencies.allow;
import static com.tngtech.archunit.library.modules.syntax.ModuleDependencyScope.consideringOnlyDependenciesBetweenModules;
import static com.tngtech.archunit.library.modules.syntax.ModuleRuleDefinition.modules;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The map of the engine's rooms, kept true.
 */
class ArchitectureTests {

	private static final JavaClasses ENGINE = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("dev.migrate")
		.that(describe("belong to the engine", (type) -> !type.getPackageName().startsWith("dev.migrate.testkit")));

	private static final SourceSizes SOURCES = SourceSizes.of(Path.of("src/main/java"));

	@Test
	void theScanSawSomething() {
		assertThat(ENGINE).hasSizeGreaterThan(200);
		assertThat(SOURCES.count()).isGreaterThan(200);
		assertThat(SOURCES.filesAbove(50)).isNotEmpty();
		assertThat(SOURCES.methodsAbove(10)).isNotEmpty();
	}

	@Test
	void roomsOpenOnlyTheDoorsOnTheMap() {
		modules().definedByPackages("dev.migrate.(*)..")
			.should()
			.respectTheirAllowedDependencies(doors(), consideringOnlyDependenciesBetweenModules())
			.check(ENGINE);
	}

	// Floor by floor from below; every door leads to a lower floor.
	private static AllowedModuleDependencies doors() {
		return allow().fromModule("sql")
			.toModules("error")
			.fromModule("revision")
			.toModules("error")
			.fromModule("scratch")
			.toModules("error")
			.fromModule("ddl")
			.toModules("sql", "error")
			.fromModule("lint")
			.toModules("ddl", "revision", "schema", "sql", "error")
			.fromModule("operation")
			.toModules("schema")
			.fromModule("event")
			.toModules("revision", "sql", "error")
			.fromModule("dialect")
			.toModules("operation", "schema", "sql", "error")
			.fromModule("diff")
			.toModules("operation", "schema")
			.fromModule("migration")
			.toModules("operation", "schema", "sql", "error")
			.fromModule("script")
			.toModules("migration", "dialect", "operation", "schema", "revision", "sql", "error")
			.fromModule("history")
			.toModules("dialect", "revision", "error")
			.fromModule("plan")
			.toModules("script", "history", "dialect", "revision", "sql", "error")
			.fromModule("generate")
			.toModules("diff", "script", "scratch", "dialect", "operation", "revision", "schema", "sql", "error")
			.fromModule("run")
			.toModules("plan", "history", "script", "dialect", "event", "revision", "sql", "error")
			.fromModule("load")
			.toModules("dialect", "schema", "sql", "error")
			.fromModule("service")
			.toModules("operation", "run", "load", "generate", "lint", "plan", "history", "script", "diff", "dialect",
					"event", "scratch", "revision", "sql", "schema", "error");
	}

	@Test
	void noPackagesDependOnEachOtherInACircle() {
		slices().matching("dev.migrate.(**)").should().beFreeOfCycles().check(ENGINE);
	}

	@Test
	void dialectsDoNotKnowEachOther() {
		slices().matching("dev.migrate.dialect.(*)..").should().notDependOnEachOther().check(ENGINE);
	}

	@Test
	void theRestOfTheEngineDoesNotKnowOneDialectFromAnother() {
		noClasses().that()
			.resideOutsideOfPackage("dev.migrate.dialect..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("dev.migrate.dialect.*..")
			.check(ENGINE);
	}

	@Test
	void coreKnowsTheJdkAndLittleElse() {
		classes().should()
			.onlyDependOnClassesThat(resideInAnyPackage("dev.migrate..", "java..", "javax.sql..",
					"org.springframework.jdbc..", "org.springframework.core..", "org.springframework.dao..",
					"org.springframework.transaction..", "org.slf4j..", "org.jspecify.annotations.."))
			.check(ENGINE);
	}

	// They name the template in their signature; nobody calls it there.
	private static final Set<String> CODE_ON_DATA = Set.of("dev.migrate.sql.JdbcWork", "dev.migrate.migration.JdbcCode",
			"dev.migrate.migration.Recorder");

	@Test
	void jdbcStaysAtTheEdge() {
		noClasses().that()
			.resideOutsideOfPackages("dev.migrate.dialect..", "dev.migrate.generate..", "dev.migrate.history..",
					"dev.migrate.load..", "dev.migrate.run..", "dev.migrate.scratch..", "dev.migrate.service..")
			.and(describe("are not what the code of a revision is given",
					(type) -> !CODE_ON_DATA.contains(type.getName())))
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..",
					"org.springframework.transaction..", "org.springframework.dao..")
			.check(ENGINE);
	}

	@Test
	void valuesAreValues() {
		classes().that()
			.resideInAnyPackage("dev.migrate.schema..", "dev.migrate.operation..", "dev.migrate.event..",
					"dev.migrate.plan..")
			.and()
			.arePublic()
			.and(describe("carry state", (type) -> type.getFields().stream().anyMatch(ArchitectureTests::isState)))
			.and()
			.doNotHaveFullyQualifiedName("dev.migrate.plan.Planner")
			.and()
			.doNotHaveFullyQualifiedName("dev.migrate.event.Listeners")
			.should(beRecordsOrEnums())
			.check(ENGINE);
		fields().that()
			.areDeclaredInClassesThat()
			.resideInAnyPackage("dev.migrate.schema..", "dev.migrate.operation..", "dev.migrate.event..",
					"dev.migrate.plan..")
			.should()
			.beFinal()
			.check(ENGINE);
	}

	private static boolean isState(JavaField field) {
		return !field.getModifiers().contains(JavaModifier.STATIC);
	}

	private static ArchCondition<JavaClass> beRecordsOrEnums() {
		return condition("be records or enums", (type) -> type.isRecord() || type.isEnum());
	}

	// A look for one kind is fine, and the comparison picks those it knows; a chain of
	// them elsewhere would miss the next kind.
	@Test
	void operationsAreDispatchedByVisitor() {
		noClasses().that()
			.resideOutsideOfPackages("dev.migrate.operation..", "dev.migrate.diff..")
			.should(condition("ask for the classes of operations one after the other",
					(type) -> type.getInstanceofChecks()
						.stream()
						.map((check) -> check.getRawType())
						.filter((asked) -> asked.isAssignableTo(Operation.class))
						.distinct()
						.count() > 2))
			.check(ENGINE);
	}

	@Test
	void exceptionsHaveOneRoot() {
		classes().that()
			.areAssignableTo(Throwable.class)
			.and()
			.arePublic()
			.should()
			.beAssignableTo(MigrateException.class)
			.check(ENGINE);
	}

	@Test
	void nothingGenericIsThrown() {
		noClasses().should()
			.callConstructorWhere(target(owner(assignableTo(Throwable.class).and(describe("is generic",
					(type) -> Set.of("java.lang.Exception", "java.lang.RuntimeException", "java.lang.Throwable")
						.contains(type.getName())))))
				.and(describe("is not a super call", (call) -> !call.getOriginOwner().isAssignableTo(Throwable.class))))
			.check(ENGINE);
	}

	@Test
	void nothingPrints() {
		noClasses().should()
			.accessTargetWhere(describe("is a stream of the process",
					(access) -> access.getTarget().getOwner().isEquivalentTo(System.class)
							&& Set.of("out", "err", "exit").contains(access.getTarget().getName())))
			.orShould()
			.callMethodWhere(target(name("printStackTrace")).and(target(owner(assignableTo(Throwable.class)))))
			.check(ENGINE);
	}

	@Test
	void nothingIsSharedAndMutable() {
		fields().that().areStatic().should().beFinal().check(ENGINE);
	}

	@Test
	void packagesAreNullMarked() {
		classes()
			.should(condition("live in a package that is null-marked",
					(type) -> type.getPackage().isAnnotatedWith(NullMarked.class)))
			.check(ENGINE);
	}

	@Test
	void publicClassesAreFinalOrOpenOnPurpose() {
		Set<String> open = Set.of("dev.migrate.error.MigrateException", "dev.migrate.dialect.Definitions");
		classes().that()
			.arePublic()
			.and()
			.areNotInterfaces()
			.and()
			.doNotHaveModifier(JavaModifier.ABSTRACT)
			.and()
			.areNotEnums()
			.and(describe("are not open on purpose", (type) -> !open.contains(type.getName())))
			.should()
			.haveModifier(JavaModifier.FINAL)
			.check(ENGINE);
	}

	@Test
	void namesSayWhatAThingIs() {
		noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl|Processor|Data|Info)").check(ENGINE);
	}

	@Test
	void filesAndMethodsAreShort() {
		assertThat(SOURCES.filesAbove(500)).isEmpty();
		assertThat(SOURCES.methodsAbove(60)).isEmpty();
	}

	private static ArchCondition<JavaClass> condition(String text, Predicate<JavaClass> predicate) {
		DescribedPredicate<JavaClass> described = describe(text, predicate);
		return new ArchCondition<>(text) {

			@Override
			public void check(JavaClass type, ConditionEvents events) {
				boolean holds = described.test(type);
				events.add(new SimpleConditionEvent(type, holds,
						type.getName() + (holds ? " does " : " does not ") + text));
			}

		};
	}

}

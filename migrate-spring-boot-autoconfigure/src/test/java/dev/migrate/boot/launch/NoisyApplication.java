package dev.migrate.boot.launch;

import java.util.Map;

import jakarta.annotation.PostConstruct;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * An application that says whatever of it runs. It ends by itself when it is started as
 * an application, so that a test can see that it is noisy.
 */
@SpringBootApplication
@EnableScheduling
@EnableAsync
public class NoisyApplication {

	static final String NOISE = "NOISE: ";

	public static void main(String[] args) {
		SpringApplication application = new SpringApplication(NoisyApplication.class);
		application.setDefaultProperties(Map.of("spring.main.web-application-type", "servlet", "server.port", "0",
				"spring.migrate.auto-upgrade", "true", "spring.jpa.hibernate.ddl-auto", "validate",
				"spring.docker.compose.enabled", "false", "spring.flyway.enabled", "false"));
		application.run(args);
		noise("main");
		System.exit(0);
	}

	static void noise(String what) {
		System.out.println(NOISE + what);
		System.err.println(NOISE + what);
	}

	@Bean
	CommandLineRunner commandLineRunner() {
		return (arguments) -> noise("CommandLineRunner");
	}

	@Bean
	ApplicationRunner applicationRunner() {
		return (arguments) -> noise("ApplicationRunner");
	}

	@Component
	@Lazy(false)
	static class Eager implements SmartInitializingSingleton {

		@PostConstruct
		void construct() {
			noise("PostConstruct");
		}

		@Override
		public void afterSingletonsInstantiated() {
			noise("SmartInitializingSingleton");
		}

		@Scheduled(fixedDelay = 20)
		void schedule() {
			noise("Scheduled");
		}

		@EventListener
		void refreshed(ContextRefreshedEvent event) {
			noise("ContextRefreshedEvent");
		}

		@EventListener
		void started(ApplicationStartedEvent event) {
			noise("ApplicationStartedEvent");
		}

		@EventListener
		void ready(ApplicationReadyEvent event) {
			noise("ApplicationReadyEvent");
		}

		@EventListener
		void closed(ContextClosedEvent event) {
			noise("ContextClosedEvent");
		}

	}

	@Component
	static class Container implements SmartLifecycle {

		private boolean running;

		@Override
		public void start() {
			this.running = true;
			noise("SmartLifecycle");
		}

		@Override
		public void stop() {
			this.running = false;
		}

		@Override
		public boolean isRunning() {
			return this.running;
		}

	}

	@RestController
	static class Controller {

		Controller() {
			noise("Controller");
		}

		@GetMapping("/")
		String get() {
			return "";
		}

	}

}

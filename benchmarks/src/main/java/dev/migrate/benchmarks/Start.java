package dev.migrate.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Locale;

import com.sun.management.OperatingSystemMXBean;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/**
 * A small application: a pool, JPA, one entity. Prints what its process took from its
 * beginning until the application was ready.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class Start {

	/**
	 * Run.
	 * @param arguments the process of the server, then properties
	 */
	public static void main(String[] arguments) {
		long server = Long.parseLong(arguments[0]);
		double busy = Usage.ofServer(server);
		SpringApplication.run(Start.class, arguments);
		OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
		double cpu = system.getProcessCpuTime() / 1e6;
		long wall = ManagementFactory.getRuntimeMXBean().getUptime();
		System.out.println(String.format(Locale.ROOT, "%s %.4f %.4f %d %.1f", Worker.FIRST, cpu,
				Usage.ofServer(server) - busy, wall, Usage.peakMemory("self")));
		System.exit(0);
	}

	/** A row of the first table. */
	@Entity
	@Table(name = "t1")
	public static class Thing {

		@Id
		private @Nullable Long id;

		@Column(nullable = false)
		private String name = "";

		protected Thing() {
		}

		@Override
		public String toString() {
			return this.id + " " + this.name;
		}

	}

}

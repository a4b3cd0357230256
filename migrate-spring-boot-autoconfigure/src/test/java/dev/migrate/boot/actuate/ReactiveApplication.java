package dev.migrate.boot.actuate;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.reactive.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.userdetails.MapReactiveUserDetailsService;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.web.server.SecurityWebFilterChain;

import static org.springframework.security.config.Customizer.withDefaults;

/**
 * The same chain as {@link ServletApplication}, for WebFlux.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class ReactiveApplication {

	@Bean
	SecurityWebFilterChain migrationsSecurity(ServerHttpSecurity http) {
		return http.securityMatcher(EndpointRequest.to("migrations"))
			.authorizeExchange(
					(exchanges) -> exchanges.matchers(EndpointRequest.to("migrations").withHttpMethod(HttpMethod.GET))
						.permitAll()
						.anyExchange()
						.hasRole("MIGRATIONS"))
			.csrf((csrf) -> csrf.disable())
			.httpBasic(withDefaults())
			.build();
	}

	@Bean
	MapReactiveUserDetailsService users() {
		return new MapReactiveUserDetailsService(
				User.withUsername(EndpointApplication.OPERATOR).password("{noop}secret").roles("MIGRATIONS").build(),
				User.withUsername(EndpointApplication.USER).password("{noop}secret").roles("USER").build());
	}

}

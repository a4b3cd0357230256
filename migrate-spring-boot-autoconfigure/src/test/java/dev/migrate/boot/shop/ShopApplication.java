package dev.migrate.boot.shop;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * What commands are run in.
 */
@SpringBootApplication
public class ShopApplication {

}

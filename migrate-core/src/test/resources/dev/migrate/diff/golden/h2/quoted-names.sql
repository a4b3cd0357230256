-- migrate:upgrade
CREATE TABLE "user" (
    id BIGINT PRIMARY KEY,
    "order" INTEGER,
    "Mixed Case" VARCHAR(20),
    CONSTRAINT "user_Mixed Case_key" UNIQUE ("Mixed Case"),
    CONSTRAINT "user_order_check" CHECK ("order" > 0)
);
CREATE INDEX "Index" ON "user" ("order" DESC);

-- migrate:downgrade
DROP TABLE "user";

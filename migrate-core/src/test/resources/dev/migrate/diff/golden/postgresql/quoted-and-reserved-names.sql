-- migrate:upgrade
CREATE TABLE "Table" (
    "a""b" BIGINT PRIMARY KEY,
    "from" TEXT
);
CREATE INDEX "Index" ON "Table" ("from");
ALTER TABLE "user"
    ADD COLUMN "order" INTEGER DEFAULT 1,
    ADD COLUMN "Mixed Case" TEXT,
    ADD COLUMN "select" BIGINT;
ALTER TABLE "user" ADD CONSTRAINT "user_Mixed Case_key" UNIQUE ("Mixed Case");
ALTER TABLE "user" ADD CONSTRAINT user_order_check CHECK ("order" > 0);
ALTER TABLE "user" ADD CONSTRAINT user_select_fkey FOREIGN KEY ("select") REFERENCES "user" (id);

-- migrate:downgrade
ALTER TABLE "user" DROP CONSTRAINT user_select_fkey;
ALTER TABLE "user" DROP CONSTRAINT user_order_check;
ALTER TABLE "user" DROP CONSTRAINT "user_Mixed Case_key";
ALTER TABLE "user" DROP COLUMN "select";
ALTER TABLE "user" DROP COLUMN "Mixed Case";
ALTER TABLE "user" DROP COLUMN "order";
DROP TABLE "Table";

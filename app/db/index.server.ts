export { connectDatabase, type Database } from "./connect.server";
export { migrateToLatest, readMigrations } from "./migrate.server";
export { inTransaction } from "./transaction.server";
export { parseDatabaseUrl } from "./url";
export type { DB, Json, JsonOf, JsonValue, Timestamp } from "./schema";

import type { CohortsSchema } from "./cohorts";
import type { PeopleSchema } from "./people";

/** Every table, as Kysely sees it. Each room keeps its own part. */
export interface DB extends PeopleSchema, CohortsSchema {}

export type { Generated, Json, JsonOf, JsonRecord, JsonValue, Timestamp } from "./columns";

import type { CohortsSchema } from "./cohorts";
import type { CoursewareSchema } from "./courseware";
import type { LectureSchema } from "./lecture";
import type { PeopleSchema } from "./people";
import type { PipelineSchema } from "./pipeline";
import type { PreviewSchema } from "./preview";
import type { QuizSchema } from "./quiz";

/** Every table, as Kysely sees it. Each room keeps its own part. */
export interface DB extends PeopleSchema, CohortsSchema, CoursewareSchema, LectureSchema, PipelineSchema, PreviewSchema, QuizSchema {}

export type { Generated, Json, JsonOf, JsonRecord, JsonValue, Timestamp } from "./columns";

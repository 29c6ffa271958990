import type { AnchorsSchema } from "./anchors";
import type { CapabilitySchema } from "./capability";
import type { CohortsSchema } from "./cohorts";
import type { CoursewareSchema } from "./courseware";
import type { DashboardsSchema } from "./dashboards";
import type { DealsSchema, DealsViews } from "./deals";
import type { DefenseDaysSchema } from "./defense-days";
import type { DefenseSchema } from "./defense";
import type { FieldSchema } from "./field";
import type { GroupWorkSchema } from "./group-work";
import type { GroupsSchema } from "./groups";
import type { HomeworkSchema } from "./homework";
import type { LectureSchema } from "./lecture";
import type { MarkingSchema } from "./marking";
import type { PeopleSchema } from "./people";
import type { PipelineSchema } from "./pipeline";
import type { PreviewSchema } from "./preview";
import type { QuizSchema } from "./quiz";
import type { ReceivablesSchema } from "./receivables";
import type { RolePlaySchema } from "./role-play";
import type { SheetsSchema } from "./sheets";
import type { UploadsSchema } from "./uploads";

/** Every table, as Kysely sees it. Each room keeps its own part. */
export interface DB
  extends AnchorsSchema,
    CapabilitySchema,
    CohortsSchema,
    CoursewareSchema,
    DashboardsSchema,
    DealsSchema,
    DealsViews,
    DefenseDaysSchema,
    DefenseSchema,
    FieldSchema,
    GroupWorkSchema,
    GroupsSchema,
    HomeworkSchema,
    LectureSchema,
    MarkingSchema,
    PeopleSchema,
    PipelineSchema,
    PreviewSchema,
    QuizSchema,
    ReceivablesSchema,
    RolePlaySchema,
    SheetsSchema,
    UploadsSchema {}

export type { Generated, Json, JsonOf, JsonRecord, JsonValue, Timestamp } from "./columns";

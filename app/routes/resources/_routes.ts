import { route, type RouteConfigEntry } from "@remix-run/route-config";

export const resourceRoutes: RouteConfigEntry[] = [
  route("mdx/:file", "routes/resources/mdx.ts"),
  route("media/:slug/*", "routes/resources/media.ts"),
  route("resources/preview/:enrolment/:chapter/record", "routes/resources/preview-record.ts"),
  route("resources/preview/:enrolment/:chapter/answer", "routes/resources/preview-answer.ts"),
  route("api/attempts/:attempt/answers", "routes/resources/quiz-answers.ts"),
  route("api/attempts/:attempt/hand-in", "routes/resources/quiz-hand-in.ts"),
  route("api/homework/:enrolment/:chapter/draft", "routes/resources/homework-draft.ts"),
  route("api/homework/:enrolment/:chapter/files", "routes/resources/homework-files.ts"),
  route("api/marking/:item/claim", "routes/resources/marking-claim.ts"),
  route("resources/lecture/:cohort/:session/code", "routes/resources/lecture-code.ts"),
  route("events/lecture/:session", "routes/resources/lecture-events.ts"),
  route("events/group-work/:enrolment/:chapter", "routes/resources/group-work-events.ts"),
  route("events/group-room/:cohort/:chapter", "routes/resources/group-room-events.ts"),
  route("calendar/lecture/:file", "routes/resources/lecture-calendar.ts"),
  route("sheets/:sheet/export.xlsx", "routes/resources/sheet-export.ts"),
  route("api/uploads/:upload", "routes/resources/uploads/status.ts"),
  route("api/uploads/:upload/chunks/:position", "routes/resources/uploads/chunk.ts"),
  route("api/uploads/:upload/finish", "routes/resources/uploads/finish.ts"),
  route("uploads/:upload", "routes/resources/uploads/file.ts"),
];

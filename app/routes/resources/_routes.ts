import { route, type RouteConfigEntry } from "@remix-run/route-config";

export const resourceRoutes: RouteConfigEntry[] = [
  route("mdx/:file", "routes/resources/mdx.ts"),
  route("media/:slug/*", "routes/resources/media.ts"),
  route("resources/preview/:enrolment/:chapter/record", "routes/resources/preview-record.ts"),
  route("resources/preview/:enrolment/:chapter/answer", "routes/resources/preview-answer.ts"),
];

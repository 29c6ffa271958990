import { route, type RouteConfigEntry } from "@remix-run/route-config";

/** Online preview: contents in the shell; a section's text has the window to itself. */
export const previewRoutes: { inShell: RouteConfigEntry[]; fullWindow: RouteConfigEntry[] } = {
  inShell: [
    route("learn/search", "routes/learn/search.tsx"),
    route("glossary", "routes/learn/glossary.tsx"),
    route("learn/:enrolment/:chapter/preview", "routes/learn/preview/contents.tsx"),
    route("learn/:enrolment/:chapter/preview/continue", "routes/learn/preview/continue.tsx"),
  ],
  fullWindow: [route("learn/:enrolment/:chapter/preview/:section", "routes/learn/preview/section.tsx")],
};

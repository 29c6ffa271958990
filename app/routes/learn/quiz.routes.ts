import { route, type RouteConfigEntry } from "@remix-run/route-config";

/** Written quiz: what it is and what came of it in the shell; the paper has the window to itself. */
export const quizRoutes: { inShell: RouteConfigEntry[]; fullWindow: RouteConfigEntry[] } = {
  inShell: [route("learn/:enrolment/:chapter/quiz", "routes/learn/quiz/intro.tsx"), route("learn/attempt/:attempt/result", "routes/learn/quiz/result.tsx")],
  fullWindow: [route("learn/attempt/:attempt", "routes/learn/quiz/attempt.tsx")],
};

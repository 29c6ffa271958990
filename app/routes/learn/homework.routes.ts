import { route, type RouteConfigEntry } from "@remix-run/route-config";

/** Homework: the work itself, rehearsals, reviews to give and reviews got. */
export const homeworkRoutes: { inShell: RouteConfigEntry[]; fullWindow: RouteConfigEntry[] } = {
  inShell: [
    route("learn/:enrolment/:chapter/homework", "routes/learn/homework/work.tsx"),
    route("learn/:enrolment/:chapter/homework/rehearsals", "routes/learn/homework/rehearsals.tsx"),
    route("learn/:enrolment/:chapter/homework/reviews", "routes/learn/homework/reviews.tsx"),
    route("learn/:enrolment/:chapter/homework/reviews/:review", "routes/learn/homework/review.tsx"),
  ],
  fullWindow: [],
};

import { route, type RouteConfigEntry } from "@remix-run/route-config";

/** The classes of a chapter, checking in, and the slides on the phone. */
export const lectureRoutes: { inShell: RouteConfigEntry[]; fullWindow: RouteConfigEntry[] } = {
  inShell: [
    route("learn/:enrolment/:chapter/lecture", "routes/learn/lecture/lectures.tsx"),
    route("learn/checkin", "routes/learn/lecture/check-in-now.tsx"),
    route("learn/checkin/:session", "routes/learn/lecture/check-in.tsx"),
  ],
  fullWindow: [route("learn/live/:session", "routes/learn/lecture/live.tsx")],
};

import { cohortsRoutes } from "./cohorts.routes";
const parts = [cohortsRoutes, markingRoutes, lectureRoutes, homeworkRoutes, groupWorkRoutes];

/** What instructors and administrators use to run cohorts. */
export const teachRoutes = {
  inShell: parts.flatMap((part) => part.inShell),
  fullWindow: parts.flatMap((part) => part.fullWindow),
};

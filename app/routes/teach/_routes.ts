import { cohortsRoutes } from "./cohorts.routes";
import { defenseRoutes } from "./defense.routes";
import { groupWorkRoutes } from "./group-work.routes";
import { homeworkRoutes } from "./homework.routes";
import { lectureRoutes } from "./lecture.routes";
import { rolePlayRoutes } from "./role-play.routes";
import { markingRoutes } from "./marking.routes";
import { ratersRoutes } from "./raters.routes";

const parts = [cohortsRoutes, markingRoutes, lectureRoutes, groupWorkRoutes, homeworkRoutes, rolePlayRoutes, defenseRoutes, ratersRoutes];

/** What instructors and administrators use to run cohorts. */
export const teachRoutes = {
  inShell: parts.flatMap((part) => part.inShell),
  fullWindow: parts.flatMap((part) => part.fullWindow),
};

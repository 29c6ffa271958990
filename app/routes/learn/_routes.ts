import { defenseFeedbackRoutes } from "./defense-feedback.routes";
import { defenseRoutes } from "./defense.routes";
import { fieldRoutes } from "./field.routes";
import { groupWorkRoutes } from "./group-work.routes";
import { homeRoutes } from "./home.routes";
import { homeworkRoutes } from "./homework.routes";
import { lectureRoutes } from "./lecture.routes";
import { previewRoutes } from "./preview.routes";
import { quizRoutes } from "./quiz.routes";
import { reviewRoutes } from "./review.routes";
import { rolePlayRoutes } from "./role-play.routes";

const parts = [homeRoutes, previewRoutes, quizRoutes, lectureRoutes, homeworkRoutes, groupWorkRoutes, rolePlayRoutes, defenseRoutes, defenseFeedbackRoutes, fieldRoutes, reviewRoutes];

/** What learners use; a part per step that has a room. */
export const learnRoutes = {
  inShell: parts.flatMap((part) => part.inShell),
  fullWindow: parts.flatMap((part) => part.fullWindow),
};

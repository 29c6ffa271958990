export { createCohort, type CreateCohortError, type NewCohort } from "./create-cohort.server";
export { endEnrolment, enrolLearners } from "./enrol-learners.server";
export { type HomeCohort, type HomeRoad, learnerHome } from "./learner-home.view.server";
export { type RoadPage, roadPage } from "./road-page.view.server";
export { peopleAround } from "./people-around.server";
export { ownEnrolment, type OwnEnrolment } from "./own-enrolment.server";
export { type EnrolmentPlan, type EnrolmentRequest, findEmails, planEnrolment } from "./plan-enrolment.server";

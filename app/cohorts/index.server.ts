export { createCohort, type CreateCohortError, type NewCohort } from "./create-cohort.server";
export { endEnrolment, enrolLearners } from "./enrol-learners.server";
export { ownEnrolment, type OwnEnrolment } from "./own-enrolment.server";
export { type EnrolmentPlan, type EnrolmentRequest, findEmails, planEnrolment } from "./plan-enrolment.server";

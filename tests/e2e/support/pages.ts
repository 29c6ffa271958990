/** The pages of the product with who uses them, for tests that walk through all. New pages belong here. */
import type { Who } from "./people";
import { ask } from "./people";
import type { TestServer } from "./server";
import { CHAPTER, type World, worldOf } from "./world";

export interface ListedPage {
  who: Exclude<Who, object>;
  path: (world: World, server: TestServer) => string | Promise<string>;
  /** A page that answers an error on purpose. */
  status?: number;
}

/** An attempt of learner2 that is open: the one there is, or a new one. */
async function openAttempt(world: World, server: TestServer): Promise<string> {
  const response = await ask(server, "learner2", `/learn/${world.learner2}/${CHAPTER}/quiz`, { form: { intent: "start" } });
  const location = response.headers.get("location");
  if (!location) throw new Error(`the quiz did not begin: ${response.status}`);
  return location;
}

export const PAGES: Record<string, ListedPage> = {
  "sign in": { who: "nobody", path: () => "/sign-in" },
  "forgotten password": { who: "nobody", path: () => "/forgot" },
  "spent link": { who: "nobody", path: () => "/link/spent", status: 410 },
  "not found": { who: "learner", path: () => "/nothing/here", status: 404 },
  "not allowed": { who: "learner", path: () => "/admin/people", status: 403 },
  account: { who: "executive", path: () => "/account" },
  glossary: { who: "learner", path: () => "/glossary?q=%E8%B4%AD%E4%B9%B0" },
  "learner's home": { who: "learner", path: () => "/learn" },
  "search results": { who: "learner", path: () => "/learn/search?q=%E4%BF%A1%E4%BB%BB" },
  road: { who: "learner", path: (w) => `/learn/${w.learner}/${CHAPTER}` },
  "preview contents": { who: "learner", path: (w) => `/learn/${w.learner}/${CHAPTER}/preview` },
  "preview section": { who: "learner", path: (w) => `/learn/${w.learner}/${CHAPTER}/preview/${w.section}` },
  "quiz intro": { who: "learner2", path: (w) => `/learn/${w.learner2}/${CHAPTER}/quiz` },
  "quiz attempt": { who: "learner2", path: openAttempt },
  "overview of an attempt": { who: "learner2", path: async (w, server) => `${await openAttempt(w, server)}?q=review` },
  "spaced review": { who: "learner2", path: () => "/learn/review" },
  "own capability": { who: "learner", path: () => "/capability" },
  "self-rating": { who: "learner", path: () => "/capability/rate" },
  "a figure with its rows": { who: "learner", path: (w) => `/capability/${w.learnerId}/build-trust` },
  "somebody's capability": { who: "executive", path: (w) => `/capability/${w.learnerId}` },
  "own lectures": { who: "learner", path: (w) => `/learn/${w.learner}/${CHAPTER}/lecture` },
  "check in": { who: "learner", path: (w) => `/learn/checkin/${w.lecture}` },
  "own sheets": { who: "learner", path: () => "/sheets" },
  "tool sheet": { who: "learner", path: (w) => `/sheets/${w.sheet}` },
  "remarks on a sheet": { who: "instructor", path: (w) => `/sheets/${w.sheet}?panel=comments` },
  "import into a sheet": { who: "learner", path: (w) => `/sheets/${w.sheet}/import` },
  "sheet on paper": { who: "learner", path: (w) => `/sheets/${w.sheet}/print` },
  homework: { who: "learner", path: (w) => `/learn/${w.learner}/${CHAPTER}/homework` },
  "rehearsal log": { who: "learner", path: (w) => `/learn/${w.learner}/${CHAPTER}/homework/rehearsals` },
  "peer reviews": { who: "learner", path: (w) => `/learn/${w.learner}/${CHAPTER}/homework/reviews` },
  "homework of a cohort": { who: "instructor", path: (w) => `/teach/cohorts/${w.cohort}/homework` },
  "evidence of the homework": { who: "instructor", path: (w) => `/teach/cohorts/${w.cohort}/learners/${w.learner}/${CHAPTER}/homework` },
  "field tracking": { who: "learner", path: (w) => `/learn/${w.learner}/${CHAPTER}/field-tracking` },
  "plan of field tracking": { who: "learner", path: (w) => `/learn/${w.learner}/${CHAPTER}/field-tracking/plan` },
  "own field book": { who: "learner", path: () => "/learn/field" },
  "card before a meeting": { who: "learner", path: (w) => `/learn/field/deals/${w.ownDeal}/card` },
  "what waits in the field": { who: "manager", path: () => "/manage" },
  "coaching log": { who: "manager", path: () => "/manage/coaching" },
  "new coaching note": { who: "manager", path: () => "/manage/coaching/new" },
  "sales meeting": { who: "manager", path: (w) => `/manage/meetings/${w.managersTeam}` },
  "sales meeting on the wall": { who: "manager", path: (w) => `/projector/meetings/${w.managersTeam}` },
  "evidence of field tracking": { who: "instructor", path: (w) => `/teach/cohorts/${w.cohort}/learners/${w.learner}/${CHAPTER}/field-tracking` },
  cohorts: { who: "instructor", path: () => "/teach" },
  "new cohort": { who: "instructor", path: () => "/teach/cohorts/new" },
  cohort: { who: "instructor", path: (w) => `/teach/cohorts/${w.cohort}` },
  "learner of a cohort": { who: "instructor", path: (w) => `/teach/cohorts/${w.cohort}/learners/${w.learner}` },
  "evidence of the preview": { who: "instructor", path: (w) => `/teach/cohorts/${w.cohort}/learners/${w.learner}/${CHAPTER}/preview` },
  "evidence of the quiz": { who: "instructor", path: (w) => `/teach/cohorts/${w.cohort}/learners/${w.learner2}/${CHAPTER}/quiz` },
  "own defense": { who: "learner", path: (w) => `/learn/${w.learner}/${CHAPTER}/defense` },
  "defense days": { who: "instructor", path: (w) => `/teach/cohorts/${w.cohort}/defense` },
  "plan a defense day": { who: "instructor", path: (w) => `/teach/cohorts/${w.cohort}/defense/new` },
  "defense day": { who: "instructor", path: (w) => `/teach/cohorts/${w.cohort}/defense/${w.defenseDay}` },
  "repair of a defense day": { who: "instructor", path: (w) => `/teach/cohorts/${w.cohort}/defense/${w.defenseDay}/repair?examiner=${w.examinerId}` },
  "candidate of a defense day": { who: "instructor", path: (w) => `/teach/cohorts/${w.cohort}/defense/${w.defenseDay}/candidates/${w.candidate}` },
  "examiner of a defense day": { who: "instructor", path: (w) => `/teach/cohorts/${w.cohort}/defense/${w.defenseDay}/examiners/${w.examinerId}` },
  "examiner's hours": { who: "examiner", path: (w) => `/defend/days/${w.defenseDay}` },
  "own role-plays": { who: "learner", path: (w) => `/learn/${w.learner}/${CHAPTER}/role-play` },
  "role-plays": { who: "instructor", path: (w) => `/teach/cohorts/${w.cohort}/role-play` },
  "plan a role-play": { who: "instructor", path: (w) => `/teach/cohorts/${w.cohort}/role-play/new` },
  lectures: { who: "instructor", path: (w) => `/teach/cohorts/${w.cohort}/lectures` },
  "plan a lecture": { who: "instructor", path: (w) => `/teach/cohorts/${w.cohort}/lectures/new` },
  lecture: { who: "instructor", path: (w) => `/teach/cohorts/${w.cohort}/lectures/${w.lecture}` },
  marking: { who: "instructor", path: () => "/marking" },
  "marking in a cohort": { who: "instructor", path: (w) => `/teach/cohorts/${w.cohort}/marking` },
  "an attempt, to mark": { who: "instructor", path: (w) => `/teach/cohorts/${w.cohort}/attempts/${w.attempt}` },
  "question bank": { who: "instructor", path: () => `/teach/bank/${CHAPTER}?id=ch03-q012` },
  "calendar of a cohort": { who: "instructor", path: (w) => `/teach/cohorts/${w.cohort}/calendar` },
  "learners of a cohort": { who: "instructor", path: (w) => `/teach/cohorts/${w.cohort}/learners` },
  "groups of a cohort": { who: "instructor", path: (w) => `/teach/cohorts/${w.cohort}/groups` },
  "group work of a cohort": { who: "instructor", path: (w) => `/teach/cohorts/${w.cohort}/group-work/${CHAPTER}` },
  "a group's sheet, to judge": { who: "instructor", path: (w) => `/teach/cohorts/${w.cohort}/group-sheets/${w.groupSheet}` },
  "a group's sheet on the wall": { who: "instructor", path: (w) => `/projector/${w.cohort}/group-sheets/${w.groupSheet}` },
  "own group work": { who: "learner", path: (w) => `/learn/${w.learner}/${CHAPTER}/group-work` },
  "settings of a cohort": { who: "instructor", path: (w) => `/teach/cohorts/${w.cohort}/settings` },
  presenter: { who: "instructor", path: (w) => `/present/${w.cohort}/${w.lecture}` },
  projector: { who: "instructor", path: (w) => `/projector/${w.cohort}/${w.lecture}` },
  "live slides": { who: "learner", path: (w) => `/learn/live/${w.lecture}` },
  defenses: { who: "examiner", path: () => "/defend" },
  "defense room": { who: "examiner", path: (w) => `/defend/${w.defenseSlot}` },
  "defense room, signed": { who: "examiner", path: (w) => `/defend/${w.signedSlot}` },
  "record of a defense": { who: "instructor", path: (w) => `/defend/${w.signedSlot}/record` },
  "own calibration": { who: "examiner", path: () => "/defend/calibration" },
  "an anchor defense": { who: "examiner", path: () => "/defend/calibration/water-works" },
  "an anchor defense, compared": { who: "examiner", path: () => "/defend/calibration/cold-store" },
  "how examiners rate": { who: "instructor", path: () => "/raters" },
  "calibrated examiners": { who: "instructor", path: () => "/raters/calibration" },
  "progress of a team": { who: "manager", path: () => "/lead/progress" },
  "executives' first screen": { who: "executive", path: () => "/lead" },
  "first screen of a past day": { who: "executive", path: () => "/lead?at=2100-01-01" },
  "heat map": { who: "executive", path: () => "/lead/heat" },
  "people behind a figure": { who: "manager", path: () => "/lead/people?competency=build-trust" },
  "road of all cohorts": { who: "executive", path: () => "/lead/road" },
  "comparison of teams": { who: "executive", path: () => "/lead/compare" },
  "comparison of days": { who: "executive", path: () => "/lead/compare?by=day" },
  "field effect": { who: "executive", path: () => "/lead/effect" },
  "a gap": { who: "manager", path: (w) => `/lead/gaps/${w.managersTeam}/build-trust` },
  people: { who: "admin", path: () => "/admin/people" },
  person: { who: "admin", path: (w) => `/admin/people/${w.learnerId}` },
  "invite a person": { who: "admin", path: () => "/admin/people/invite" },
  teams: { who: "admin", path: () => "/admin/teams" },
  mail: { who: "admin", path: () => "/admin/mail" },
  audit: { who: "admin", path: () => "/admin/audit" },
};

export async function pathOf(page: ListedPage, server: TestServer): Promise<string> {
  return page.path(await worldOf(server), server);
}

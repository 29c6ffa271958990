/** Groups of a cohort, for the cohorts' door. */
export { createGroup, type CreateGroupError } from "./create-group.server";
export { type ChangeGroupError, dissolveGroup, renameGroup } from "./change-group.server";
export { copyGroups, type CopyGroupsError } from "./copy-groups.server";
export { formCohortGroups, type FormError } from "./form-cohort-groups.server";
export { type GroupOfPage, groupsPage, type GroupsPage } from "./groups-page.view.server";
export { type Move, type MoveError, moveLearner } from "./move-learner.server";
export { type Candidate, type FormingPlan, planForming, unplaced } from "./plan-forming.server";
export { type GroupAfterMove, type MovePlan, planMove } from "./plan-move.server";
export { findGroup, type Group, type GroupMember, groupOf, type GroupsKey, lockGroups, membersOf, standingGroups } from "./rows.server";

/** The door of the group work room for routes, other rooms' server code and the seed. */
export { beginGroupSheet, type BeginSheetError } from "./begin-sheet.server";
export { openGroupWork } from "./open-group-work.server";
export { handInSheet, type HandInError } from "./hand-in.server";
export { acceptSheet, type AcceptError, type DecideError, type Overtaken, sendBackSheet, takeBackAcceptance } from "./decide-submission.server";
export { followClassGroups } from "./follow-groups.server";
export { pickTools, type PickToolsError } from "./pick-tools.server";
export { ratePeers, type RateError } from "./rate-peers.server";
export { broadcastsOf, sendHint, startTimer, takeDown } from "./broadcast.server";
export { groupWorkTopic } from "./announce.server";
export { chapterTools, pickedTools, type Tool } from "./tools-of-chapter.server";
// What the pages show.
export { mayBeTold, ownGroupWork, type OwnGroupWork } from "./own-group-work.view.server";
export { groupRoom, type GroupRoom, type RoomGroup, type RoomSheet } from "./group-room.view.server";
export { groupRubricKey, groupSheetPage, type GroupSheetPage } from "./group-sheet-page.view.server";
export { type HandedIn, workOfLearner } from "./work-of-learner.view.server";
export { type WorkOfMove, workOfMove } from "./work-of-move.view.server";
export { findGroupSheet, type GroupSheet } from "./rows.server";
export { roomSheets } from "./room-sheets.server";
export { roomToOpen } from "./room-to-open.server";
export { projectedSheet } from "./projected-sheet.view.server";
export { groupOfSheet, type GroupOfSheet } from "./group-of-sheet.view.server";
export { saySheets, unsaidSheets } from "./capability.server";

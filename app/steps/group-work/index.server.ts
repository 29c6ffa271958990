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

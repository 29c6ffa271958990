/** The door of the marking room for other rooms' and the routes' server code. */
export { enqueueAll, enqueueMarking } from "./enqueue-marking.server";
export { settleMarking, type Settlement } from "./settle-marking.server";
export { hastenMarking } from "./hasten-marking.server";
export { withdrawMarking } from "./withdraw-marking.server";
export { claimMarking, type ClaimRefusal, holdForMarking, markingItemOf, releaseMarking } from "./claim.server";
export { publishRubrics, type PublishRubricsReport } from "./publish-rubrics.server";
export { readRubrics, type RubricFile } from "./read-rubrics.server";
export { rubricSchema } from "./rubric-schema.server";
export { currentRubric, type PinnedRubric, rubricByHash, rubricsByHash } from "./load-rubric.server";
export { firstWaiting, markingPlace, type MarkingPlace, nextMarkingPath } from "./marking-place.view.server";
export { queuePage, type QueueLine, type QueuePage } from "./queue-page.view.server";

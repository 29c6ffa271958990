export { cohortPath, evidencePath, learnerPath, roadPath, stepPath } from "./paths";
export { RoadHistory } from "./RoadHistory";
export { type RoadOfChapter, RoadView, usePosition } from "./RoadView";

/** The door for other rooms' server code. Pure things come through `index.ts`. */
export { startRoad, startRoads } from "./start-roads.server";
export { applyCommand, type ApplyInput, type Stale } from "./apply-command.server";
export { type EvidenceReport, recordEvidence } from "./record-evidence.server";
export { loadRoad, loadRoads, type PlannedRoad, type RoadKey } from "./load-roads.server";
export { type HistoryEntry, roadHistory } from "./road-history.server";
export { openDueSteps } from "./open-due-steps.server";
export { replan, type Replanned } from "./replan.server";
export { cohortGate, stepGate, type StepGate } from "./step-gate.server";
export { GATE_SCHEMAS, parseGate } from "./gate-schema.server";

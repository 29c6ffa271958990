/** The door of the role-play room for routes, other rooms' server code and the seed. */
export { publishScenarios, type PublishScenariosInput, type PublishScenariosReport } from "./publish-scenarios.server";
export { readScenarios, type ScenarioFile } from "./read-scenarios.server";

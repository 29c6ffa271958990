/** The door of the homework room for routes, the server and the seed. */
export { type AssignmentFile, readAssignments } from "./read-assignments.server";
export { publishAssignments } from "./publish-assignments.server";

/** The only door for other rooms' server code. */
export { recordCapabilities, recordCapability, retractCapability } from "./record-capability.server";
export { estimatesOf, type Estimates } from "./estimates-of.server";

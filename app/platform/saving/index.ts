/** Work saved as it is typed: on the device first, on the server within 2 s, by compare-and-swap with receipts. */
export * from "./save-ops";
export type { SavingSnapshot, SavingStatus, ValueView } from "./snapshot";
export { type Saving, useSaving } from "./use-saving";

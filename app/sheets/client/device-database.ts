/** The database on the device in which sheets wait until they are stored. */
export const DEVICE_DATABASE = "roadbook-sheets";

/** Whoever signs out leaves nothing on the device. Windows that are still open let go of it by themselves. */
export function forgetSheetsOnDevice(): void {
  try {
    indexedDB.deleteDatabase(DEVICE_DATABASE);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

import type { DeviceStore } from "~/platform/device";
import { type Saving, useSaving } from "~/platform/saving";
import { sheetOpsPath } from "../../paths";

/** Where scores and notes wait on the device. */
const SHEETS: DeviceStore = { database: "roadbook-defense", store: "sheets", isText: true };

export type ExaminerSheet = Saving<string>;

/** An examiner's sheet, saved as it is tapped and typed. */
export function useSheet({ slotId, examinerId, sheet }: { slotId: string; examinerId: string; sheet: readonly { position: number; value: string | null; revision: number }[] }): ExaminerSheet {
  return useSaving<string>({
    scope: `${slotId}.${examinerId}`,
    initial: sheet.map(({ position, value, revision }) => ({ position, value, revision, flagged: false })),
    isEmpty: (value) => (value ?? "").trim() === "",
    url: sheetOpsPath(slotId),
    device: SHEETS,
  });
}

import type { DeviceStore } from "~/platform/device";
import { type Saving, useSaving } from "~/platform/saving";
import { draftPath } from "../paths";
import type { WorkPage } from "../work-page.view.server";

/** Where drafts wait on the device. */
const DRAFTS: DeviceStore = { database: "roadbook-homework", store: "texts", isText: true };

export type WorkTexts = Saving<string>;

/** The written parts of the homework on the page, saved as they are typed. */
export function useWorkTexts(page: Pick<WorkPage, "texts">, { enrolmentId, chapterSlug }: { enrolmentId: string; chapterSlug: string }): WorkTexts {
  return useSaving<string>({
    scope: `${enrolmentId}.${chapterSlug}`,
    initial: page.texts.map(({ position, value, revision }) => ({ position, value, revision, flagged: false })),
    isEmpty: (value) => (value ?? "").trim() === "",
    url: draftPath(enrolmentId, chapterSlug),
    device: DRAFTS,
  });
}

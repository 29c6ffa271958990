import { z } from "zod";
import { CHAIR_TEXT_LIMIT, LAST_POSITION } from "./places";

/** What an examiner's device sends: texts over the revision they were made on. */
export const sheetOpsSchema = z.object({
  ops: z
    .array(
      z.object({
        opId: z.uuid(),
        position: z.int().min(1).max(LAST_POSITION),
        baseRevision: z.int().min(0),
        value: z.string().max(CHAIR_TEXT_LIMIT).refine((text) => !text.includes("\0")).nullable(),
      }),
    )
    .min(1)
    .max(60),
});

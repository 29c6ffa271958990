import { z } from "zod";

/** What the browser's log sends: texts over the revision they were typed on. */
export const saveBatchSchema = z.object({
  ops: z
    .array(
      z.object({
        opId: z.uuid(),
        position: z.int().min(1).max(8),
        baseRevision: z.int().min(0),
        value: z.string().max(8000).refine((text) => !text.includes("\0")).nullable(),
      }),
    )
    .min(1)
    .max(60),
});

/** What an observer's device sends. */
import { z } from "zod";
import { MARKS } from "./scenario";

const base = { opId: z.uuid(), at: z.iso.datetime() };
const behaviourId = z.string().min(1).max(80);

/** Operations of one round, in the order they were made. */
export const observerOpsSchema = z.object({
  ops: z
    .array(
      z.discriminatedUnion("kind", [
        z.object({ ...base, kind: z.literal("mark"), behaviourId, mark: z.enum(MARKS) }),
        z.object({ ...base, kind: z.literal("clear"), behaviourId }),
        z.object({ ...base, kind: z.literal("note"), behaviourId: behaviourId.nullable(), note: z.string().trim().min(1).max(500).refine((text) => !text.includes("\0")) }),
        z.object({ ...base, kind: z.literal("hand-in") }),
      ]),
    )
    .min(1)
    .max(60),
});

export type SentObserverOp = z.output<typeof observerOpsSchema>["ops"][number];

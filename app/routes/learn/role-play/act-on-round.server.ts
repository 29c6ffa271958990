import { randomUUID } from "node:crypto";
import type { Transaction } from "kysely";
import { z } from "zod";
import { type Guarded, uuidParam } from "~/auth/index.server";
import { type DB, inTransaction } from "~/db/index.server";
import { textsOf } from "~/i18n/i18n.server";
import { parseForm } from "~/platform/forms.server";
import { ok, type Result } from "~/platform/result";
import { MARKS, TURNS } from "~/steps/role-play";
import { advanceDebrief, endConversation, giveConsent, recordMarks, reviewSelf, type SentObserverOp } from "~/steps/role-play/index.server";

const marks = z.record(z.string().max(80), z.enum(MARKS)).default({});
const text = (most: number) => z.string().trim().max(most).default("");
const schema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("end") }),
  z.object({ intent: z.literal("advance"), turn: z.enum(TURNS) }),
  z.object({ intent: z.literal("consent") }),
  z.object({ intent: z.literal("refuse") }),
  // The observer's sheet as a plain form; with scripts each tap goes its own way.
  z.object({ intent: z.literal("save-sheet"), marks, note: text(500) }),
  z.object({ intent: z.literal("hand-in"), marks, note: text(500) }),
  z.object({ intent: z.literal("review"), marks, wentWell: text(1000), nextTime: text(1000) }),
]);
type Act = z.output<typeof schema>;

/** Carries out what somebody does in their round; answers the failure's code and text, null when done. */
export async function actOnRound(args: Guarded): Promise<{ code: string; text: string } | null> {
  const t = textsOf(args.context.locale, "role-play");
  const parsed = await parseForm(args.request, schema);
  if (!parsed.ok) return { code: "invalid", text: t("error.invalid") };
  const result = await inTransaction(args.db, `${parsed.value.intent} in round`, (trx) => carryOut(args, trx, parsed.value));
  return result.ok ? null : { code: result.error.code, text: t(`error.${result.error.code}`) };
}

async function carryOut({ params, actor, now }: Guarded, trx: Transaction<DB>, act: Act): Promise<Result<unknown, { code: string }>> {
  const key = { roundId: uuidParam(params, "round"), now };
  switch (act.intent) {
    case "end":
      return endConversation(trx, actor, key);
    case "advance":
      return advanceDebrief(trx, actor, { ...key, turn: act.turn });
    case "consent":
    case "refuse":
      return giveConsent(trx, actor, { ...key, agrees: act.intent === "consent" });
    case "review":
      return reviewSelf(trx, actor, { ...key, marks: act.marks, wentWell: act.wentWell, nextTime: act.nextTime });
    case "save-sheet":
    case "hand-in": {
      const ops = sheetOps(act, now);
      return ops.length === 0 ? ok() : recordMarks(trx, actor, { ...key, ops });
    }
  }
}

function sheetOps(act: Extract<Act, { intent: "save-sheet" | "hand-in" }>, now: Date): SentObserverOp[] {
  const at = now.toISOString();
  const ops: SentObserverOp[] = Object.entries(act.marks).map(([behaviourId, mark]) => ({ opId: randomUUID(), kind: "mark", behaviourId, mark, at }));
  if (act.note !== "") ops.push({ opId: randomUUID(), kind: "note", behaviourId: null, note: act.note, at });
  if (act.intent === "hand-in") ops.push({ opId: randomUUID(), kind: "hand-in", at });
  return ops;
}

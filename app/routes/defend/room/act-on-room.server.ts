import { data, redirect } from "@remix-run/node";
import { z } from "zod";
import { type Guarded, uuidParam } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import type { DB } from "~/db/schema";
import { notFound } from "~/platform/errors";
import type { Result } from "~/platform/result";
import { lockPath, roomPath } from "~/steps/defense";
import { agreeLevel, beginDefense, closeScoring, dismissExaminer, excuseSigner, moveDefense, passChair, reopenVerdict, reviseScore, saveForm, signVerdict, type VerdictPost } from "~/steps/defense/index.server";
import type { Transaction } from "kysely";
import { verdictPostFrom } from "./verdict-post.server";

const reason = z.string().max(2000).default("");
const examiner = z.uuid();
const level = { chapter: z.string().min(1).max(80), criterion: z.string().min(1).max(80), level: z.coerce.number().int().min(0).max(4) };

const schema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("begin") }),
  z.object({ intent: z.enum(["advance", "back"]), from: z.enum(["presenting", "questioning", "scoring"]) }),
  z.object({ intent: z.enum(["save", "review"]) }),
  z.object({ intent: z.literal("close"), reason }),
  z.object({ intent: z.enum(["dismiss", "excuse"]), examiner, reason }),
  z.object({ intent: z.literal("pass-chair"), examiner }),
  z.object({ intent: z.literal("revise"), ...level, reason }),
  z.object({ intent: z.literal("agree"), ...level }),
  z.object({ intent: z.literal("sign"), verdict: z.string().regex(/^\d{1,18}$/) }),
  z.object({ intent: z.literal("reopen"), reason }),
]);
type Act = z.output<typeof schema>;

/** Begins, moves on, saves, lets somebody go, revises, agrees, signs: whichever button was pressed. */
export async function actOnRoom({ request, db, actor, params, context, now }: Guarded) {
  const slotId = uuidParam(params, "slot");
  const form = await request.formData();
  const parsed = schema.safeParse(Object.fromEntries(form));
  if (!parsed.success) return data({ problem: "invalid" }, { status: 422 });
  const act = parsed.data;
  const done = await inTransaction(db, `defense room: ${act.intent}`, (trx) => perform(trx, { actor, slotId, now, post: verdictPostFrom(context) }, act, form));
  if (!done.ok && done.error.code === "unknown-slot") throw notFound();
  if (!done.ok) return data({ problem: done.error.code }, { status: 409 });
  throw redirect(act.intent === "review" ? lockPath(slotId) : roomPath(slotId), 303);
}

type Who = { actor: Guarded["actor"]; slotId: string; now: Date; post: VerdictPost };

function perform(trx: Transaction<DB>, { actor, slotId, now, post }: Who, act: Act, form: FormData): Promise<Result<unknown, { code: string }>> {
  const base = { slotId, now };
  switch (act.intent) {
    case "begin":
      return beginDefense(trx, actor, base);
    case "advance":
    case "back":
      return moveDefense(trx, actor, { ...base, kind: act.intent, from: act.from });
    case "save":
    case "review":
      return saveForm(trx, actor, { ...base, form });
    case "close":
      return closeScoring(trx, actor, { ...base, reason: act.reason });
    case "dismiss":
      return dismissExaminer(trx, actor, { ...base, examinerId: act.examiner, reason: act.reason });
    case "excuse":
      return excuseSigner(trx, actor, { ...base, examinerId: act.examiner, reason: act.reason }, post);
    case "pass-chair":
      return passChair(trx, actor, { slotId, toId: act.examiner });
    case "revise":
      return reviseScore(trx, actor, { ...base, chapterSlug: act.chapter, criterionId: act.criterion, level: act.level, reason: act.reason });
    case "agree":
      return agreeLevel(trx, actor, { ...base, chapterSlug: act.chapter, criterionId: act.criterion, level: act.level });
    case "sign":
      return signVerdict(trx, actor, { ...base, verdictId: act.verdict }, post);
    case "reopen":
      return reopenVerdict(trx, actor, { ...base, reason: act.reason });
  }
}

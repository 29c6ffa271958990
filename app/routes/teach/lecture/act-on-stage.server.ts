import type { Transaction } from "kysely";
import { z } from "zod";
import { type Guarded, uuidParam } from "~/auth/index.server";
import { type DB, inTransaction } from "~/db/index.server";
import { textsOf } from "~/i18n/i18n.server";
import { parseForm } from "~/platform/forms.server";
import type { Result } from "~/platform/result";
import { closePoll, openPoll, revealPoll, showCode, showSlide, startSession } from "~/steps/lecture/index.server";

const slide = { chapter: z.string().max(80), slide: z.string().max(80) };
const schema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("start") }),
  z.object({ intent: z.literal("move"), ...slide }),
  z.object({ intent: z.literal("show-code") }),
  z.object({ intent: z.literal("hide-code") }),
  z.object({ intent: z.literal("open-poll"), ...slide }),
  z.object({ intent: z.literal("close-poll"), poll: z.uuid() }),
  z.object({ intent: z.literal("reveal-answer"), poll: z.uuid() }),
  z.object({ intent: z.literal("hide-answer"), poll: z.uuid() }),
]);
type Act = z.output<typeof schema>;

/** Carries out what the presenter does on the stage; answers what is wrong in the reader's words, null when done. */
export async function actOnStage(args: Guarded): Promise<string | null> {
  const t = textsOf(args.context.locale, "lecture");
  const parsed = await parseForm(args.request, schema);
  if (!parsed.ok) return t("error.invalid");
  const result = await inTransaction(args.db, `${parsed.value.intent} in lecture`, (trx) => carryOut(args, trx, parsed.value));
  return result.ok ? null : t(`error.${result.error.code}`);
}

async function carryOut({ params, actor, now }: Guarded, trx: Transaction<DB>, act: Act): Promise<Result<unknown, { code: string }>> {
  const key = { cohortId: uuidParam(params, "cohort"), sessionId: uuidParam(params, "session"), now };
  switch (act.intent) {
    case "start":
      return startSession(trx, key);
    case "move":
      return showSlide(trx, { ...key, chapter: act.chapter, slide: act.slide });
    case "show-code":
    case "hide-code":
      return showCode(trx, { ...key, shown: act.intent === "show-code" });
    case "open-poll":
      return openPoll(trx, actor, { ...key, chapter: act.chapter, slide: act.slide });
    case "close-poll":
      return closePoll(trx, { ...key, pollId: act.poll });
    case "reveal-answer":
    case "hide-answer":
      return revealPoll(trx, { ...key, pollId: act.poll, revealed: act.intent === "reveal-answer" });
  }
}

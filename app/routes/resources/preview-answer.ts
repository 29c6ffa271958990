import { guardedAction } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import { answerCheckin } from "~/steps/preview/index.server";
import { LEARN, ownPlace, placeParams } from "../learn/preview/own-place.server";

const STATUS = { "not-found": 404, "not-open": 409, "empty": 400, "unfit": 400 } as const;

/** An answer to a question inside the text, given without leaving the page; the page's own form is the way without JavaScript. */
export const action = guardedAction(LEARN, async (args) => {
  await ownPlace(args);
  const form = await args.request.formData();
  const checkinId = String(form.get("checkin") ?? "");
  const version = String(form.get("version") ?? "");
  const input = { ...placeParams(args), checkinId, version, form, locale: args.context.locale, now: args.now };
  const result = await inTransaction(args.db, "answer check-in", (trx) => answerCheckin(trx, args.actor, input));
  if (!result.ok) return Response.json({ ok: false, code: result.error.code }, { status: STATUS[result.error.code] });
  return Response.json({ ok: true, ...result.value });
});

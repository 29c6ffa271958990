import { guardedAction } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import { parseRecord, recordReading } from "~/steps/preview/index.server";
import { LEARN, ownPlace, placeParams } from "../learn/preview/own-place.server";

const STATUS = { "not-found": 404, "not-open": 409 } as const;

/** What a device recorded: beats of reading, stretches of recordings. By fetch while reading, by beacon when the page goes. */
export const action = guardedAction(LEARN, async (args) => {
  await ownPlace(args);
  const record = parseRecord(await args.request.text());
  if (record === null) return Response.json({ code: "invalid" }, { status: 400 });
  const result = await inTransaction(args.db, "record reading", (trx) => recordReading(trx, args.actor, { ...placeParams(args), ...record, now: args.now }));
  if (!result.ok) return Response.json({ code: result.error.code }, { status: STATUS[result.error.code] });
  return Response.json(result.value);
});

import { guardedLoader } from "~/auth/guard.server";
import { sessionCalendar } from "~/cohorts/index.server";
import { formatDate } from "~/i18n/dates";
import { textsOf } from "~/i18n/i18n.server";
import { notFound } from "~/platform/errors";
import { DEFEND_PATH } from "~/steps/defense";
import { examinerEntry } from "~/steps/defense/index.server";

const FILE = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.ics$/;

/** An examiner's stretch of a defense day as a calendar file: their slots one below the other. */
export const loader = guardedLoader({ permission: "defense:sit", scope: "any" }, async ({ db, actor, params, context, now }) => {
  const dayId = FILE.exec(params.file ?? "")?.[1];
  const found = dayId && (await examinerEntry(db, actor.id, dayId));
  if (!found) throw notFound();
  const { locale, origin } = context;
  const { timeZone } = found.entry;
  const lines = found.slots.map(({ startsAt, place, candidate }) => `${formatDate(startsAt, { locale, timeZone, style: "time" })} ${candidate} · ${place.name}`);
  const file = sessionCalendar(found.entry, { calendar: textsOf(locale, "defense-days")("calendar"), description: lines.join("\n") }, { origin, path: DEFEND_PATH, now });
  return new Response(file, {
    headers: { "Content-Type": "text/calendar; charset=utf-8", "Content-Disposition": `attachment; filename="roadbook-defense-day.ics"`, "Cache-Control": "private, no-cache" },
  });
});

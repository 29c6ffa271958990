import { guardedLoader } from "~/auth/guard.server";
import { chapterNames, sessionCalendar } from "~/cohorts/index.server";
import { textsOf } from "~/i18n/i18n.server";
import { pick } from "~/i18n/pick";
import { notFound } from "~/platform/errors";
import { ownDefensePath, roomPath } from "~/steps/defense";
import { slotEntry } from "~/steps/defense/index.server";

const FILE = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.ics$/;

/** One defense as a calendar file, for its candidate, its panel, and whoever may see the cohort. */
export const loader = guardedLoader("signed-in", async ({ db, actor, params, context, now }) => {
  const slotId = FILE.exec(params.file ?? "")?.[1];
  const found = slotId && (await slotEntry(db, actor, slotId));
  if (!found) throw notFound();
  const { locale, origin } = context;
  const t = textsOf(locale, "defense-days");
  const chapters = [...(await chapterNames(db, found.chapters)).values()].map(({ number, title }) => t("chapter", { number, title: pick(title, locale) }));
  const path = found.own ? ownDefensePath(found.enrolmentId, found.chapters[0] ?? "") : roomPath(slotId);
  const file = sessionCalendar(found.entry, { calendar: t("calendar"), description: [...chapters, found.entry.link].filter(Boolean).join("\n") }, { origin, path, now });
  return new Response(file, {
    headers: { "Content-Type": "text/calendar; charset=utf-8", "Content-Disposition": `attachment; filename="roadbook-defense.ics"`, "Cache-Control": "private, no-cache" },
  });
});

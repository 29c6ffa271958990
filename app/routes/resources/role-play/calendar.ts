import { guardedLoader } from "~/auth/guard.server";
import { chapterNames, sessionCalendar } from "~/cohorts/index.server";
import { textsOf } from "~/i18n/i18n.server";
import { pick } from "~/i18n/pick";
import { notFound } from "~/platform/errors";
import { knownSession } from "~/steps/role-play/index.server";

const FILE = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.ics$/;

/** A role-play session as a calendar file, for its learners and whoever may see the cohort. */
export const loader = guardedLoader("signed-in", async ({ db, actor, params, context, now }) => {
  const sessionId = FILE.exec(params.file ?? "")?.[1];
  const session = sessionId && (await knownSession(db, actor, sessionId));
  if (!session) throw notFound();
  const { locale, origin } = context;
  const t = textsOf(locale, "role-play");
  const chapters = [...(await chapterNames(db, session.chapters)).values()].map(({ number, title }) => t("chapter", { number, title: pick(title, locale) }));
  const file = sessionCalendar({ ...session, cancelled: session.state === "cancelled" }, { calendar: t("calendar"), description: [...chapters, session.link].filter(Boolean).join("\n") }, { origin, path: "/learn", now });
  return new Response(file, { headers: { "Content-Type": "text/calendar; charset=utf-8", "Content-Disposition": `attachment; filename="roadbook-role-play.ics"`, "Cache-Control": "private, no-cache" } });
});

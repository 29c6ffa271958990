import { guardedLoader } from "~/auth/guard.server";
import { chapterNames, sessionCalendar } from "~/cohorts/index.server";
import { textsOf } from "~/i18n/i18n.server";
import { pick } from "~/i18n/pick";
import { holds } from "~/people";
import { notFound } from "~/platform/errors";
import { checkInPath } from "~/steps/lecture";
import { anySession, ownSession } from "~/steps/lecture/index.server";

const FILE = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.ics$/;

/** A class as a calendar file, for its learners and whoever may see the cohort. */
export const loader = guardedLoader("signed-in", async ({ db, actor, params, context, now }) => {
  const sessionId = FILE.exec(params.file ?? "")?.[1];
  const found = sessionId && (await anySession(db, sessionId));
  if (!found) throw notFound();
  const { session, teamId } = found;
  const may = holds(actor, "cohort:view", { kind: "cohort", cohortId: session.cohortId, teamId }) || (await ownSession(db, actor.id, session.id)) !== undefined;
  if (!may) throw notFound();
  const { locale, origin } = context;
  const t = textsOf(locale, "lecture");
  const chapters = [...(await chapterNames(db, session.chapters)).values()].map(({ number, title }) => t("chapter", { number, title: pick(title, locale) }));
  const description = [...chapters, session.link].filter(Boolean).join("\n");
  const file = sessionCalendar({ ...session, cancelled: session.state === "cancelled" }, { calendar: t("calendar"), description }, { origin, path: checkInPath(session.id), now });
  return new Response(file, {
    headers: { "Content-Type": "text/calendar; charset=utf-8", "Content-Disposition": `attachment; filename="roadbook-lecture.ics"`, "Cache-Control": "private, no-cache" },
  });
});

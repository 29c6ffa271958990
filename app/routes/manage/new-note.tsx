import { randomUUID } from "node:crypto";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader } from "~/auth/guard.server";
import { dealsOf } from "~/deals/index.server";
import { isoDay } from "~/i18n/dates";
import type { RouteHandle } from "~/i18n/handle";
import { COACHING_LOG_PATH, NewNoteScreen } from "~/steps/field-tracking";
import { coachedPeople } from "~/steps/field-tracking/index.server";
import { COACH } from "./access";
import { writeNote } from "./write-note.server";

export const handle: RouteHandle = { i18n: ["ui", "field"], title: (t) => t("field:newNote.title") };

export const loader = guardedLoader(COACH, async ({ db, actor, url, now, context }) => {
  const [people, deals] = await Promise.all([coachedPeople(db, actor), dealsOf(db, actor, { state: "open" })]);
  const personId = people.find(({ id }) => id === url.searchParams.get("person"))?.id ?? null;
  return { people, deals: deals.map(({ id, title, accountName, ownerId }) => ({ id, title, accountName, ownerId })), personId, nonce: randomUUID(), today: isoDay(now, actor.timeZone), locale: context.locale };
});

export const action = guardedAction(COACH, async (args) => {
  const refused = await writeNote(args);
  if (refused) return data(refused, { status: 400 });
  throw redirect(COACHING_LOG_PATH, 303);
});

export default function NewNote() {
  return <NewNoteScreen {...useLoaderData<typeof loader>()} failure={useActionData<typeof action>() ?? null} />;
}

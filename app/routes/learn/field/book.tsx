import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { FieldBook } from "~/steps/field-tracking";
import { ownField, seeCoaching } from "~/steps/field-tracking/index.server";
import { settleByForm } from "../../settle-form.server";

export { shouldRevalidate } from "~/platform/after-conflict";

export const handle: RouteHandle = { i18n: ["ui", "road", "field"], title: (t) => t("field:book.title") };

export const loader = guardedLoader("signed-in", async ({ db, actor, now, context }) => {
  const book = await ownField(db, actor, now);
  if (book.notes.some(({ seenAt }) => seenAt === null)) await inTransaction(db, "see coaching notes", (trx) => seeCoaching(trx, actor, now));
  return { book, locale: context.locale };
});

export const action = guardedAction("signed-in", async (args) => {
  const problem = await settleByForm(args, await args.request.formData());
  return data({ problem }, { status: problem === null ? 200 : 409 });
});

export default function Book() {
  const { book, locale } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <FieldBook book={book} locale={locale} flash={answer?.problem ? [{ id: answer.problem, tone: "danger", text: answer.problem }] : []} />;
}

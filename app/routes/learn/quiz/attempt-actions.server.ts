import { data, redirect } from "@remix-run/node";
import type { Guarded } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import { notFound } from "~/platform/errors";
import { type At, atOf, attemptPath, type RefusedAnswer, resultPath, targetOf } from "~/steps/quiz";
import { saveFormAnswer, submitAttempt } from "~/steps/quiz/index.server";

/** Saves one answer and goes on, or hands in; an answer that another device was faster than comes back to the page. */
export async function actOnAttempt({ request, db, actor, now }: Guarded, attemptId: string) {
  const form = await request.formData();
  if (form.get("intent") === "hand-in") {
    const result = await inTransaction(db, "hand in quiz", (trx) => submitAttempt(trx, actor, { attemptId, now }));
    if (!result.ok) throw notFound();
    throw redirect(resultPath(attemptId), 303);
  }
  const saved = await inTransaction(db, "save answer", (trx) => saveFormAnswer(trx, actor, { attemptId, form, now }));
  if (saved.ok) throw redirect(attemptPath(attemptId, whereTo(form, saved.value.positions)), 303);
  switch (saved.error.code) {
    case "conflict":
      return data<RefusedAnswer>(saved.error, { status: 409 });
    case "late":
      throw redirect(attemptPath(attemptId), 303);
    case "invalid":
      throw new Response("That answer is too long", { status: 413 });
    case "not-found":
      throw notFound();
  }
}

function whereTo(form: FormData, positions: readonly number[]): At {
  const go = String(form.get("go") ?? "next");
  const at = form.get("position");
  const from = at === null ? "review" : atOf(String(at), positions);
  return targetOf(go === "flag" ? "stay" : go, from, positions);
}

import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "~/auth/guard.server";
import type { RouteHandle } from "~/i18n/handle";
import { notFound } from "~/platform/errors";
import { BankView, type BankViewProps } from "~/steps/quiz";
import { bankPage } from "~/steps/quiz/index.server";

export const handle: RouteHandle<BankViewProps> = { i18n: ["ui", "marking", "quiz"], title: (t, { bank }, locale) => t("marking:bank.title", { chapter: bank.title[locale] }) };

export const loader = guardedLoader({ permission: "cohort:teach", scope: "any" }, async ({ db, params, url, context }) => {
  const chapterSlug = params.chapter ?? "";
  const asked = (name: string): string | null => url.searchParams.get(name)?.slice(0, 64) || null;
  const difficulty = Number(asked("difficulty")) || null;
  const filter = { kind: asked("kind"), competency: asked("competency"), difficulty };
  const bank = await bankPage(db, { chapterSlug, filter, chosenId: asked("id"), locale: context.locale });
  if (bank === null) throw notFound();
  return { bank, chapterSlug, filter, locale: context.locale };
});

export default function Bank() {
  return <BankView {...useLoaderData<typeof loader>()} />;
}

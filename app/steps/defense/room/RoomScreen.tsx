import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { useNews } from "~/platform/use-news";
import { useQuietRevalidation } from "~/platform/use-quiet-revalidation";
import { Callout, useHydrated } from "~/ui";
import { roomEventsPath } from "../paths";
import { earlyChoices } from "./client/early-choices";
import { useSheet } from "./client/use-sheet";
import { AwaitedLine } from "./AwaitedLine";
import { PanelCard } from "./PanelCard";
import { PromptList } from "./PromptList";
import { Reconcile } from "./Reconcile";
import { RoomHead } from "./RoomHead";
import type { RoomPage } from "./room-page.view.server";
import { ScoreSheet } from "./ScoreSheet";
import { TaskCard } from "./TaskCard";
import { VerdictCard } from "./VerdictCard";

export interface RoomScreenProps {
  page: RoomPage;
  /** What lies on the table: sheets, homework, role-plays. Made by the route, from their own rooms. */
  exhibits: ReactNode;
  /** Code of what went wrong. */
  problem: string | null;
  locale: Locale;
  now: Date;
}

/** Everything of the page that is tapped. */
const ROOM_ID = "room";

/** An examiner's screen: what the candidate brings and what they are asked beside what is scored; then the panel's words. */
export function RoomScreen({ page, exhibits, problem, locale, now }: RoomScreenProps) {
  const { t } = useTranslation("defense");
  const hydrated = useHydrated();
  const sheet = useSheet({ slotId: page.head.slotId, examinerId: page.me.personId, sheet: page.sheet });
  const connected = useNews(roomEventsPath(page.head.slotId), useQuietRevalidation());
  // On a slow tablet the page stands there to be tapped before its scripts have come.
  useState(() => {
    if (hydrated || typeof document === "undefined") return;
    for (const { position, value } of earlyChoices(document.getElementById(ROOM_ID))) void sheet.put(position, value);
  });
  const scoring = page.state === "presenting" || page.state === "questioning" || page.state === "scoring";
  return (
    <>
      <RoomHead page={page} locale={locale} now={now} />
      {problem !== null && (
        <div role="alert" className="mb-4">
          <Callout kind="danger" title={t([`error.${problem}`, "error.wrong-state"])}>
            <p>{t("error.look")}</p>
          </Callout>
        </div>
      )}
      <AwaitedLine page={page} locale={locale} />
      {!connected && <p className="mb-4 text-sm text-ink-soft">{t("room.offline")}</p>}
      <nav aria-label={t("room.parts")} data-print="no" className="sticky top-14 z-10 -mx-4 mb-4 grid grid-cols-3 gap-2 border-b border-line bg-paper px-4 py-2 lg:hidden">
        {(["judge", "prompts", "table"] as const).map((part) => (
          <a key={part} href={`#${part}`} className="grid min-h-11 place-items-center rounded-md border border-line-strong bg-surface px-1 text-center font-semibold text-ink">
            {t(`room.${part}`)}
          </a>
        ))}
      </nav>
      <div id={ROOM_ID} className="grid gap-6 lg:grid-cols-2 lg:items-start lg:gap-8">
        <section id="judge" aria-label={t("room.judge")} className="grid min-w-0 scroll-mt-32 gap-4 lg:col-start-2 lg:row-start-1">
          {page.state === "waiting" && <TaskCard chapters={page.chapters} />}
          {scoring && <ScoreSheet page={page} sheet={sheet} />}
          {page.verdict && <VerdictCard page={page} verdict={page.verdict} locale={locale} />}
          {page.reveal && <Reconcile page={page} reveal={page.reveal} />}
          <PanelCard page={page} />
        </section>
        <div className="grid min-w-0 gap-6 lg:sticky lg:top-20 lg:col-start-1 lg:row-start-1 lg:max-h-[calc(100dvh-6rem)] lg:overflow-y-auto">
          <section id="prompts" aria-label={t("room.prompts")} className="min-w-0 scroll-mt-32">
            <PromptList page={page} sheet={sheet} open={scoring && !page.me.locked} />
          </section>
          <section id="table" aria-label={t("room.table")} className="grid min-w-0 scroll-mt-32 gap-4">
            <h2 className="text-lg">{t("room.table")}</h2>
            {exhibits}
          </section>
        </div>
      </div>
    </>
  );
}

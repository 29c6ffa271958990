import { useRevalidator } from "@remix-run/react";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { mediaPath, MdxSection, ReadAloudBar, type SectionActivity, SectionActivityContext } from "~/courseware";
import type { Locale } from "~/i18n/locale";
import { ChangesNotice } from "./ChangesNotice";
import { useCheckins } from "./client/use-checkins";
import { usePlace } from "./client/use-place";
import { useReadingRecorder } from "./client/use-reading-recorder";
import { FinishPanel } from "./FinishPanel";
import { answerPath, goOnPath, previewPath, recordPath } from "./paths";
import { ReadingFoot } from "./ReadingFoot";
import { ReadingTop } from "./ReadingTop";
import { ReadingSettings, type Theme } from "./ReadingSettings";
import { ResumedNote } from "./ResumedNote";
import { SectionList } from "./SectionList";
import type { SectionPage } from "./packed-page";

export interface SectionReaderProps {
  page: SectionPage;
  enrolmentId: string;
  personId: string;
  locale: Locale;
  theme: Theme;
  /** A posted check-in that was not taken, and why. */
  problem: { id: string; key: string } | null;
  /** The button at the end was pressed too early. */
  refused: boolean;
}

/** The reading page of one section. Everything in it can be read and done without JavaScript; with it, reading is recorded. */
export function SectionReader({ page, enrolmentId, personId, locale, theme, problem, refused }: SectionReaderProps) {
  const { t } = useTranslation("preview");
  const text = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const pathOf = (sectionId?: string): string => previewPath(enrolmentId, page.slug, sectionId);
  const scope = `${enrolmentId}/${page.slug}`;

  const { revalidate } = useRevalidator();
  const onRecorded = useCallback(({ finished }: { finished: readonly string[] }) => finished.length > 0 && revalidate(), [revalidate]);
  const { checkins, answerCheckin } = useCheckins({ endpoint: answerPath(enrolmentId, page.slug), version: page.version, initial: page.checkins, problem, onAnswered: onRecorded });
  const { reportWatched } = useReadingRecorder({ endpoint: recordPath(enrolmentId, page.slug), scope, sectionId: page.id, text, end, onRecorded });
  const resumed = usePlace({ scope, sectionId: page.id, place: page.place, finished: page.state === "finished", text });
  useFocusOnRefusal(refused);

  const activity = useMemo<SectionActivity>(
    () => ({
      locale,
      slug: page.slug,
      sectionId: page.id,
      terms: page.terms,
      checkins,
      checkinForm: { action: previewPath(enrolmentId, page.slug, page.id), fields: { intent: "answer", version: page.version } },
      answerCheckin,
      media: page.media,
      reportWatched,
      mediaUrl: (src) => mediaPath(page.slug, src),
      storageScope: personId,
    }),
    [locale, page, enrolmentId, personId, checkins, answerCheckin, reportWatched],
  );
  const answered = (id: string): boolean => checkins[id]?.response !== null && checkins[id]?.status === "idle";
  const at = page.sections.findIndex(({ id }) => id === page.id) + 1;
  const contents = <SectionList sections={page.sections} current={page.id} toc={page.toc} pathOf={pathOf} />;
  const chapter = `${t("chapter", { number: page.chapterNumber })} ${page.chapterTitle}`;

  return (
    <div className="min-h-dvh max-lg:pb-[calc(3.5rem+env(safe-area-inset-bottom))]">
      <ReadingTop back={pathOf()} chapter={chapter} section={page.title} text={text}>
        <ReadingSettings locale={locale} theme={theme} />
      </ReadingTop>
      <div className="mx-auto max-w-7xl print:block lg:grid lg:grid-cols-[17rem_minmax(0,1fr)] lg:gap-10 lg:px-6">
        <nav aria-label={t("page.sections")} data-print="no" className="sticky top-14 hidden max-h-[calc(100dvh-3.5rem)] self-start overflow-y-auto py-8 lg:block">
          {contents}
        </nav>
        <main id="main" tabIndex={-1} className="mx-auto w-full max-w-3xl min-w-0 px-4 pt-6 pb-28 sm:px-6 lg:mx-0 lg:px-0 lg:pt-10">
          <header className="mb-6">
            <p className="text-sm text-ink-soft">{chapter}</p>
            <h1 className="mt-1 text-2xl sm:text-3xl">{page.title}</h1>
            <div className="mt-1 flex flex-wrap items-center gap-x-4 text-sm text-ink-soft">
              <span className="tabular">{t("section.minutes", { count: page.minutes })}</span>
              {!page.required && <span>{t("section.optional")}</span>}
              <span>{t(`section.${page.state}`)}</span>
              <div className="-ms-2 max-lg:[&>[role=group]]:bottom-[calc(4rem+env(safe-area-inset-bottom))]">
                <ReadAloudBar text={text} locale={locale} />
              </div>
            </div>
          </header>
          {page.changes !== null && <ChangesNotice changes={page.changes} />}
          <SectionActivityContext.Provider value={activity}>
            <MdxSection ref={text} codeHash={page.codeHash} locale={locale} changed={page.changes?.map(({ anchor }) => anchor) ?? []} />
          </SectionActivityContext.Provider>
          <div ref={end} aria-hidden className="h-px" />
          <FinishPanel
            finished={page.state === "finished"}
            missing={page.missing.filter((id) => !answered(id))}
            checkins={Object.keys(page.checkins)}
            refused={refused}
            goOn={page.goOn && { to: pathOf(page.goOn.id), title: page.goOn.title }}
            last={page.goOn === null}
            done={page.done}
            contents={pathOf()}
            next={goOnPath(enrolmentId, page.slug)}
          />
        </main>
      </div>
      {resumed !== null && <ResumedNote onTop={resumed.toTop} onClose={resumed.close} />}
      <ReadingFoot page={page.id} previous={page.previous && pathOf(page.previous.id)} next={page.next && pathOf(page.next.id)} at={at} total={page.sections.length}>
        {contents}
      </ReadingFoot>
    </div>
  );
}

/** After a refused press the list of what is missing is where the reader looks. */
function useFocusOnRefusal(refused: boolean): void {
  useEffect(() => {
    if (refused) document.getElementById("finish")?.scrollIntoView({ block: "center" });
  }, [refused]);
}

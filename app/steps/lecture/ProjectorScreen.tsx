import { useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { CodeScreen } from "./CodeCard";
import { checkInNowPath, codePath } from "./paths";
import { type PollState, type PollTally } from "./poll";
import { PollPicture, type PollPictureProps } from "./PollPicture";
import { type Deck, placedSlides, slideAt } from "./slides";
import { SlideStage } from "./SlideStage";
import { type LiveSnapshot, sameSnapshot } from "./snapshot";
import { type ShownCode, useCode } from "./use-code";
import { useLive } from "./use-live";
import { useQuietRevalidation } from "~/platform/use-quiet-revalidation";

export interface ScreenPoll {
  id: string;
  state: PollState;
  question: PollPictureProps["question"];
  answered: number;
  result: PollTally | null;
  right: string[] | null;
  explanation: string | null;
}

export interface ProjectorScreenProps {
  session: { id: string; cohortId: string; title: string };
  snapshot: LiveSnapshot;
  decks: Deck[];
  poll: ScreenPoll | null;
  learners: number;
  present: number;
  code: ShownCode | null;
  origin: string;
  locale: Locale;
}

/** What the room sees: the slide, its poll, or the way to check in. Fills the screen in a slide's proportions. */
export function ProjectorScreen(page: ProjectorScreenProps) {
  const { session, decks, poll, locale } = page;
  const { t } = useTranslation("lecture");
  const revalidate = useQuietRevalidation();
  const { snapshot } = useLive(session.id, page.snapshot, { onRoom: revalidate });
  useEffect(() => {
    if (!sameSnapshot(snapshot, page.snapshot)) revalidate();
  }, [snapshot, page.snapshot, revalidate]);
  const slides = useMemo(() => placedSlides(decks), [decks]);
  const slide = slideAt(slides, snapshot.slide);
  const held = useCode(codePath(session.cohortId, session.id), page.code);
  const shownPoll = poll && snapshot.poll?.id === poll.id ? poll : null;
  const picture = shownPoll && <PollPicture question={shownPoll.question} result={shownPoll.result} right={shownPoll.right} explanation={shownPoll.explanation} note={noteOf(shownPoll, t)} />;
  return (
    <main className="grid min-h-dvh place-items-center overflow-hidden bg-surface">
      <div className="w-[min(100vw,calc(100dvh*16/9))]" aria-live="polite">
        {snapshot.codeShown && held ? (
          <>
            <h1 className="sr-only">{session.title}</h1>
            <CodeScreen card={held.card} address={`${page.origin.replace(/^https?:\/\//, "")}${checkInNowPath()}`} present={page.present} learners={page.learners} />
          </>
        ) : slide ? (
          <SlideStage slide={slide} decks={decks} total={slides.length} locale={locale} instead={picture} level={1} />
        ) : (
          <div className="slide-stage">
            <h1 className="grid h-full place-items-center text-[6cqi] font-semibold">{session.title}</h1>
          </div>
        )}
      </div>
    </main>
  );
}

function noteOf(poll: ScreenPoll, t: ReturnType<typeof useTranslation>["t"]): string {
  if (poll.right !== null && poll.result) return t("poll.correct", { count: poll.result.correct });
  return t("poll.answered", { count: poll.answered });
}

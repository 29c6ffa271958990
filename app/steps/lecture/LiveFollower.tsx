import { Link } from "@remix-run/react";
import ArrowLeft from "lucide-react/icons/arrow-left";
import ArrowRight from "lucide-react/icons/arrow-right";
import Radio from "lucide-react/icons/radio";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { Button, ButtonLink, buttonClass, Card } from "~/ui";
import type { AttendanceStatus } from "./attendance";
import { checkInPath } from "./paths";
import { PollForm } from "./PollForm";
import { PollPicture } from "./PollPicture";
import type { ScreenPoll } from "./ProjectorScreen";
import { type Deck, placedSlides, slideAt } from "./slides";
import { SlideStage } from "./SlideStage";
import { type LiveSnapshot, sameSnapshot } from "./snapshot";
import { StatusBadge } from "./StatusBadge";
import { useLive } from "./use-live";
import { useQuietRevalidation } from "~/platform/use-quiet-revalidation";

export interface LiveFollowerProps {
  session: { id: string; title: string };
  snapshot: LiveSnapshot;
  decks: Deck[];
  poll: ScreenPoll | null;
  picked: string[];
  status: AttendanceStatus | null;
  mayCheckIn: boolean;
  /** Where the learner came from. */
  back: string;
  problem: string | null;
  locale: Locale;
}

/** The class on a learner's phone: the presenter's slide as it changes, or any other; the poll under it. */
export function LiveFollower(page: LiveFollowerProps) {
  const { session, decks, poll, locale } = page;
  const { t } = useTranslation("lecture");
  const revalidate = useQuietRevalidation();
  const { snapshot, connected } = useLive(session.id, page.snapshot);
  useEffect(() => {
    if (!sameSnapshot(snapshot, page.snapshot)) revalidate();
  }, [snapshot, page.snapshot, revalidate]);
  const slides = useMemo(() => placedSlides(decks), [decks]);
  const shown = slideAt(slides, snapshot.slide);
  /** Position of the learner's own choice; null follows. */
  const [own, setOwn] = useState<number | null>(null);
  const following = own === null;
  const slide = following ? shown : slides[own];
  const askedHere = poll && snapshot.poll?.id === poll.id && slide?.position === shown?.position ? poll : null;
  return (
    <div className="flex min-h-dvh flex-col bg-paper">
      <header className="flex items-center gap-3 border-b border-line px-4 py-1.5">
        <Link to={page.back} aria-label={t("live.back")} className="tap -ms-2 flex items-center justify-center rounded-md text-ink-soft hover:text-ink">
          <ArrowLeft aria-hidden className="size-5" />
        </Link>
        <h1 className="min-w-0 flex-1 truncate text-base">{session.title}</h1>
        {page.status ? (
          <StatusBadge status={page.status} />
        ) : (
          page.mayCheckIn && (
            <ButtonLink to={checkInPath(session.id)} variant="primary" size="sm">
              {t("live.checkIn")}
            </ButtonLink>
          )
        )}
      </header>
      <main className="mx-auto grid w-full max-w-3xl flex-1 content-start gap-4 px-4 py-4">
        <p role="status" className="text-sm text-ink-soft empty:hidden">
          {snapshot.state === "ended" ? t("live.ended") : snapshot.state === "planned" ? t("live.notBegun") : ""}
        </p>
        {slide ? (
          <SlideStage slide={slide} decks={decks} total={slides.length} locale={locale} look="sheet" className="rounded-lg border border-line bg-surface p-5" />
        ) : (
          <p className="text-ink-soft">{t("deck.none")}</p>
        )}
        {askedHere && (
          <Card title={t("poll.title")}>
            {askedHere.state === "open" && snapshot.poll?.state === "open" ? (
              <PollForm key={askedHere.id} pollId={askedHere.id} question={askedHere.question} picked={page.picked} problem={page.problem} />
            ) : (
              <PollPicture question={askedHere.question} result={askedHere.result} right={askedHere.right} explanation={askedHere.explanation} picked={page.picked} note={t("poll.closed")} />
            )}
          </Card>
        )}
        {!askedHere && slide?.poll && snapshot.state === "running" && following && <p className="text-sm text-ink-soft">{t("poll.notAsked")}</p>}
      </main>
      <nav aria-label={t("deck.list")} className="sticky bottom-0 border-t border-line bg-surface px-4 pt-2 pb-[calc(0.5rem+env(safe-area-inset-bottom))]">
        <div className="mx-auto flex max-w-3xl items-center gap-3">
          <Button type="button" aria-label={t("deck.previous")} disabled={!slide || slide.position === 0} onClick={() => setOwn((slide?.position ?? 0) - 1)} icon={<ArrowLeft aria-hidden className="size-5" />} />
          <p className="min-w-0 flex-1 text-center text-sm">
            {following ? (
              <span className="inline-flex items-center gap-1.5 text-pine">
                <Radio aria-hidden className="size-4" />
                {t("live.following")}
              </span>
            ) : (
              <button type="button" onClick={() => setOwn(null)} className={buttonClass("primary", "sm")}>
                {t("live.follow")}
              </button>
            )}
            {!connected && (
              <Link to="." reloadDocument className="ms-3 inline-flex min-h-11 items-center text-pine underline underline-offset-4">
                {t("live.refresh")}
              </Link>
            )}
          </p>
          <Button type="button" aria-label={t("deck.next")} disabled={!slide || slide.position === slides.length - 1} onClick={() => setOwn((slide?.position ?? 0) + 1)} icon={<ArrowRight aria-hidden className="size-5" />} />
        </div>
      </nav>
    </div>
  );
}

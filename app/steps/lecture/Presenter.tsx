import { Form, Link } from "@remix-run/react";
import ArrowLeft from "lucide-react/icons/arrow-left";
import ArrowRight from "lucide-react/icons/arrow-right";
import Projector from "lucide-react/icons/projector";
import { type ComponentProps, useCallback, useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { Button, buttonClass, Card, EmptyState, SubmitButton } from "~/ui";
import { CodePanel, type CodePanelProps } from "./CodePanel";
import { DeckSlide } from "./DeckSlide";
import { lecturePath, projectorPath } from "./paths";
import { PollPanel } from "./PollPanel";
import { PresenterClock } from "./PresenterClock";
import { type Deck, keyOf, type PlacedSlide, placedSlides } from "./slides";
import { SlideStage } from "./SlideStage";
import { type LiveSnapshot, sameSnapshot } from "./snapshot";
import { useLive } from "./use-live";
import { useQuietRevalidation } from "~/platform/use-quiet-revalidation";
import { useShowSlide, useSlideKeys } from "./use-show-slide";

export interface PresenterProps {
  session: { id: string; cohortId: string; title: string; startedAt: Date | null };
  snapshot: LiveSnapshot;
  decks: Deck[];
  slideSince: Date | null;
  poll: ComponentProps<typeof PollPanel>["poll"] | null;
  roll: CodePanelProps["roll"];
  code: CodePanelProps["code"];
  problem: string | null;
  locale: Locale;
  now: Date;
}

/** The presenter's window: this slide, the next one, notes, clocks, poll, check-in. On a phone it is the clicker. */
export function Presenter(page: PresenterProps) {
  const { session, decks, locale } = page;
  const { t } = useTranslation("lecture");
  const revalidate = useQuietRevalidation();
  const { snapshot, connected } = useLive(session.id, page.snapshot, { onRoom: revalidate });
  useEffect(() => {
    if (!sameSnapshot(snapshot, page.snapshot)) revalidate();
  }, [snapshot, page.snapshot, revalidate]);
  const slides = useMemo(() => placedSlides(decks), [decks]);
  const { current, go, problem } = useShowSlide(slides, snapshot);
  const step = useCallback((by: number | "first" | "last") => go(by === "first" ? 0 : by === "last" ? slides.length - 1 : (current?.position ?? 0) + by), [go, slides, current]);
  useSlideKeys(step);
  const next = current && slides[current.position + 1];
  const failed = page.problem ?? problem;
  return (
    <div className="min-h-dvh bg-paper">
      <header className="flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-line px-4 py-2 lg:px-6">
        <Link to={lecturePath(session.cohortId, session.id)} className="inline-flex min-h-11 items-center gap-1.5 text-sm text-ink-soft hover:text-pine">
          <ArrowLeft aria-hidden className="size-4" />
          {t("present.back")}
        </Link>
        <h1 className="min-w-0 flex-1 truncate text-lg">{session.title}</h1>
        {current && <PresenterClock startedAt={session.startedAt} slideSince={page.slideSince} slide={current} now={page.now} />}
        <div className="flex flex-wrap gap-3">
          {snapshot.state === "planned" && (
            <Form method="post">
              <SubmitButton name="intent" value="start" size="sm">
                {t("present.start")}
              </SubmitButton>
            </Form>
          )}
          <a href={projectorPath(session.cohortId, session.id)} target="roadbook-projector" className={buttonClass("secondary", "sm")}>
            <Projector aria-hidden className="size-4.5" />
            {t("present.projector")}
          </a>
        </div>
      </header>
      <p role="status" className="px-4 text-sm font-semibold text-danger not-empty:pt-3 lg:px-6">
        {failed ?? (snapshot.state === "ended" ? t("present.over") : "")}
      </p>
      <main className="grid items-start gap-4 px-4 pt-4 pb-6 lg:grid-cols-[minmax(0,1.7fr)_minmax(20rem,1fr)] lg:px-6">
        {current ? (
          <section aria-label={t("deck.slide", { number: current.position + 1, total: slides.length })} className="grid gap-3">
            <SlideStage slide={current} decks={decks} total={slides.length} locale={locale} className="rounded-lg border border-line" />
            <TurnBar current={current} slides={slides} go={go} connected={connected} />
            <Card title={t("deck.notes")} className="slide-notes">
              <DeckSlide slide={current} locale={locale} part="notes" />
            </Card>
          </section>
        ) : (
          <EmptyState title={t("deck.none")}>{t("deck.noneText")}</EmptyState>
        )}
        <div className="grid gap-4">
          {current && (
            <section aria-label={t("deck.nextLabel")}>
              <p className="mb-1 text-xs text-ink-soft">{next ? t("deck.nextLabel") : t("deck.last")}</p>
              {next && <SlideStage slide={next} decks={decks} total={slides.length} locale={locale} className="rounded-md border border-line" />}
            </section>
          )}
          {current?.poll && page.poll && <PollPanel poll={page.poll} slide={current} running={snapshot.state === "running"} />}
          <CodePanel session={session} code={page.code} shown={snapshot.codeShown} roll={page.roll} now={page.now} />
        </div>
      </main>
    </div>
  );
}

/** Turning the slides: two buttons within reach of the thumb; before JavaScript each is a form of its own. */
function TurnBar({ current, slides, go, connected }: { current: PlacedSlide; slides: readonly PlacedSlide[]; go: (position: number) => void; connected: boolean }) {
  const { t } = useTranslation("lecture");
  const turn = (position: number, label: string, icon: JSX.Element, primary = false) => {
    const slide = slides[position];
    return (
      <Form
        method="post"
        className="flex-1"
        onSubmit={(event) => {
          event.preventDefault();
          go(position);
        }}
      >
        <input type="hidden" name="intent" value="move" />
        {slide && Object.entries(keyOf(slide)).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
        <Button type="submit" size="lg" variant={primary ? "primary" : "secondary"} disabled={!slide} icon={icon} aria-label={label} className="w-full" />
      </Form>
    );
  };
  return (
    <div className="flex flex-wrap items-center gap-3">
      <div className="flex min-w-60 flex-1 gap-3">
        {turn(current.position - 1, t("deck.previous"), <ArrowLeft aria-hidden className="size-6" />)}
        {turn(current.position + 1, t("deck.next"), <ArrowRight aria-hidden className="size-6" />, true)}
      </div>
      <p className="text-sm text-ink-soft tabular">
        {t("deck.slide", { number: current.position + 1, total: slides.length })} · {t("deck.minutes", { count: current.minutes })}
        <span className="max-lg:hidden"> · {t("present.keys")}</span>
        {!connected && <span data-testid="offline"> · {t("present.offline")}</span>}
      </p>
    </div>
  );
}

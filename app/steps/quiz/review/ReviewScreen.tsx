import { Form, Link } from "@remix-run/react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { MOST_A_DAY, OWN_CAPABILITY_PATH, RATINGS } from "~/capability";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { newId } from "~/platform/device";
import { Badge, Button, ButtonLink, Callout, Card, EmptyState, PageHeader, SavingState, SubmitButton } from "~/ui";
import { AnswerInput } from "../attempt/AnswerInput";
import { plainStem } from "../attempt/stem";
import { responseFromForm } from "../form-answer";
import type { QuizResponse } from "../question";
import { RevealedAnswer } from "../RevealedAnswer";
import { useHeldReview } from "./client/use-held-review";
import { pageOf, revealHeld, shownOf } from "./held";
import type { RevealedCard, ReviewPage, ShownCard } from "./review-page.view.server";

export interface ReviewScreenProps {
  page: ReviewPage;
  personId: string;
  /** After answering: the key of the card that was answered. */
  revealed: RevealedCard | null;
  /** The last grading was overtaken by another window's. */
  overtaken: boolean;
  locale: Locale;
  timeZone: string;
}

/**
 * One missed question at a time: answer it, see the key, say how hard it was. Once today's cards are on the device all of
 * that happens there, with or without a network; before, and without scripts, the server does it.
 */
export function ReviewScreen({ page: served, personId, revealed: answered, overtaken, locale, timeZone }: ReviewScreenProps) {
  const { t } = useTranslation("capability");
  const device = useHeldReview({ personId, timeZone });
  const [own, setOwn] = useState<RevealedCard | null>(null);
  const { held } = device;
  const page = held === null ? served : pageOf(held, locale);
  // A key that the server showed before the cards were here is graded in its own way.
  const revealed = own ?? (answered !== null && (held === null || held.cards.some(({ id, version }) => id === answered.id && version === answered.version)) ? answered : null);
  const answerHere = (event: FormEvent<HTMLFormElement>): void => {
    const [card] = held?.cards ?? [];
    if (card === undefined) return;
    event.preventDefault();
    setOwn(revealHeld(card, responseFromForm(1, shownOf(card, locale).question, new FormData(event.currentTarget)), { locale, opId: newId() }));
    scrollTo({ top: 0 });
  };
  const gradeHere = (card: RevealedCard, event: FormEvent<HTMLFormElement>): void => {
    const rating = RATINGS.find((one) => one === ((event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null)?.value);
    if (rating === undefined || held === null) return;
    event.preventDefault();
    device.grade({ opId: card.opId, at: new Date().toISOString(), cardId: card.id, version: card.version, rating, answer: card.answer });
    setOwn(null);
    scrollTo({ top: 0 });
  };
  const at = (date: Date | string) => formatDate(date, { locale, timeZone, style: "short-date" });
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader title={t("review.title")} lead={t("review.lead", { most: MOST_A_DAY })} crumbs={[{ label: t("title"), to: OWN_CAPABILITY_PATH }]} />
      {overtaken && (
        <div className="mb-4">
          <Callout>{t("review.savedElsewhere")}</Callout>
        </div>
      )}
      {device.refused.includes("overtaken") && !overtaken && (
        <div className="mb-4">
          <Callout>{t("review.savedElsewhere")}</Callout>
        </div>
      )}
      {device.refused.includes("withheld") && (
        <div className="mb-4">
          <Callout>{t("review.notTaken")}</Callout>
        </div>
      )}
      {revealed ? <Revealed card={revealed} onGrade={(event) => gradeHere(revealed, event)} /> : page.card ? <Question key={`${page.card.id} ${page.card.version}`} card={page.card} page={page} at={at} onAnswer={answerHere} /> : <Done page={page} at={at} />}
      {held !== null && (
        <p className="mt-6 flex flex-wrap items-center gap-x-3 text-sm text-ink-soft">
          {device.waiting > 0 || device.state === "saving" ? <SavingState status={device.state === "saving" || device.state === "saved" ? "waiting" : "offline"} onDevice={device.onDevice} waiting={device.waiting} /> : device.onDevice && held.cards.length > 0 && <span>{t("review.onDevice", { count: held.cards.length })}</span>}
        </p>
      )}
      {page.withheld > 0 && <p className="mt-6 text-sm text-ink-soft">{t("review.inAttempt", { count: page.withheld })}</p>}
    </div>
  );
}

function Question({ card, page, at, onAnswer }: { card: ShownCard; page: ReviewPage; at: (date: Date | string) => string; onAnswer: (event: FormEvent<HTMLFormElement>) => void }) {
  const { t } = useTranslation("capability");
  const [value, setValue] = useState<QuizResponse | null>(null);
  const { question, forward } = card;
  return (
    <Form method="post" onSubmit={onAnswer} className="grid gap-5">
      <input type="hidden" name="card" value={card.id} />
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft tabular">
        {t("review.progress", { number: page.number, total: page.total })}
        <Badge>{t("review.from", { number: card.chapterNumber })}</Badge>
      </p>
      {forward && <p className="text-sm text-pine">{forward.kind === "defense" ? t("review.waiting.defense", { at: at(forward.at) }) : t("review.waiting.visit", { at: at(forward.at), account: forward.account ?? "" })}</p>}
      {question.case && <p className="measure rounded-lg border-s-3 border-pine bg-paper-deep/50 px-4 py-3 whitespace-pre-line">{question.case}</p>}
      <h2 id="question" className={question.kind === "fill-in" ? "sr-only" : "text-lg leading-relaxed font-semibold whitespace-pre-line"}>
        {plainStem(question.stem)}
      </h2>
      <AnswerInput position={1} question={question} value={value} onChange={setValue} disabled={false} labelledBy="question" />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton name="intent" value="answer">
          {t("review.show")}
        </SubmitButton>
        <span className="text-sm text-ink-soft">{t("review.answerFirst")}</span>
      </div>
    </Form>
  );
}

function Revealed({ card, onGrade }: { card: RevealedCard; onGrade: (event: FormEvent<HTMLFormElement>) => void }) {
  const { t } = useTranslation("capability");
  const { shown } = card.question;
  return (
    <div className="grid gap-5">
      {shown.case && <p className="measure rounded-lg border-s-3 border-pine bg-paper-deep/50 px-4 py-3 whitespace-pre-line">{shown.case}</p>}
      <h2 className="text-lg leading-relaxed font-semibold whitespace-pre-line">{plainStem(shown.stem)}</h2>
      <RevealedAnswer question={card.question} answer={card.answer} />
      <p>
        <Link to={card.sectionPath} className="inline-flex min-h-11 items-center text-pine underline underline-offset-4">
          {t("review.again")}
        </Link>
      </p>
      <Card title={t("review.grade")}>
        <Form method="post" onSubmit={onGrade} className="grid grid-cols-2 gap-3 sm:grid-cols-4">
          <input type="hidden" name="card" value={card.id} />
          <input type="hidden" name="version" value={card.version} />
          <input type="hidden" name="op" value={card.opId} />
          <input type="hidden" name="answer" value={JSON.stringify(card.answer)} />
          <input type="hidden" name="intent" value="grade" />
          {RATINGS.map((rating) => (
            <Button key={rating} type="submit" name="rating" value={rating} variant={(card.share === null || card.share > 1 - 1e-9) === (rating === "good") && rating !== "hard" && rating !== "easy" ? "primary" : "secondary"} className="flex-col py-2">
              <span>{t(`review.rating.${rating}`)}</span>
              <span className="text-xs font-normal tabular">{t("review.in", { when: t("review.when.days", { count: card.days[rating] }) })}</span>
            </Button>
          ))}
        </Form>
      </Card>
    </div>
  );
}

function Done({ page, at }: { page: ReviewPage; at: (date: Date | string) => string }) {
  const { t } = useTranslation("capability");
  const onward = (
    <>
      <ButtonLink to="/learn">{t("review.toRoad")}</ButtonLink>
      <ButtonLink to={OWN_CAPABILITY_PATH} variant="quiet">
        {t("title")}
      </ButtonLink>
    </>
  );
  if (page.reviewedToday === 0) return <EmptyState title={t("review.emptyTitle")} action={onward}>{page.nextDueAt ? t("review.nextAt", { at: at(page.nextDueAt) }) : t("review.empty")}</EmptyState>;
  const text = page.isFull ? t("review.full", { most: MOST_A_DAY }) : page.nextDueAt ? t("review.done", { count: page.reviewedToday, at: at(page.nextDueAt) }) : t("review.doneNoMore", { count: page.reviewedToday });
  return <EmptyState title={t("review.doneTitle")} action={onward}>{text}</EmptyState>;
}

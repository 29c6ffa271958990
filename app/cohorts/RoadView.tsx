import { useTranslation } from "react-i18next";
import { daysBetween, formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { isDone, type NamedBlocker, type Next, type Situation, type Step } from "~/pipeline";
import { Road, type RoadNext, type RoadStep, type RoadWait } from "~/ui";
import { stepPath } from "./paths";

/** Days before a deadline from which the next action is due now. */
const SOON_DAYS = 2;

export interface RoadOfChapter {
  enrolmentId: string;
  chapterSlug: string;
  /** The chapter's title in the reader's language. */
  title: string;
  situation: Situation;
}

/** Where on the road the learner is: the first step that is not done; the number of steps when all are. */
export function usePosition(situation: Pick<Situation, "steps">): number {
  const at = situation.steps.findIndex((step) => !isDone(step.state));
  return at === -1 ? situation.steps.length : at;
}

export interface RoadViewProps {
  road: RoadOfChapter;
  locale: Locale;
  timeZone: string;
  now: Date;
  /** For who looks on: where each step's evidence is. Every step then has its link, and the learner's turn is said, not offered. */
  evidenceAt?: (step: Step) => string;
}

/** A learner's road of one chapter, with the one thing to do now or whom they wait for. */
export function RoadView({ road, locale, timeZone, now, evidenceAt }: RoadViewProps) {
  const { t } = useTranslation("road");
  const position = usePosition(road.situation);
  const describe = useBlocker(locale, timeZone);
  const steps = road.situation.steps.map((step): RoadStep => {
    const dueText = stepDate(step, (at) => formatDate(at, { locale, timeZone, style: "short-date" }), t);
    return {
      key: step.step,
      title: t(`step.${step.step}`),
      state: step.state,
      late: step.late,
      ...(dueText ? { dueText } : {}),
      ...(evidenceAt ? { href: evidenceAt(step.step) } : step.state === "locked" ? {} : { href: stepPath(road.enrolmentId, road.chapterSlug, step.step) }),
    };
  });
  const { next } = road.situation;
  const action = evidenceAt ? undefined : nextAction(road, next, t, timeZone, now);
  const waits = next.kind === "blocked" ? describe(next.blocker) : evidenceAt && next.kind === "act" ? describe({ waitsFor: "learner", what: next.action, by: next.by, step: next.step, people: [] }) : undefined;
  return <Road label={t("label", { title: road.title })} steps={steps} position={position} {...(action ? { next: action } : {})} {...(waits ? { waitsFor: waits } : {})} />;
}

type Translate = ReturnType<typeof useTranslation>["t"];

function stepDate(step: Situation["steps"][number], day: (at: Date) => string, t: Translate): string | undefined {
  if (isDone(step.state)) return t("doneOn", { day: day(step.since) });
  return step.dueAt ? t("dueBy", { day: day(step.dueAt) }) : undefined;
}

function nextAction(road: RoadOfChapter, next: Next, t: Translate, timeZone: string, now: Date): RoadNext | undefined {
  if (next.kind === "act") {
    const days = daysBetween(now, next.by, timeZone);
    return { label: t(`act.${next.step}.${next.action}`), href: wayTo(road, next), tone: days <= SOON_DAYS ? "signal" : "primary" };
  }
  if (next.kind === "blocked" && (next.step === "lecture" || next.step === "quiz")) return { label: t(`look.${next.step}`), href: stepPath(road.enrolmentId, road.chapterSlug, next.step), tone: "quiet" };
  return undefined;
}

/** The step's room; of a preview that was begun, the section to go on with. */
function wayTo({ enrolmentId, chapterSlug }: RoadOfChapter, { step, action }: Extract<Next, { kind: "act" }>): string {
  const room = stepPath(enrolmentId, chapterSlug, step);
  return step === "preview" && action === "finish" ? `${room}/continue` : room;
}

/** Says in words whom or what a step waits for, and until when. */
export function useBlocker(locale: Locale, timeZone: string): (blocker: NamedBlocker) => RoadWait {
  const { t } = useTranslation("road");
  const list = new Intl.ListFormat(locale === "zh" ? "zh-CN" : "en", { type: "disjunction" });
  return (blocker) => {
    const names = blocker.people.map((person) => person.name);
    const who = names.length > 0 ? list.format(names.slice(0, 3)) : t(`party.${blocker.waitsFor}`);
    const step = blocker.step ? t(`step.${blocker.step}`) : "";
    return {
      text: t(`wait.${blocker.what}`, { who, step }),
      by: t("by", { day: formatDate(blocker.by, { locale, timeZone, style: "short-date" }) }),
    };
  };
}

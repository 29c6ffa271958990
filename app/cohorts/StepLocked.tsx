import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import type { NamedBlocker } from "~/pipeline";
import { ButtonLink, Callout } from "~/ui";
import { roadPath, stepPath } from "./paths";
import { useBlocker } from "./RoadView";

export interface StepLockedProps {
  enrolmentId: string;
  chapterSlug: string;
  /** What is not open yet. */
  title: string;
  /** What stands before it. */
  blockers: readonly NamedBlocker[];
  locale: Locale;
  timeZone: string;
  children?: ReactNode;
}

/** In a step's room before its turn: which step comes first, whose turn it is and until when, and the way there. */
export function StepLocked({ enrolmentId, chapterSlug, title, blockers, locale, timeZone, children }: StepLockedProps) {
  const { t } = useTranslation("road");
  const describe = useBlocker(locale, timeZone);
  const first = blockers.find(({ step }) => step !== undefined)?.step;
  return (
    <Callout kind="note" title={title}>
      {children}
      <ul>
        {blockers.map((blocker) => {
          const { text, by } = describe(blocker);
          return (
            <li key={`${blocker.waitsFor} ${blocker.step ?? ""}`}>
              {text} <span className="text-sm text-ink-soft tabular">{by}</span>
            </li>
          );
        })}
      </ul>
      <p className="mt-2">
        <ButtonLink to={first === undefined ? roadPath(enrolmentId, chapterSlug) : stepPath(enrolmentId, chapterSlug, first)}>{first === undefined ? t("home.open") : t("goTo", { step: t(`step.${first}`) })}</ButtonLink>
      </p>
    </Callout>
  );
}

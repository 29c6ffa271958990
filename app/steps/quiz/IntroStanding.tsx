import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { Callout, clock } from "~/ui";
import type { QuizIntro } from "./quiz-intro.view.server";
import { useWaitText } from "./wait-text";

/** Where the learner stands with this quiz, whom they wait for and until when; nothing where they may simply start. */
export function IntroStanding({ intro, locale, timeZone }: { intro: QuizIntro; locale: Locale; timeZone: string }) {
  const { t } = useTranslation("quiz");
  const wait = useWaitText(locale, timeZone);
  const { waiting, standing, open } = intro;
  const waits = waiting !== null && waiting.waitsFor !== "learner" ? wait(waiting) : null;
  if (open !== null) {
    return (
      <Callout kind="now" title={t("intro.openTitle")}>
        <p className="tabular">{open.leftMs > 0 ? t("intro.open", { left: clock(open.leftMs) }) : t("intro.openOver")}</p>
      </Callout>
    );
  }
  if (intro.state === null) {
    return (
      <Callout kind="note" title={t("intro.leftOutTitle")}>
        <p>{t("intro.leftOut")}</p>
      </Callout>
    );
  }
  if (intro.state === "passed" || intro.state === "waived") {
    return (
      <Callout kind="key" title={t(`intro.${intro.state}Title`)}>
        <p>{t(`intro.${intro.state}`)}</p>
      </Callout>
    );
  }
  if (waits === null) return null;
  const title = standing === "submitted" ? "intro.awaitingTitle" : standing === "failed-final" ? "intro.usedUpTitle" : "intro.lockedTitle";
  return (
    <Callout kind="note" title={t(title)}>
      <p>
        {waits.text} <span className="text-ink-soft tabular">{waits.by}</span> {intro.overdue && <span className="font-semibold text-signal">{t("intro.overdue")}</span>}
      </p>
      {standing === "failed-final" && <p className="text-ink-soft">{t("intro.usedUp")}</p>}
    </Callout>
  );
}

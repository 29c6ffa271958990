import { Link } from "@remix-run/react";
import BookOpen from "lucide-react/icons/book-open";
import { useTranslation } from "react-i18next";
import { pick } from "~/i18n/pick";
import { Kbd } from "~/ui";
import { SeverityIcon, useProblemText } from "./CellNotes";
import { useDesk } from "./desk";
import { spotOf } from "./places";
import { readingOf } from "./reading";
import { usePlaceName } from "./use-place-name";

/** For `aria-describedby` of the current cell. */
export const COACH_ID = "sheet-coach";

/** At the foot of the sheet, always in sight on a desk: what the current cell wants, and in full what there is to say about it. */
export function CoachLine() {
  const { t } = useTranslation("sheets");
  const { screen, marks, at, io } = useDesk();
  const problemText = useProblemText();
  const placeName = usePlaceName();
  const spot = at === null ? null : spotOf(screen.definition, at);
  const cell = spot?.kind === "cell" ? spot.column : spot?.kind === "field" ? spot.field : null;
  if (at === null || !spot || !cell) return <p id={COACH_ID} hidden />;
  const found = marks.at(at);
  return (
    <div id={COACH_ID} data-print="no" className="sheet-coach max-lg:hidden">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
        <span className="font-semibold">{placeName(at)}</span>
        {cell.hint && <span className="text-ink-soft">{pick(cell.hint, io.locale)}</span>}
        {spot.kind === "cell" && (
          <span className="ms-auto flex items-center gap-1.5 text-xs text-ink-faint coarse:hidden">
            <Kbd>Enter</Kbd> {t("keys.edit")} <Kbd>Tab</Kbd> {t("keys.next")} <Kbd>Esc</Kbd> {t("keys.leave")}
          </span>
        )}
      </div>
      {found.problem && <p className="mt-1 font-semibold text-danger">{problemText(found.problem)}</p>}
      {found.findings.map((finding) => {
        const reading = readingOf(screen, finding.read);
        return (
          <p key={finding.checkId} className="mt-1 flex flex-wrap items-baseline gap-x-2">
            <SeverityIcon severity={finding.severity} className={finding.severity === "problem" ? "size-4 self-center text-danger" : "size-4 self-center text-mist"} />
            <span className="font-semibold">{pick(finding.message, io.locale)}</span>
            <span className="text-ink-soft">{pick(finding.reason, io.locale)}</span>
            {reading.path && (
              <Link to={reading.path} className="inline-flex items-center gap-1 text-pine underline underline-offset-4">
                <BookOpen aria-hidden className="size-4" />
                {t("checks.read", { title: reading.title })}
              </Link>
            )}
          </p>
        );
      })}
    </div>
  );
}

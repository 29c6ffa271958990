import clsx from "clsx";
import CircleAlert from "lucide-react/icons/circle-alert";
import MessageSquare from "lucide-react/icons/message-square";
import OctagonAlert from "lucide-react/icons/octagon-alert";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import { useTranslation } from "react-i18next";
import { pick } from "~/i18n/pick";
import type { Locale } from "~/i18n/locale";
import type { CellProblem, Finding } from "../evaluation";
import type { CellMarks } from "./marks";

export function useProblemText(): (problem: CellProblem) => string {
  const { t } = useTranslation("sheets");
  return ({ code, detail }) => t(`problem.${code}`, { detail: detail ?? "", context: detail ? "detail" : undefined });
}

/** Why no row of another sheet was meant: says itself what was typed. */
const ABOUT_ROWS = new Set<string>(["no-such-row", "several-rows"]);

/** What is wrong at a cell, in words under its value; in a grid two lines of it, the rest when the cell is chosen. */
export function CellNotes({ marks, locale, dense = false }: { marks: Pick<CellMarks, "problem" | "unread" | "findings">; locale: Locale; dense?: boolean }) {
  const { t } = useTranslation("sheets");
  const problemText = useProblemText();
  const { problem, unread, findings } = marks;
  if (!problem && unread === undefined && findings.length === 0) return null;
  const line = (text: string) => <span className={clsx(dense && "line-clamp-2")}>{text}</span>;
  return (
    <ul className={clsx("grid gap-1", dense ? "mt-1 text-xs leading-snug" : "mt-2 text-sm")}>
      {[problem && problemText(problem), unread && (ABOUT_ROWS.has(unread.problem.code) ? problemText(unread.problem) : t("problem.unread", { text: unread.text }))].map(
        (text) =>
          text && (
            <li key={text} className="flex items-start gap-1 font-semibold text-danger">
              <CircleAlert aria-hidden className="mt-[0.1em] size-3.5 shrink-0" />
              {line(text)}
            </li>
          ),
      )}
      {findings.map((finding) => (
        <li key={finding.checkId} className={clsx("flex items-start gap-1", finding.severity === "problem" ? "text-danger" : "text-mist")}>
          <SeverityIcon severity={finding.severity} className="mt-[0.1em] size-3.5" />
          {line(pick(finding.message, locale))}
        </li>
      ))}
    </ul>
  );
}

export function SeverityIcon({ severity, className }: { severity: Finding["severity"]; className?: string }) {
  const { t } = useTranslation("sheets");
  const Icon = severity === "problem" ? OctagonAlert : TriangleAlert;
  return <Icon role="img" aria-label={t(`severity.${severity}`)} className={clsx("shrink-0", className ?? "size-4.5")} />;
}

/** In the corner of a cell: open comments, or that it must be filled in. */
export function CornerMarks({ marks }: { marks: Pick<CellMarks, "missing" | "comments"> }) {
  const { t } = useTranslation("sheets");
  if (marks.comments > 0) {
    return (
      <span className="pointer-events-none absolute end-1 bottom-0.5 flex items-center gap-0.5 text-xs leading-none font-semibold text-pine">
        <MessageSquare role="img" aria-label={t("cell.comments", { count: marks.comments })} className="size-3.5 fill-pine-soft" />
        {marks.comments}
      </span>
    );
  }
  if (!marks.missing) return null;
  return (
    <svg role="img" aria-label={t("cell.required")} viewBox="0 0 10 10" className="pointer-events-none absolute end-1.5 top-1.5 size-2.5">
      <circle cx="5" cy="5" r="3.5" className="fill-none stroke-line-strong" strokeWidth="1.5" />
    </svg>
  );
}

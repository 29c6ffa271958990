import { Link } from "@remix-run/react";
import BookOpen from "lucide-react/icons/book-open";
import { useTranslation } from "react-i18next";
import { pick } from "~/i18n/pick";
import { Kbd } from "~/ui";
import type { TableDefinition } from "../definition";
import { SeverityIcon, useProblemText } from "./CellNotes";
import { useDesk } from "./desk";
import { nameOfRow, spotOf } from "./places";
import { readingOf } from "./reading";

/** Below the grid, always in sight: what the current cell wants, and in full what there is to say about it. */
export function CoachLine({ id, table }: { id: string; table: TableDefinition }) {
  const { t } = useTranslation("sheets");
  const { screen, content, marks, at, io } = useDesk();
  const problemText = useProblemText();
  const spot = at === null ? null : spotOf(screen.definition, at);
  if (!spot || spot.kind !== "cell" || spot.table.id !== table.id) return <p id={id} hidden />;
  const { column } = spot;
  const row = content.tables[table.id]?.find((one) => one.id === spot.row);
  const found = marks.at(at!);
  return (
    <div id={id} data-print="no" className="sheet-coach">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
        <span className="font-semibold">
          {nameOfRow(table, row, io.locale) ?? pick(table.rowName, io.locale)}
          <span aria-hidden className="mx-1.5 text-ink-faint">
            ›
          </span>
          {pick(column.label, io.locale)}
        </span>
        {column.hint && <span className="text-ink-soft">{pick(column.hint, io.locale)}</span>}
        <span className="ms-auto flex items-center gap-1.5 text-xs text-ink-faint coarse:hidden">
          <Kbd>Enter</Kbd> {t("keys.edit")} <Kbd>Tab</Kbd> {t("keys.next")} <Kbd>Esc</Kbd> {t("keys.leave")}
        </span>
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

import type { ClipboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { columnAddress } from "../content";
import { copyText, keptText, readText } from "./cell-io";
import { type Entry, type Refusal, useDesk } from "./desk";
import { copiedTexts, emptied, type Filled } from "./grid-acts";
import type { Range } from "./grid-range";
import { type PastePlan, planPaste } from "./paste-plan";
import { roomFor } from "./places";
import { parseTsv, toTsv } from "./tsv";

/** Ranges of cells from and to the clipboard, in the form of spreadsheets. */
export function useGridClipboard(filled: Filled, range: Range) {
  const { t } = useTranslation("sheets");
  const { evaluation, writable, acts, io } = useDesk();
  const { table, rows, columns } = filled;

  const copy = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.clipboardData.setData("text/plain", toTsv(copiedTexts(filled, range, evaluation, (column, value) => copyText(column, value, io))));
    acts.say(t("grid.copied", { count: (range.bottom - range.top + 1) * (range.right - range.left + 1) }));
  };
  const cut = (event: ClipboardEvent): void => {
    copy(event);
    if (writable) acts.write(emptied(filled, range));
  };
  const paste = (event: ClipboardEvent): void => {
    event.preventDefault();
    if (!writable) return;
    const copied = parseTsv(event.clipboardData.getData("text/plain"));
    const plan = planPaste(copied, { rows: rows.map(({ row }) => row.id), columns, room: roomFor(table, rows.length), range }, (column, text) => readText(column, text, io));
    acts.asOneStep(() => put(plan));
    acts.say(summary(plan));
  };
  const put = (plan: PastePlan): void => {
    const added = Array.from({ length: plan.newRows }, () => acts.addRow(table.id)).filter((id) => id !== null);
    const addressOf = (row: string | number, column: string): string | null => {
      const id = typeof row === "number" ? added[row] : row;
      return id === undefined ? null : columnAddress(table.id, id, column);
    };
    const entries: Entry[] = [];
    const refused: Refusal[] = [];
    for (const { row, column, value } of plan.cells) {
      const address = addressOf(row, column);
      if (address !== null) entries.push([address, value]);
    }
    for (const { row, column, text, problem } of plan.unread) {
      const address = addressOf(row, column);
      const definition = columns.find(({ id }) => id === column);
      if (address === null || !definition) continue;
      const kept = keptText(definition, text);
      if (kept === null) refused.push([address, { text, problem }]);
      else entries.push([address, kept]);
    }
    acts.write(entries);
    acts.refuse(refused);
  };
  const summary = (plan: PastePlan): string =>
    [
      t("grid.pasted", { count: plan.cells.length }),
      plan.newRows > 0 && t("grid.pastedRows", { count: plan.newRows }),
      plan.unread.length > 0 && t("grid.pastedUnread", { count: plan.unread.length }),
      plan.onComputed > 0 && t("grid.pastedComputed", { count: plan.onComputed }),
      (plan.beyond.rows > 0 || plan.beyond.columns > 0) && t("grid.pastedBeyond"),
    ]
      .filter(Boolean)
      .join(" ");
  return { copy, cut, paste };
}

import { Link } from "@remix-run/react";
import clsx from "clsx";
import GripVertical from "lucide-react/icons/grip-vertical";
import { type MouseEvent, type PointerEvent, useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { CellNotes, CornerMarks } from "./CellNotes";
import type { CellMarks } from "./marks";
import { PeerRing } from "./PeerRing";

/** What a row's handle does; the same for all rows. */
export interface HandleActs {
  /** A press opens the row's menu; without scripts it leads to the row's form. */
  menu: boolean;
  href: (row: string) => string;
  onMenu: (row: string) => void;
  onDrag: (event: PointerEvent<HTMLElement>, row: string) => void;
}

export interface RowHandleProps {
  row: string;
  number: number;
  name: string | null;
  depth: number;
  /** Of a row that is always there. */
  label: string | undefined;
  hint: string | undefined;
  current: boolean;
  focused: boolean;
  marks: CellMarks;
  locale: Locale;
  acts: HandleActs;
}

/** The head of a row: its number, or its name where it is fixed; the handle by which it is moved and its menu is opened. */
export function RowHandle({ row, number, name, depth, label, hint, current, focused, marks, locale, acts }: RowHandleProps) {
  const { t } = useTranslation("sheets");
  const link = useRef<HTMLAnchorElement>(null);
  useLayoutEffect(() => {
    if (!focused || !current) return;
    link.current?.scrollIntoView({ block: "nearest" });
    link.current?.focus({ preventScroll: true });
  }, [focused, current]);
  const press = (event: MouseEvent): void => {
    if (!acts.menu || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    acts.onMenu(row);
  };
  return (
    <th role="rowheader" scope="row" aria-colindex={1} data-column={0} className={clsx("sheet-cell sheet-pinned sheet-handle", label !== undefined && "sheet-handle-wide")}>
      <Link
        ref={link}
        to={acts.href(row)}
        preventScrollReset
        draggable={false}
        tabIndex={current || !acts.menu ? 0 : -1}
        aria-haspopup={acts.menu ? "menu" : undefined}
        aria-label={t(acts.menu ? "row.handle" : "row.open", { name: name ?? t("row.unnamed", { number }) })}
        onClick={press}
        onPointerDown={(event) => acts.onDrag(event, row)}
        className="group relative flex min-h-11 items-start justify-center outline-none select-none"
      >
        {label === undefined ? (
          <>
            <span className={clsx("py-2 text-sm font-normal tabular group-hover:invisible", depth > 0 ? "text-ink-faint" : "text-ink-soft")}>{number}</span>
            <GripVertical aria-hidden className="invisible absolute top-3 size-4 text-ink-soft group-hover:visible" />
          </>
        ) : (
          <span className="block w-full px-2.5 py-2 text-start">
            <span className="block font-semibold text-ink">{label}</span>
            {hint && <span className="mt-0.5 block text-xs leading-snug font-normal text-ink-soft">{hint}</span>}
          </span>
        )}
      </Link>
      {(marks.findings.length > 0 || marks.problem) && (
        <div className="px-1 pb-1">
          <CellNotes marks={marks} locale={locale} dense />
        </div>
      )}
      <CornerMarks marks={marks} />
      <PeerRing peers={marks.peers} />
    </th>
  );
}

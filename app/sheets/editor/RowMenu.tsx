import { Link } from "@remix-run/react";
import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import IndentDecrease from "lucide-react/icons/indent-decrease";
import IndentIncrease from "lucide-react/icons/indent-increase";
import MessageSquarePlus from "lucide-react/icons/message-square-plus";
import PanelsTopLeft from "lucide-react/icons/panels-top-left";
import Plus from "lucide-react/icons/plus";
import Trash2 from "lucide-react/icons/trash-2";
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { CellPopup } from "./CellPopup";
import type { RowMove } from "./tree-rows";

export interface RowMenuProps {
  anchor: RefObject<HTMLElement | null>;
  label: string;
  /** Where the row's form is. */
  href: string;
  /** Which moves there are; null where rows do not move. */
  moves: Record<RowMove, boolean> | null;
  tree: boolean;
  /** Null where rows are fixed, or the sheet cannot be written in. */
  onAdd: (() => void) | null;
  onRemove: (() => void) | null;
  onMove: (move: RowMove) => void;
  onComment: (() => void) | null;
  onClose: (back: boolean) => void;
}

/** What can be done with a row. */
export function RowMenu({ anchor, label, href, moves, tree, onAdd, onRemove, onMove, onComment, onClose }: RowMenuProps) {
  const { t } = useTranslation("sheets");
  const menu = useRef<HTMLDivElement>(null);
  const items = (): HTMLElement[] => [...(menu.current?.querySelectorAll<HTMLElement>("[role=menuitem]:not([aria-disabled])") ?? [])];
  useEffect(() => {
    menu.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus();
  }, []);
  useEffect(() => {
    const leave = (event: Event): void => {
      if (event.target instanceof Node && !menu.current?.contains(event.target)) onClose(false);
    };
    document.addEventListener("pointerdown", leave);
    return () => document.removeEventListener("pointerdown", leave);
  }, [onClose]);
  const keys = (event: KeyboardEvent): void => {
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: (at + 1) % all.length, ArrowUp: (at - 1 + all.length) % all.length, Home: 0, End: all.length - 1 }[event.key];
    if (to !== undefined) all[to]?.focus();
    else if (event.key === "Escape" || event.key === "Tab") onClose(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const act = (what: () => void) => (): void => {
    onClose(true);
    what();
  };
  const move = (which: RowMove, icon: ReactNode, keyName: string) =>
    moves && (
      <Item key={which} icon={icon} keys={keyName} disabled={!moves[which]} onPress={act(() => onMove(which))}>
        {t(`row.${which}`)}
      </Item>
    );
  return (
    <CellPopup anchor={anchor}>
      <div ref={menu} role="menu" tabIndex={-1} aria-label={label} onKeyDown={keys} className="py-1 text-sm">
        <Link role="menuitem" tabIndex={-1} to={href} preventScrollReset onClick={() => onClose(false)} className={ITEM}>
          <PanelsTopLeft aria-hidden className="size-4.5 text-ink-soft" />
          <span className="flex-1">{t("row.form")}</span>
        </Link>
        {onComment && (
          <Item icon={<MessageSquarePlus aria-hidden />} onPress={act(onComment)}>
            {t("row.comment")}
          </Item>
        )}
        {onAdd && (
          <Item icon={<Plus aria-hidden />} keys="Ctrl Enter" onPress={act(onAdd)}>
            {t("row.addBelow")}
          </Item>
        )}
        {move("up", <ArrowUp aria-hidden />, "Alt ↑")}
        {move("down", <ArrowDown aria-hidden />, "Alt ↓")}
        {tree && move("in", <IndentIncrease aria-hidden />, "Alt →")}
        {tree && move("out", <IndentDecrease aria-hidden />, "Alt ←")}
        {onRemove && (
          <Item icon={<Trash2 aria-hidden />} keys="Ctrl Del" onPress={act(onRemove)}>
            {t("row.remove")}
          </Item>
        )}
      </div>
    </CellPopup>
  );
}

const ITEM = "flex min-h-10 w-full items-center gap-3 px-3 py-1.5 text-start outline-none hover:bg-paper-deep focus:bg-pine-soft focus:text-pine-deep aria-disabled:text-ink-faint coarse:min-h-11";

function Item({ icon, keys, disabled = false, onPress, children }: { icon: ReactNode; keys?: string; disabled?: boolean; onPress: () => void; children: ReactNode }) {
  return (
    <button type="button" role="menuitem" tabIndex={-1} aria-disabled={disabled || undefined} onClick={() => !disabled && onPress()} className={ITEM}>
      <span className="text-ink-soft [&>svg]:size-4.5">{icon}</span>
      <span className="flex-1">{children}</span>
      {keys && <span className="ps-4 text-xs text-ink-faint coarse:hidden">{keys}</span>}
    </button>
  );
}

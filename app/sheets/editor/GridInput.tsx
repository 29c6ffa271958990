import clsx from "clsx";
import { type ClipboardEvent, type FormEvent, type KeyboardEvent, type RefObject, useId, useImperativeHandle, useRef, useState } from "react";
import type { CellValue } from "../content";
import type { ColumnDefinition } from "../definition";
import { type CellIo, isLiveText, typedText } from "./cell-io";
import { CellPopup } from "./CellPopup";
import { mergeText } from "./merge-text";
import { OptionList, optionId } from "./OptionList";
import { narrowed, type Offer, type Suggestion, toggled } from "./suggest";
import { useCursor } from "./use-cursor";

/** What the grid's keys ask of the input. */
export interface GridInputHandle {
  focus(): void;
  /** The text that is there is gone on with. */
  edit(): void;
  commit(): void;
  cancel(): void;
}

export interface GridInputProps {
  cell: ColumnDefinition;
  value: CellValue | undefined;
  /** The value at this very moment: others write, too. */
  now: () => CellValue | undefined;
  io: CellIo;
  label: string;
  describedBy?: string;
  offer: Offer;
  editing: boolean;
  handle: RefObject<GridInputHandle | null>;
  anchor: RefObject<HTMLElement | null>;
  onBegin: () => void;
  onWrite: (value: CellValue | null) => void;
  /** A text that is to become a value; what makes none is kept as it is, and said to be none. */
  onText: (text: string) => void;
  /** An option was taken by pointer or key: the cell is done. */
  onDone: (then: "stay" | "down") => void;
}

/**
 * The input of the grid's current cell. It has the focus also while nothing is typed (and is not to be seen then), so that the
 * first letter, or the first stroke of an input method, begins a text. Texts are written as they are typed and merge with what
 * others type; other values are written when the cell is left.
 */
export function GridInput({ cell, value, now, io, label, describedBy, offer, editing, handle, anchor, onBegin, onWrite, onText, onDone }: GridInputProps) {
  const input = useRef<HTMLTextAreaElement>(null);
  const list = useId();
  const live = isLiveText(cell);
  const [draft, setDraft] = useState<string | null>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  /** What the input method began on; null while letters come one by one. */
  const [composed, setComposed] = useState<{ base: string; anew: boolean } | null>(null);
  const before = useRef<CellValue | undefined>(undefined);

  const stored = typedText(cell, value, io);
  const shown = !editing ? "" : live && !composed ? stored : (draft ?? (offer.strict ? "" : stored));
  const suggestions = editing ? narrowed(offer.suggestions, draft ?? "") : [];
  const open = suggestions.length > 0;
  const chosenAt = suggestions.findIndex(({ chosen }) => chosen);
  const at = !open ? -1 : (pointed ?? (draft ? (offer.strict ? 0 : -1) : offer.several ? Math.max(chosenAt, 0) : chosenAt));

  const begin = (text: string): void => {
    before.current = now();
    setDraft(text);
    setPointed(null);
    onBegin();
  };
  const end = (): void => {
    setDraft(null);
    setPointed(null);
    setComposed(null);
  };

  const take = (suggestion: Suggestion, then: "stay" | "down"): void => {
    if (offer.several) {
      onWrite(toggled(cell, now(), suggestion.key));
      setDraft("");
      return;
    }
    onWrite(suggestion.value);
    end();
    onDone(then);
  };
  useImperativeHandle(handle, () => ({
    focus: () => input.current?.focus({ preventScroll: true }),
    edit: () => {
      before.current = now();
    },
    commit: () => {
      const pick = suggestions[at];
      if (draft !== null && !live) {
        if (pick && (offer.strict || pointed !== null) && draft !== "") onWrite(offer.several ? toggled(cell, now(), pick.key) : pick.value);
        else if (!(offer.strict && draft === "")) onText(draft);
      }
      end();
    },
    cancel: () => {
      if (live) onWrite(before.current ?? null);
      end();
    },
  }));

  const noteCursor = useCursor(input, shown, editing, editing);

  const type = (event: FormEvent<HTMLTextAreaElement>): void => {
    const typed = event.currentTarget.value;
    noteCursor();
    if (!editing) begin(typed);
    else setDraft(typed);
    setPointed(null);
    if (live && !composed && !(event.nativeEvent as InputEvent).isComposing) writeLive({ base: shown, anew: !editing }, typed);
  };
  /** `anew`: what stood in the cell is replaced; otherwise only what was changed since `base`. */
  const writeLive = ({ base, anew }: { base: string; anew: boolean }, mine: string): void => {
    const current = now();
    const text = anew ? mine : mergeText(base, mine, typeof current === "string" ? current : "");
    onWrite(text === "" ? null : text);
  };
  const compose = (event: FormEvent<HTMLTextAreaElement>): void => {
    setComposed({ base: shown, anew: !editing });
    if (editing) setDraft(event.currentTarget.value);
    else begin("");
  };
  const composeEnd = (event: FormEvent<HTMLTextAreaElement>): void => {
    const typed = event.currentTarget.value;
    setDraft(typed);
    setComposed(null);
    if (live) writeLive(composed ?? { base: shown, anew: false }, typed);
  };
  const keys = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (!editing || event.nativeEvent.isComposing) return;
    if (open && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      const step = event.key === "ArrowDown" ? 1 : -1;
      setPointed((at + step + suggestions.length) % suggestions.length);
    } else if (open && event.key === "Enter" && !event.shiftKey && at >= 0 && (!offer.several || draft || pointed !== null)) {
      take(suggestions[at]!, "down");
      setPointed(offer.several ? null : pointed);
    } else if (open && event.key === " " && offer.several && at >= 0 && !draft) take(suggestions[at]!, "stay");
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const own = (event: ClipboardEvent): void => {
    // While typing, copying and pasting are the input's own; otherwise the grid's.
    if (editing) event.stopPropagation();
  };

  return (
    <>
      <textarea
        ref={input}
        rows={1}
        value={shown}
        aria-label={label}
        aria-describedby={describedBy}
        aria-required={cell.required || undefined}
        {...(offer.suggestions.length > 0 ? { role: "combobox", "aria-expanded": open, "aria-controls": list, "aria-autocomplete": "list" as const, "aria-activedescendant": at >= 0 ? optionId(list, at) : undefined } : {})}
        data-waiting={!editing}
        inputMode={editing ? modeOf(cell) : undefined}
        maxLength={live ? 4000 : 500}
        autoComplete="off"
        spellCheck={false}
        className={clsx("sheet-input", !editing && "absolute inset-0 h-full")}
        onInput={type}
        onChange={() => undefined}
        onKeyDown={keys}
        onSelect={noteCursor}
        onCopy={own}
        onCut={own}
        onPaste={own}
        onCompositionStart={compose}
        onCompositionEnd={composeEnd}
      />
      {editing && <span aria-hidden className={clsx("invisible [grid-area:1/1] min-h-6 px-2.5 py-2 break-words whitespace-pre-wrap")}>{`${shown}\u200b`}</span>}
      {open && (
        <CellPopup anchor={anchor}>
          <OptionList id={list} label={label} suggestions={suggestions} at={at} several={offer.several} onPoint={setPointed} onTake={(suggestion) => take(suggestion, "stay")} />
        </CellPopup>
      )}
    </>
  );
}

function modeOf({ type }: ColumnDefinition): "decimal" | "text" {
  return type === "number" || type === "money" || type === "percent" ? "decimal" : "text";
}

import clsx from "clsx";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { CONTROL } from "~/ui";
import { useStable } from "./use-stable";

export interface DraftTextProps {
  id: string;
  name: string;
  type: "text" | "date";
  /** The value as it is typed on. */
  text: string;
  /** The value as it is read, shown while nobody types: 1,390,000. */
  idle?: string;
  inputMode?: "decimal" | "text";
  list?: string;
  suffix?: ReactNode;
  numeric?: boolean;
  disabled: boolean;
  describedBy: string | undefined;
  invalid: boolean;
  required: boolean | undefined;
  onFocus: () => void;
  /** After every key: written at once where it is a value, so that leaving the page loses nothing. */
  onTyped: (text: string) => void;
  /** The cell is left: also what is no value is kept now. */
  onLeft: (text: string) => void;
}

/** A number, a date, a name: stays as it is typed while it is typed, and is shown in its own form afterwards. */
export function DraftText({ type, text, idle = text, suffix, numeric = false, describedBy, invalid, required, onFocus, onTyped, onLeft, ...rest }: DraftTextProps) {
  const input = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState<string | null>(null);
  const takeOver = useStable(() => {
    const typed = input.current?.value ?? "";
    if (typed !== idle) onLeft(typed);
  });
  useEffect(takeOver, [takeOver]);
  const leave = (): void => {
    if (draft !== null && draft !== text) onLeft(draft);
    setDraft(null);
  };
  return (
    <span className="flex items-center gap-2">
      <input
        {...rest}
        ref={input}
        type={type}
        value={draft ?? idle}
        autoComplete="off"
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        aria-required={required || undefined}
        onChange={(event) => {
          setDraft(event.target.value);
          onTyped(event.target.value);
        }}
        onFocus={() => {
          onFocus();
          if (idle !== text) setDraft(text);
        }}
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.nativeEvent.isComposing) leave();
        }}
        className={clsx(CONTROL, (numeric || type === "date") && "tabular", numeric && "text-end")}
      />
      {suffix && <span className="shrink-0 text-sm text-ink-soft">{suffix}</span>}
    </span>
  );
}

import clsx from "clsx";
import { type ChangeEvent, type CompositionEvent, useEffect, useRef, useState } from "react";
import { CONTROL } from "~/ui";
import { mergeText } from "./merge-text";
import { useCursor } from "./use-cursor";
import { useStable } from "./use-stable";

export interface LiveTextProps {
  id: string;
  name: string;
  value: string;
  /** The text at this very moment: others write, too. */
  now: () => string;
  onWrite: (text: string) => void;
  lines: boolean;
  maxLength: number;
  disabled: boolean;
  describedBy: string | undefined;
  invalid: boolean;
  required: boolean | undefined;
  onFocus: () => void;
}

/** A text that is written as it is typed, and merges with what others type in it. With an input method it is written word by word. */
export function LiveText({ value, now, onWrite, lines, describedBy, invalid, required, ...rest }: LiveTextProps) {
  const input = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  const [composed, setComposed] = useState<{ base: string; draft: string } | null>(null);
  const shown = composed ? composed.draft : value;
  const onSelect = useCursor(input, shown, composed === null);
  const write = (base: string, mine: string): void => onWrite(mergeText(base, mine, now()));
  // What was typed before the scripts came is taken over.
  const takeOver = useStable(() => {
    const typed = input.current?.value ?? "";
    if (typed !== value) write(value, typed);
  });
  useEffect(takeOver, [takeOver]);
  const change = (event: ChangeEvent<HTMLTextAreaElement | HTMLInputElement>): void => {
    const typed = event.target.value;
    if (composed || (event.nativeEvent as InputEvent).isComposing) setComposed((before) => ({ base: before?.base ?? value, draft: typed }));
    else write(value, typed);
  };
  const end = (event: CompositionEvent<HTMLTextAreaElement | HTMLInputElement>): void => {
    write(composed?.base ?? value, event.currentTarget.value);
    setComposed(null);
  };
  const Tag = lines ? "textarea" : "input";
  return (
    <Tag
      {...rest}
      {...(lines ? { rows: 3 } : { type: "text" })}
      ref={input}
      value={shown}
      autoComplete="off"
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      aria-required={required || undefined}
      onChange={change}
      onSelect={onSelect}
      onCompositionStart={() => setComposed({ base: value, draft: value })}
      onCompositionEnd={end}
      className={clsx(CONTROL, lines && "max-h-[60vh] resize-y leading-relaxed [field-sizing:content]")}
    />
  );
}

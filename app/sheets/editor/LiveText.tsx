import clsx from "clsx";
import { type ChangeEvent, type CompositionEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
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
  const input = useRef<HTMLTextAreaElement>(null);
  const [composed, setComposed] = useState<{ base: string; draft: string } | null>(null);
  const shown = composed ? composed.draft : value;
  const noteCursor = useCursor(input, shown, composed === null);
  const write = (base: string, mine: string): void => onWrite(mergeText(base, mine, now()));
  // What was typed before the scripts came is taken over.
  const takeOver = useStable(() => {
    const typed = input.current?.value ?? "";
    if (typed !== value) write(value, typed);
  });
  useEffect(takeOver, [takeOver]);
  const change = (event: ChangeEvent<HTMLTextAreaElement>): void => {
    const typed = event.target.value;
    noteCursor();
    if (composed || (event.nativeEvent as InputEvent).isComposing) setComposed((before) => ({ base: before?.base ?? value, draft: typed }));
    else write(value, typed);
  };
  const end = (event: CompositionEvent<HTMLTextAreaElement>): void => {
    write(composed?.base ?? value, event.currentTarget.value);
    setComposed(null);
  };
  useGrowing(input, shown);
  return (
    <textarea
      {...rest}
      rows={lines ? 3 : 1}
      ref={input}
      value={shown}
      autoComplete="off"
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      aria-required={required || undefined}
      onChange={change}
      onSelect={noteCursor}
      onCompositionStart={() => setComposed({ base: value, draft: value })}
      onCompositionEnd={end}
      onKeyDown={(event) => {
        // One paragraph, however long: it only wraps.
        if (!lines && event.key === "Enter" && !event.nativeEvent.isComposing) event.preventDefault();
      }}
      className={clsx(CONTROL, "max-h-[60vh] [field-sizing:content]", lines ? "resize-y leading-relaxed" : "resize-none")}
    />
  );
}

/** As tall as its text, also in browsers that cannot do it by themselves. */
function useGrowing(input: RefObject<HTMLTextAreaElement | null>, text: string): void {
  useLayoutEffect(() => {
    const element = input.current;
    if (!element || CSS.supports("field-sizing", "content")) return;
    element.style.height = "auto";
    element.style.height = `${element.scrollHeight + 2}px`;
  }, [input, text]);
}

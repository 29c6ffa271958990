import clsx from "clsx";
import Check from "lucide-react/icons/check";
import { useEffect, useRef } from "react";
import type { Suggestion } from "./suggest";

export interface OptionListProps {
  id: string;
  label: string;
  suggestions: readonly Suggestion[];
  /** Which one Enter takes; -1 for none. */
  at: number;
  several: boolean;
  onTake: (suggestion: Suggestion) => void;
  onPoint: (at: number) => void;
}

export const optionId = (list: string, at: number): string => `${list}-${at}`;

/** What a cell offers, below it. The focus stays in the cell's input, which says which one is meant. */
export function OptionList({ id, label, suggestions, at, several, onTake, onPoint }: OptionListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: "nearest" });
  }, [at]);
  return (
    <div ref={list} id={id} role="listbox" aria-label={label} aria-multiselectable={several || undefined} className="max-h-72 overflow-y-auto py-1 text-sm">
      {suggestions.map((suggestion, index) => (
        <button
          key={suggestion.key}
          id={optionId(id, index)}
          type="button"
          role="option"
          tabIndex={-1}
          aria-selected={suggestion.chosen}
          // The press must not take the focus out of the input.
          onPointerDown={(event) => event.preventDefault()}
          onPointerMove={() => onPoint(index)}
          onClick={() => onTake(suggestion)}
          className={clsx("flex min-h-10 w-full items-center gap-2 px-3 py-1.5 text-start coarse:min-h-11", index === at && "bg-pine-soft text-pine-deep")}
        >
          <Check aria-hidden className={clsx("size-4 shrink-0", !suggestion.chosen && "invisible")} />
          <span className="min-w-0">
            <span className="block leading-snug">{suggestion.label}</span>
            {suggestion.hint && <span className="block text-xs leading-snug text-ink-soft">{suggestion.hint}</span>}
          </span>
        </button>
      ))}
    </div>
  );
}

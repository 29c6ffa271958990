import Circle from "lucide-react/icons/circle";
import CircleCheck from "lucide-react/icons/circle-check-big";
import CircleDot from "lucide-react/icons/circle-dot";
import type { ReadingState } from "./reading";

const MARKS = {
  unopened: { icon: Circle, tint: "text-ink-faint" },
  reading: { icon: CircleDot, tint: "text-pine" },
  finished: { icon: CircleCheck, tint: "text-pine" },
} as const satisfies Record<ReadingState, object>;

/** Where a section stands, as an icon beside its name; `label` says it to who does not see it. */
export function SectionMark({ state, label }: { state: ReadingState; label: string }) {
  const { icon: Icon, tint } = MARKS[state];
  return <Icon role="img" aria-label={label} className={`size-4.5 shrink-0 ${tint}`} />;
}

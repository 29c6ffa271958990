import CircleCheck from "lucide-react/icons/circle-check-big";
import CircleDot from "lucide-react/icons/circle-dot";
import CircleX from "lucide-react/icons/circle-x";
import Hourglass from "lucide-react/icons/hourglass";
import LockKeyhole from "lucide-react/icons/lock-keyhole";
import CornerUpRight from "lucide-react/icons/corner-up-right";
import Tent from "lucide-react/icons/tent";
import type { StepState } from "./step-state";

const ICONS = {
  locked: LockKeyhole,
  available: Tent,
  "in-progress": CircleDot,
  "awaiting-review": Hourglass,
  passed: CircleCheck,
  failed: CircleX,
  waived: CornerUpRight,
} as const satisfies Record<StepState, typeof LockKeyhole>;

/** The icon of a step state; decoration beside its text. */
export function StateIcon({ state, className = "size-4" }: { state: StepState; className?: string }) {
  const Icon = ICONS[state];
  return <Icon aria-hidden className={className} />;
}

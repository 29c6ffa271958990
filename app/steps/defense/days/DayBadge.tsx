import { useTranslation } from "react-i18next";
import { Badge, type Tone } from "~/ui";
import type { DayState, SlotState } from "./day";

const DAY_TONES = { draft: "neutral", published: "pine", closed: "mist", cancelled: "danger" } as const satisfies Record<DayState, Tone>;

/** How far a defense day is. */
export function DayBadge({ state }: { state: DayState }) {
  const { t } = useTranslation("defense-days");
  return <Badge tone={DAY_TONES[state]}>{t(`state.${state}`)}</Badge>;
}

const SLOT_TONES = { planned: "neutral", held: "ok", "no-show": "danger", cancelled: "danger" } as const satisfies Record<SlotState, Tone>;

/** What became of a slot. */
export function SlotBadge({ state }: { state: SlotState }) {
  const { t } = useTranslation("defense-days");
  return <Badge tone={SLOT_TONES[state]}>{t(`slot.${state}`)}</Badge>;
}

import { useTranslation } from "react-i18next";
import { Badge, type Tone } from "~/ui";
import type { GroupSheetState } from "./group-sheet";

const TONES = { open: "neutral", submitted: "mist", returned: "danger", accepted: "ok" } as const satisfies Record<GroupSheetState, Tone>;

/** Where a group's sheet stands. */
export function GroupStateBadge({ state }: { state: GroupSheetState | null }) {
  const { t } = useTranslation("group-work");
  return <Badge tone={state ? TONES[state] : "neutral"}>{t(`state.${state ?? "none"}`)}</Badge>;
}

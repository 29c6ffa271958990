import CircleCheck from "lucide-react/icons/circle-check";
import CircleDashed from "lucide-react/icons/circle-dashed";
import Scale from "lucide-react/icons/scale";
import { useTranslation } from "react-i18next";
import { Badge } from "~/ui";
import type { Calibration } from "./anchor";

const LOOK = {
  open: { tone: "neutral", icon: <CircleDashed aria-hidden /> },
  calibrated: { tone: "ok", icon: <CircleCheck aria-hidden /> },
  apart: { tone: "danger", icon: <Scale aria-hidden /> },
} as const;

/** Where an examiner stands: icon and word. */
export function StandingBadge({ state }: { state: Calibration["state"] }) {
  const { t } = useTranslation("raters");
  return (
    <Badge tone={LOOK[state].tone} icon={LOOK[state].icon}>
      {t(`standing.${state}`)}
    </Badge>
  );
}

import CircleCheck from "lucide-react/icons/circle-check";
import CircleDashed from "lucide-react/icons/circle-dashed";
import CircleX from "lucide-react/icons/circle-x";
import Clock from "lucide-react/icons/clock";
import MailCheck from "lucide-react/icons/mail-check";
import RotateCcw from "lucide-react/icons/rotate-ccw";
import { useTranslation } from "react-i18next";
import { Badge, type Tone } from "~/ui";
import type { AttendanceStatus } from "./attendance";
import type { SessionState } from "./session";

const LOOKS = {
  "present": { tone: "ok", icon: CircleCheck },
  "late": { tone: "mist", icon: Clock },
  "absent": { tone: "danger", icon: CircleX },
  "excused": { tone: "neutral", icon: MailCheck },
  "make-up": { tone: "pine", icon: RotateCcw },
} as const satisfies Record<AttendanceStatus, { tone: Tone; icon: typeof Clock }>;

/** Whether a learner was there: sign and word. */
export function StatusBadge({ status }: { status: AttendanceStatus | null }) {
  const { t } = useTranslation("lecture");
  if (status === null) return <Badge icon={<CircleDashed aria-hidden />}>{t("status.none")}</Badge>;
  const { tone, icon: Icon } = LOOKS[status];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {t(`status.${status}`)}
    </Badge>
  );
}

const STATE_TONES = { planned: "neutral", running: "pine", ended: "mist", cancelled: "danger" } as const satisfies Record<SessionState, Tone>;

/** How far a session is. */
export function SessionBadge({ state }: { state: SessionState }) {
  const { t } = useTranslation("lecture");
  return <Badge tone={STATE_TONES[state]}>{t(`state.${state}`)}</Badge>;
}

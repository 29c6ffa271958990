import { useTranslation } from "react-i18next";
import { Badge, type Tone } from "~/ui";
import type { RoundState } from "./round";
import type { SessionState } from "./session";

const SESSION_TONES = { planned: "neutral", running: "pine", ended: "mist", cancelled: "danger" } as const satisfies Record<SessionState, Tone>;

/** How far a session is. */
export function SessionBadge({ state }: { state: SessionState }) {
  const { t } = useTranslation("role-play");
  return <Badge tone={SESSION_TONES[state]}>{t(`state.${state}`)}</Badge>;
}

const ROUND_TONES = { planned: "neutral", running: "pine", debrief: "mist", done: "ok", void: "danger" } as const satisfies Record<RoundState, Tone>;

/** How far a round is. */
export function RoundBadge({ state }: { state: RoundState }) {
  const { t } = useTranslation("role-play");
  return <Badge tone={ROUND_TONES[state]}>{t(`round.${state}`)}</Badge>;
}

/** Whether the salesperson passed, with the share of the checklist. */
export function ResultBadge({ result }: { result: { passed: boolean | null; share: number | null; by: string | null } | null }) {
  const { t } = useTranslation("role-play");
  if (!result || result.passed === null || result.share === null) return <Badge tone="neutral">{t("result.waiting")}</Badge>;
  return <Badge tone={result.passed ? "ok" : "danger"}>{t(result.passed ? "result.passed" : "result.failed", { percent: Math.round(result.share * 100) })}</Badge>;
}

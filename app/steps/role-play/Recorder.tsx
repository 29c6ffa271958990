import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card, RecorderControls, SubmitButton } from "~/ui";
import { useRoundRecorder } from "./client/use-round-recorder";
import type { RoundScreen } from "./round-screen";

/** Recording the round: everybody agrees first; one device records. Nothing of the round depends on it. */
export function Recorder({ screen, onChange }: { screen: RoundScreen; onChange: () => void }) {
  const { t } = useTranslation("role-play");
  const { state, consent, recordings } = screen;
  const recorder = useRoundRecorder(screen, onChange);
  const running = recordings.find((one) => one.state === "recording");
  if (state === "done" && recordings.length === 0 && recorder.state === "idle") return null;
  return (
    <Card title={t("recording.ask")}>
      <p className="text-sm text-ink-soft">{t("recording.hint")}</p>
      <Form method="post" className="mt-3 flex flex-wrap items-center gap-3">
        {consent.mine !== true && state !== "done" && (
          <SubmitButton name="intent" value="consent" variant="secondary">
            {t("recording.agree")}
          </SubmitButton>
        )}
        {consent.mine !== false && (
          <SubmitButton name="intent" value="refuse" variant="quiet">
            {t(consent.mine === true ? "recording.withdraw" : "recording.refuse")}
          </SubmitButton>
        )}
        <p role="status" className="text-sm text-ink-soft">
          {consent.state === "agreed" ? t("recording.allAgree") : consent.state === "refused" ? t("recording.refused") : t("recording.waiting", { names: consent.missing.join(t("and")) })}
        </p>
      </Form>
      {running && recorder.state !== "recording" && <p className="mt-2 text-sm text-ink-soft">{t("recording.recording", { name: running.by })}</p>}
      {recorder.canRecord && (
        <div className="mt-3">
          <RecorderControls recorder={recorder} mayStart={state === "running" && consent.state === "agreed" && !running} problemText={() => t("recording.notNow")} />
        </div>
      )}
    </Card>
  );
}

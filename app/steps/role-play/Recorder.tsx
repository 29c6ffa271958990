import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Card, SubmitButton } from "~/ui";
import { useRecorder } from "./client/use-recorder";
import type { RoundScreen } from "./round-screen";

/** Recording the round: everybody agrees first; one device records. Nothing of the round depends on it. */
export function Recorder({ screen, onChange }: { screen: RoundScreen; onChange: () => void }) {
  const { t } = useTranslation("role-play");
  const { state, consent, recordings } = screen;
  const recorder = useRecorder(screen, onChange);
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
      {recorder.canRecord && state === "running" && consent.state === "agreed" && (
        <div className="mt-3 flex flex-wrap items-center gap-3">
          {recorder.state === "recording" ? (
            <Button type="button" onClick={recorder.stop}>
              {t("recording.stop")}
            </Button>
          ) : (
            !running &&
            recorder.state !== "starting" && (
              <>
                <Button type="button" variant="primary" onClick={() => recorder.start("audio")}>
                  {t("recording.startAudio")}
                </Button>
                <Button type="button" variant="secondary" onClick={() => recorder.start("video")}>
                  {t("recording.startVideo")}
                </Button>
              </>
            )
          )}
        </div>
      )}
      {running && recorder.state !== "recording" && <p className="mt-2 text-sm text-ink-soft">{t("recording.recording", { name: running.by })}</p>}
      {recorder.progress && (
        <p role="status" className="mt-2 text-sm text-ink-soft tabular">
          {t(`recording.send.${recorder.progress.state}`, { sent: Math.round(recorder.progress.sent / 1024), size: Math.round(recorder.progress.size / 1024) })}
        </p>
      )}
      {recorder.problem && (
        <p role="alert" className="mt-2 text-danger">
          {t(`recording.problem.${recorder.problem}`)}
        </p>
      )}
    </Card>
  );
}

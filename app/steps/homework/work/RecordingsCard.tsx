import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { Card, ConfirmButton } from "~/ui";
import { FileItem } from "../FileItem";
import type { OwnRecording } from "../recordings.server";

/** What was recorded on this page, with until when it is kept; consent is taken back here, also after handing in. */
export function RecordingsCard({ recordings, locale, timeZone }: { recordings: readonly OwnRecording[]; locale: Locale; timeZone: string }) {
  const { t } = useTranslation("homework");
  if (recordings.length === 0) return null;
  return (
    <Card title={t("recording.title")}>
      <ul className="grid gap-5">
        {recordings.map((recording) => (
          <li key={recording.uploadId} className="grid gap-2">
            <FileItem file={recording} play />
            <Form method="post" className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
              <input type="hidden" name="recording" value={recording.uploadId} />
              <p className="text-sm text-ink-soft">
                {t("recording.agreed", { at: formatDate(recording.agreedAt, { locale, timeZone, style: "short-date-time" }), until: formatDate(recording.deleteAfter, { locale, timeZone, style: "date" }) })}
              </p>
              <ConfirmButton name="intent" value="withdraw-recording" variant="quiet" title={t("recording.withdrawAsk")} consequence={t("recording.withdrawText")} confirmLabel={t("recording.withdrawConfirm")}>
                {t("recording.withdraw")}
              </ConfirmButton>
            </Form>
          </li>
        ))}
      </ul>
    </Card>
  );
}

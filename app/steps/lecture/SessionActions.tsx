import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import MonitorPlay from "lucide-react/icons/monitor-play";
import { useTranslation } from "react-i18next";
import { ButtonLink, ConfirmButton, SubmitButton } from "~/ui";
import type { AttendanceCounts } from "./attendance";
import { lecturePath, presentPath } from "./paths";
import { mayDo, type SessionState } from "./session";

/** What can be done with a class now; ending and cancelling say first what they bring, in numbers. `early` says when it would begin, where that is not soon. */
export function SessionActions({ session, counts, learners, mayEnd, early }: { session: { id: string; cohortId: string; state: SessionState }; counts: AttendanceCounts; learners: number; mayEnd: boolean; early: ReactNode }) {
  const { t } = useTranslation("lecture");
  const { id, cohortId, state } = session;
  if (state === "cancelled") return null;
  return (
    <Form method="post" className="mb-6 flex flex-wrap items-start gap-3">
      {mayDo(state, "start") && early && (
        <ConfirmButton name="intent" value="start" harmless variant="primary" title={t("act.earlyTitle")} consequence={early} confirmLabel={t("act.start")}>
          {t("act.start")}
        </ConfirmButton>
      )}
      {mayDo(state, "start") && !early && (
        <SubmitButton name="intent" value="start">
          {t("act.start")}
        </SubmitButton>
      )}
      {mayDo(state, "present") && (
        <ButtonLink to={presentPath(cohortId, id)} variant={state === "running" ? "primary" : "secondary"} icon={<MonitorPlay aria-hidden className="size-4.5" />}>
          {t("act.present")}
        </ButtonLink>
      )}
      {mayEnd && (
        <ConfirmButton
          name="intent"
          value="end"
          harmless
          variant="secondary"
          title={t("act.endTitle")}
          consequence={t("act.endText", { present: counts.present, late: counts.late, count: counts.unmarked })}
          confirmLabel={t("act.end")}
        >
          {t("act.end")}
        </ConfirmButton>
      )}
      {mayDo(state, "change") && (
        <ButtonLink to={`${lecturePath(cohortId, id)}/edit`} variant="quiet">
          {t("act.change")}
        </ButtonLink>
      )}
      {mayDo(state, "cancel") && (
        <ConfirmButton name="intent" value="cancel" title={t("act.cancelTitle")} consequence={t("act.cancelText", { count: learners })} confirmLabel={t("act.cancel")}>
          {t("act.cancel")}
        </ConfirmButton>
      )}
    </Form>
  );
}

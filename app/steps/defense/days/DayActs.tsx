import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ButtonLink, ConfirmButton, DateTimeField, Disclosure, SubmitButton, TextField } from "~/ui";
import { dayAdmits } from "./day";
import type { DayPage } from "./day-page.view.server";
import { defenseDayPath } from "./paths";

/** The acts that lead on: propose, publish, change, close. */
export function DayActs({ page }: { page: DayPage }) {
  const { t } = useTranslation("defense-days");
  const { day, slots, candidates, examiners } = page;
  const seated = examiners.filter(({ seats }) => seats > 0).length;
  const ready = day.state === "draft" && slots.length > 0 && page.conflicts.length === 0;
  const open = slots.filter(({ state }) => state === "planned").length;
  return (
    <Form method="post" className="flex flex-wrap items-start gap-3">
      {dayAdmits(day.state, "propose") && candidates.length > 0 && (
        <SubmitButton name="intent" value="propose" variant={ready ? "secondary" : "primary"}>
          {t(slots.length > 0 ? "day.proposeAgain" : "day.propose")}
        </SubmitButton>
      )}
      {ready && (
        <ConfirmButton harmless variant="primary" name="intent" value="publish" title={t("day.publishTitle")} consequence={t("day.publishText", { candidates: slots.length, examiners: seated })} confirmLabel={t("day.publish")}>
          {t("day.publish")}
        </ConfirmButton>
      )}
      {day.state === "published" && open === 0 && slots.length > 0 && (
        <SubmitButton name="intent" value="close">
          {t("day.close")}
        </SubmitButton>
      )}
      {dayAdmits(day.state, "change") && (
        <ButtonLink to={`${defenseDayPath(day.cohortId, day.id)}/edit`} variant="quiet">
          {t("day.change")}
        </ButtonLink>
      )}
    </Form>
  );
}

/** Moving or cancelling the whole day, out of the way until somebody needs it. */
export function ManageDay({ page }: { page: DayPage }) {
  const { t } = useTranslation("defense-days");
  const { day, slots } = page;
  if (!dayAdmits(day.state, "cancel") || slots.some(({ state }) => state !== "planned")) return null;
  return (
    <Disclosure summary={t("day.manage")}>
      <div className="grid gap-6 pt-2 lg:grid-cols-2">
        <Form method="post" className="grid content-start gap-3">
          <DateTimeField label={t("day.newStart")} name="starts" timeZone={day.timeZone} required hint={t("day.rescheduleHint")} />
          <TextField label={t("day.reason")} name="reason" maxLength={500} required hint={t("day.reasonHint")} />
          <div>
            <SubmitButton name="intent" value="reschedule" variant="secondary">
              {t(day.state === "draft" ? "day.reschedule" : "day.rescheduleAct")}
            </SubmitButton>
          </div>
        </Form>
        <Form method="post" className="grid content-start gap-3">
          <TextField label={t("day.reason")} name="reason" maxLength={500} required hint={t("day.reasonHint")} />
          <div>
            <ConfirmButton name="intent" value="cancel" title={t("day.cancel")} consequence={t("day.cancelText", { count: slots.length })} confirmLabel={t("day.cancelAct")}>
              {t("day.cancel")}
            </ConfirmButton>
          </div>
        </Form>
      </div>
    </Disclosure>
  );
}

import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { Card, Checkbox, RadioGroup, Select, SubmitButton, TextField } from "~/ui";
import type { Slot } from "./day";
import type { DayPage } from "./day-page.view.server";
import type { Names } from "./names-of";

interface FormsProps {
  page: DayPage;
  names: Names;
  locale: Locale;
}

/** Places a candidate into a time and a place, or moves them there. */
export function MoveForm({ page, slot, names, locale }: FormsProps & { slot: Slot | null }) {
  const { t } = useTranslation("defense-days");
  const { day, times, places, slots } = page;
  const label = (startsAt: Date): string => {
    const when = formatDate(startsAt, { locale, timeZone: day.timeZone, style: "time" });
    const there = slots.filter((one) => one.startsAt.getTime() === startsAt.getTime()).map(({ enrolmentId }) => names.candidate(enrolmentId));
    return there.length > 0 ? t("slotPage.occupied", { when, names: there.join(t("and")) }) : when;
  };
  return (
    <Card title={t("slotPage.move")}>
      <Form method="post" className="grid gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <Select label={t("slotPage.time")} name="startsAt" required defaultValue={slot?.startsAt.toISOString()} options={times.map(({ startsAt }) => ({ value: startsAt.toISOString(), label: label(startsAt) }))} />
          <Select label={t("slotPage.place")} name="place" required defaultValue={slot?.placeId} options={places.map(({ id, name }) => ({ value: id, label: name }))} />
        </div>
        {slot ? (
          <>
            <RadioGroup
              label={t("slotPage.panel")}
              name="panel"
              layout="row"
              required
              defaultValue="keep"
              options={[
                { value: "keep", label: t("slotPage.keep") },
                { value: "find", label: t("slotPage.find") },
              ]}
            />
            <Checkbox name="swap" label={t("slotPage.swap")} />
          </>
        ) : (
          <input type="hidden" name="panel" value="find" />
        )}
        <div>
          <SubmitButton name="intent" value="move">
            {t(slot ? "slotPage.moveAct" : "slotPage.assignAct")}
          </SubmitButton>
        </div>
      </Form>
      {!slot && (
        <Form method="post" className="mt-4 flex flex-wrap items-center gap-3 border-t border-line pt-4">
          <SubmitButton name="intent" value="find" variant="secondary">
            {t("slotPage.findAct")}
          </SubmitButton>
          <span className="text-sm text-ink-soft">{t("slotPage.findHint")}</span>
        </Form>
      )}
    </Card>
  );
}

/** Changes who sits on one panel and who chairs it. */
export function PanelForms({ page, slot, names }: Omit<FormsProps, "locale"> & { slot: Slot }) {
  const { t } = useTranslation("defense-days");
  const sitting = slot.panel.map(({ personId }) => ({ value: personId, label: names.examiner(personId) }));
  const others = page.examiners.filter(({ personId, droppedAt }) => droppedAt === null && !slot.panel.some((member) => member.personId === personId)).map(({ personId }) => ({ value: personId, label: names.examiner(personId) }));
  return (
    <Card title={t("slotPage.seat")}>
      {others.length > 0 && (
        <Form method="post" className="grid gap-4 border-b border-line pb-5">
          <div className="grid gap-4 sm:grid-cols-2">
            <Select label={t("slotPage.leaving")} name="leaving" required options={sitting} />
            <Select label={t("slotPage.joining")} name="joining" required options={others} />
          </div>
          <TextField label={t("day.reason")} name="reason" maxLength={500} />
          <div>
            <SubmitButton name="intent" value="replace" variant="secondary">
              {t("slotPage.replace")}
            </SubmitButton>
          </div>
        </Form>
      )}
      <Form method="post" className="flex flex-wrap items-end gap-3 pt-4">
        <Select label={t("slotPage.chair")} name="chair" required defaultValue={slot.panel.find(({ chair }) => chair)?.personId} options={sitting} className="min-w-48 flex-1 sm:max-w-72" />
        <SubmitButton name="intent" value="chair" variant="secondary">
          {t("slotPage.setChair")}
        </SubmitButton>
      </Form>
    </Card>
  );
}

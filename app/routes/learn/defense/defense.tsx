import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedLoader, uuidParam } from "~/auth/index.server";
import { personName, roadPath, StepLocked } from "~/cohorts";
import { chapterNames, ownEnrolment, roadPage } from "~/cohorts/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { formatDate } from "~/i18n/dates";
import { pick } from "~/i18n/pick";
import { notFound } from "~/platform/errors";
import { AskedCard, AskedHours, EarlierSlot, OwnSlotCard } from "~/steps/defense";
import { ownDefense } from "~/steps/defense/index.server";
import { Callout, Card, EmptyState, PageHeader } from "~/ui";

export const handle: RouteHandle = { i18n: ["ui", "road", "defense-days"], title: (t) => t("defense-days:own.title") };

export const loader = guardedLoader({ permission: "learn", scope: "any" }, async ({ db, params, context, actor, now }) => {
  const enrolment = await ownEnrolment(db, actor.id, uuidParam(params, "enrolment"), params.chapter ?? "");
  if (!enrolment) throw notFound();
  const [own, names, road] = await Promise.all([ownDefense(db, { ...enrolment, personId: actor.id, locale: context.locale, now }), chapterNames(db, [enrolment.chapterSlug]), roadPage(db, enrolment, now)]);
  const blockers = road?.situation.steps.find(({ step }) => step === "defense")?.blockers ?? [];
  return { own, blockers, enrolment, chapter: names.get(enrolment.chapterSlug) ?? null, locale: context.locale, timeZone: actor.timeZone };
});

export default function OwnDefensePage() {
  const { own, blockers, enrolment, chapter, locale, timeZone } = useLoaderData<typeof loader>();
  const { t } = useTranslation("defense-days");
  const { slot, earlier, state } = own;
  const title = chapter ? t("chapter", { number: chapter.number, title: pick(chapter.title, locale) }) : enrolment.chapterSlug;
  const who = own.instructors.length > 0 ? own.instructors.join(t("and")) : t("own.instructor");
  const done = state === "passed" || state === "waived";
  const { condition } = own;
  const unsigned = slot?.state === "held" && !slot.signed;
  const waits = slot?.state !== "planned" && !done && !unsigned && condition === null;
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={t("own.title")} lead={t("own.lead")} crumbs={[{ to: roadPath(enrolment.enrolmentId, enrolment.chapterSlug), label: title }]} />
      <div className="grid gap-6">
        {done && <p className="text-lg">{t(`own.${state}`)}</p>}
        {!done && unsigned && <p>{t("own.unsigned", { names: slot.panel.map((member) => personName(member, locale)).join(t("and")) })}</p>}
        {!done && condition !== null && (
          <Callout kind="now" title={t("own.conditionTitle", { due: formatDate(`${condition.due}T00:00:00Z`, { locale, timeZone: "UTC", style: "date" }) })}>
            <p className="whitespace-pre-line">{condition.what}</p>
            <p className="text-sm text-ink-soft">{t("own.conditionBy", { name: condition.checker })}</p>
          </Callout>
        )}
        {waits &&
          (slot ? (
            <p>
              {t("own.again")} {t(own.beingPlanned ? "own.waitPlanned" : "own.wait", { names: who })}
            </p>
          ) : state === "locked" ? (
            <StepLocked enrolmentId={enrolment.enrolmentId} chapterSlug={enrolment.chapterSlug} title={t("own.none")} blockers={blockers} locale={locale} timeZone={timeZone}>
              <p>{t("own.locked")}</p>
            </StepLocked>
          ) : (
            <EmptyState title={t("own.none")}>{t(own.beingPlanned ? "own.waitPlanned" : "own.wait", { names: who })}</EmptyState>
          ))}
        <AskedHours days={own.asked} locale={locale} readerZone={timeZone} />
        {slot && <OwnSlotCard slot={slot} readerZone={timeZone} locale={locale} title={t("own.slot")} />}
        <AskedCard task={own.task} rubric={own.rubric} bring={slot?.state === "planned" ? slot.day.bring : null} locale={locale} />
        {earlier.length > 0 && (
          <Card title={t("own.earlier")} look="flush">
            <ul>
              {earlier.map((one) => (
                <EarlierSlot key={one.id} slot={one} readerZone={timeZone} locale={locale} />
              ))}
            </ul>
          </Card>
        )}
      </div>
    </div>
  );
}

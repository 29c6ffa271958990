import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/index.server";
import { FormGroups, FormingNotice, GROUP_PURPOSES, GroupCard, type GroupPurpose, groupsPath, GroupTabs, MoveNotice, NewGroup, FEWEST_MEMBERS } from "~/cohorts";
import { groupsPage } from "~/cohorts/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { holds } from "~/people";
import { WorkOfMove } from "~/steps/group-work";
import { followClassGroups } from "~/steps/group-work/index.server";
import { Callout, EmptyState, Flash, type FormFailure, SubmitButton } from "~/ui";
import { changeGroups } from "./change-groups.server";
import { cohortScope } from "./cohort-scope.server";

export { shouldRevalidate } from "~/platform/after-conflict";

export const handle: RouteHandle = { i18n: ["ui", "road", "cohorts", "groups", "group-work"] };

export const loader = guardedLoader({ permission: "cohort:view", scope: { cohort: "cohort" } }, async ({ db, params, url, context, actor }) => {
  const cohortId = uuidParam(params, "cohort");
  const page = await groupsPage(db, { cohortId, purpose: purposeOf(url) });
  return { cohortId, ...page, mayChange: holds(actor, "cohort:manage", await cohortScope(db, cohortId)), locale: context.locale };
});

export const action = guardedAction({ permission: "cohort:manage", scope: { cohort: "cohort" } }, async (args) => {
  const key = { cohortId: uuidParam(args.params, "cohort"), purpose: purposeOf(args.url) };
  const answer = await changeGroups(args, key, await args.request.formData(), (trx) => followClassGroups(trx, key.cohortId, args.now));
  return data(answer, { status: answer.failure ? 409 : 200 });
});

function purposeOf(url: URL): GroupPurpose {
  return GROUP_PURPOSES.find((purpose) => purpose === url.searchParams.get("purpose")) ?? "class";
}

export default function Groups() {
  const { cohortId, purpose, groups, unplaced, learners, others, mayChange, locale } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, i18n } = useTranslation("groups");
  const failure = useMemo(() => worded(answer?.failure ?? null, (code) => (i18n.exists(`groups:error.${code}`) ? t(`error.${code}`) : code)), [answer, t, i18n]);
  const about = (intent: string, groupId: string | null = null) => (failure && answer?.intent === intent && (groupId === null || answer.groupId === groupId) ? failure : null);
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (answer?.forming || answer?.move) notice.current?.focus();
  }, [answer]);
  const targets = groups.map(({ id, name, members }) => ({ id, name, members: members.length }));
  const wish = answer?.forming?.wish ?? null;
  return (
    <div className="grid gap-6">
      <div>
        <GroupTabs cohortId={cohortId} purpose={purpose} />
        <Flash messages={[...(answer?.done ? [{ id: answer.done, tone: "ok" as const, text: t(`done.${answer.intent}`) }] : []), ...(failure?.formErrors.map((text) => ({ id: `${text}`, tone: "danger" as const, text })) ?? [])]} />
      </div>
      <p className="measure text-ink-soft">
        {t(`lead.${purpose}`)} {t("lead.count", { learners: t("people", { count: learners }), groups: t("groups", { count: groups.length }) })}
      </p>
      <div ref={notice} tabIndex={-1} className="outline-none empty:hidden">
        {answer?.forming && <FormingNotice plan={answer.forming.plan} wish={answer.forming.wish} locale={locale} />}
        {answer?.move && (
          <MoveNotice plan={answer.move} locale={locale}>
            <WorkOfMove work={answer.work} />
          </MoveNotice>
        )}
      </div>
      {mayChange && groups.length === 0 && others > 0 && (
        <Callout kind="note" title={t(`copy.${purpose}`)}>
          <Form method="post" action={groupsPath(cohortId, purpose)}>
            <SubmitButton name="intent" value="copy" variant="secondary">
              {t("copy.submit", { count: others })}
            </SubmitButton>
          </Form>
        </Callout>
      )}
      {mayChange && unplaced.length >= FEWEST_MEMBERS && <FormGroups key={wish?.seed ?? groups.length} unplaced={unplaced.length} wish={wish} failure={about("plan-forming")} />}
      {unplaced.length > 0 && <NewGroup key={`${groups.length} ${unplaced.length}`} people={unplaced} targets={targets} failure={about("create")} mayChange={mayChange} locale={locale} />}
      {groups.length === 0 ? (
        learners < FEWEST_MEMBERS && <EmptyState title={t("empty.title")}>{t("empty.text")}</EmptyState>
      ) : (
        <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
          {groups.map((group) => (
            <GroupCard key={`${group.id} ${group.name} ${group.members.map((member) => member.enrolmentId).join()}`} group={group} targets={targets} mayChange={mayChange} failure={about("rename", group.id)} locale={locale} />
          ))}
        </div>
      )}
    </div>
  );
}

/** The failure with this room's codes put into words. */
function worded(failure: FormFailure | null, say: (code: string) => string): FormFailure | null {
  return failure && { ...failure, formErrors: failure.formErrors.map(say), fieldErrors: Object.fromEntries(Object.entries(failure.fieldErrors).map(([field, codes]) => [field, codes.map(say)])) };
}

import { Form, Link } from "@remix-run/react";
import WifiOff from "lucide-react/icons/wifi-off";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { ButtonLink, Callout, Card, ConfirmButton, Flash, PageHeader, SubmitButton } from "~/ui";
import { useRound } from "./client/use-round";
import { Briefing } from "./Briefing";
import { Checklist } from "./Checklist";
import { Debrief } from "./Debrief";
import { ObserverSheet } from "./ObserverSheet";
import { ownRolePlaysPath, roundPath } from "./paths";
import { Recorder } from "./Recorder";
import { RoundClock } from "./RoundClock";
import type { RoundScreen } from "./round-screen";
import { RoundBadge } from "./SessionBadge";
import { SelfReview } from "./SelfReview";

export interface RoundViewProps {
  screen: RoundScreen;
  problem: string | null;
  locale: Locale;
  timeZone: string;
}

/** A round on the phone of one of those in it: briefing, conversation, debrief, result; by role. */
export function RoundView({ screen: loaded, problem, locale, timeZone }: RoundViewProps) {
  const { t } = useTranslation("role-play");
  const { screen, read, connected } = useRound(loaded);
  const { state, role } = screen;
  return (
    <div className="mx-auto grid max-w-3xl gap-5">
      <PageHeader
        title={screen.scenario.title}
        badge={<RoundBadge state={state} />}
        lead={t("play.lead", { number: screen.number, rounds: screen.rounds, role: t(`role.${role}`) })}
        crumbs={[{ to: ownRolePlaysPath(screen.enrolmentId, screen.chapterSlug), label: t("own.title") }]}
      />
      <Flash messages={problem ? [{ id: problem, tone: "danger", text: problem }] : []} />
      <Now screen={screen} connected={connected} />
      {role === "observer" && screen.sheet && screen.checklist && (state === "running" || state === "debrief" || (state === "done" && screen.sheet.handedInAt === null)) && <ObserverSheet screen={screen} sheet={screen.sheet} checklist={screen.checklist} onSent={read} />}
      {(state === "debrief" || state === "done") && <Debrief screen={screen} locale={locale} timeZone={timeZone} />}
      {role === "salesperson" && (state === "debrief" || state === "done") && screen.checklist && <SelfReview screen={screen} checklist={screen.checklist} />}
      {state !== "void" && <Recorder screen={screen} onChange={read} />}
      <Briefing screen={screen} />
      {role === "observer" && state === "planned" && screen.checklist && (
        <Card title={t("sheet.title")}>
          <Checklist checklist={screen.checklist} />
        </Card>
      )}
    </div>
  );
}

/** What is going on, and the one thing to do about it. */
function Now({ screen, connected }: { screen: RoundScreen; connected: boolean }) {
  const { t } = useTranslation("role-play");
  const { state, role, next } = screen;
  return (
    <Card>
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {screen.people.map((person) => (
          <li key={person.enrolmentId} className={person.me ? "font-semibold" : undefined}>
            {t(`role.${person.role}`)}
            {t("colon")}
            {person.me ? t("play.you", { name: person.name }) : person.name}
          </li>
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        {state === "running" && screen.startedAt && <RoundClock startedAt={screen.startedAt} minutes={screen.minutes} serverNow={screen.now} />}
        <p role="status" className="text-ink-soft">
          {state === "running" ? t(`play.now.${role}`) : state === "planned" ? t(screen.sessionRuns ? "play.soon" : "play.notYet") : state === "void" ? t("play.void") : state === "done" ? t("play.over") : t("play.debrief", { role: screen.turn ? t(`role.${screen.turn}`) : "" })}
        </p>
      </div>
      {!connected && (
        <p className="mt-2 flex items-center gap-2 text-sm text-ink-soft">
          <WifiOff aria-hidden className="size-4 shrink-0" />
          <span>
            {t("play.offline")}{" "}
            <Link to={roundPath(screen.roundId)} reloadDocument className="inline-flex min-h-11 items-center text-pine underline underline-offset-4">
              {t("play.refresh")}
            </Link>
          </span>
        </p>
      )}
      {state === "running" && (
        <Form method="post" className="mt-3">
          <ConfirmButton name="intent" value="end" harmless variant="secondary" title={t("play.endTitle")} consequence={t("play.endText")} confirmLabel={t("play.end")}>
            {t("play.end")}
          </ConfirmButton>
        </Form>
      )}
      {state === "debrief" && screen.turn && (
        <Form method="post" className="mt-3">
          <input type="hidden" name="turn" value={screen.turn} />
          <SubmitButton name="intent" value="advance">
            {t(`play.advance.${screen.turn}`)}
          </SubmitButton>
        </Form>
      )}
      {state === "done" && next && (
        <Callout className="mt-3" title={t("play.next", { number: next.number, role: t(`role.${next.role}`) })}>
          <ButtonLink to={roundPath(next.roundId)} variant="primary">
            {t("play.toNext")}
          </ButtonLink>
        </Callout>
      )}
    </Card>
  );
}

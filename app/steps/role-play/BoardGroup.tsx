import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { pick } from "~/i18n/pick";
import { Badge, Card, SubmitButton } from "~/ui";
import type { BoardProps } from "./Board";
import type { BoardGroup as Group, BoardRound } from "./board.view.server";
import { rolePlayRoundPath } from "./paths";
import { RoundClock } from "./RoundClock";
import { isHeld, roundAdmits } from "./round";
import { ResultBadge, RoundBadge } from "./SessionBadge";
import { VoidRound } from "./VoidRound";

/** One group on the board: who holds which role now, its time, its marks, and who still lacks what. */
export function BoardGroup({ group, cohort, session, mayTeach, locale, now }: BoardProps & { group: Group }) {
  const { t } = useTranslation("role-play");
  const current = group.rounds.find((round) => round.state === "running" || round.state === "debrief");
  const next = group.rounds.find((round) => round.state === "planned");
  const runs = mayTeach && session.state === "running";
  return (
    <Card
      as="li"
      level={2}
      title={t("board.group", { number: group.number })}
      aside={current?.state === "running" && current.startedAt ? <RoundClock startedAt={current.startedAt} minutes={current.minutes} serverNow={now} /> : <span className="text-sm text-ink-soft tabular">{t("board.rounds", { held: group.rounds.filter((round) => round.state === "done").length, all: group.rounds.filter((round) => round.state !== "void").length })}</span>}
      footer={
        runs &&
        (current !== undefined || next !== undefined) && (
          <Form method="post" className="flex flex-wrap gap-3">
            <input type="hidden" name="group" value={group.id} />
            {current && <input type="hidden" name="round" value={current.id} />}
            {current?.state === "running" && (
              <SubmitButton size="sm" name="intent" value="stop-rounds" variant="secondary">
                {t("act.stop")}
              </SubmitButton>
            )}
            {current?.state === "debrief" && (
              <SubmitButton size="sm" name="intent" value="finish-round" variant="secondary">
                {t("act.finish")}
              </SubmitButton>
            )}
            {!current && next && (
              <SubmitButton size="sm" name="intent" value="start-rounds" variant="secondary">
                {t("act.startOne", { number: next.number })}
              </SubmitButton>
            )}
          </Form>
        )
      }
    >
      <ol className="grid gap-2">
        {group.rounds.map((round) => (
          <RoundLine key={round.id} round={round} to={round.state === "planned" ? null : rolePlayRoundPath(cohort.id, round.id)} title={pick(round.title, locale)} mayVoid={mayTeach && roundAdmits(round.state, "void")} />
        ))}
      </ol>
      <ul className="mt-3 grid gap-1 border-t border-line pt-3 text-sm">
        {group.members.map((person) => {
          const roles = [...new Set(person.lacking.flatMap((one) => one.roles))];
          return (
            <li key={person.enrolmentId} className="flex flex-wrap items-center justify-between gap-x-3">
              <span className={person.here ? "" : "text-ink-soft line-through"}>{person.name}</span>
              <span className="text-ink-soft">{roles.length === 0 ? t("board.complete") : t("board.lacks", { roles: roles.map((role) => t(`role.${role}`)).join(t("and")) })}</span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function RoundLine({ round, to, title, mayVoid }: { round: BoardRound; to: string | null; title: string; mayVoid: boolean }) {
  const { t } = useTranslation("role-play");
  const name = t("board.round", { number: round.number, title });
  return (
    <li className="rounded-md bg-paper px-3 py-2">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        {to ? (
          <Link to={to} className="-my-1 inline-flex min-h-11 items-center underline underline-offset-4 hover:text-pine">
            {name}
          </Link>
        ) : (
          <span>{name}</span>
        )}
        <span className="flex gap-2">
          <RoundBadge state={round.state} />
          {round.state === "done" && <ResultBadge result={round.result} />}
          {round.state === "debrief" && round.turn && <Badge tone="mist">{t(`role.${round.turn}`)}</Badge>}
        </span>
      </div>
      <p className="text-sm text-ink-soft">{t("board.parts", { salesperson: round.salesperson, customer: round.customer, observers: round.observers.map((one) => one.name).join(t("and")) })}</p>
      {(round.state === "running" || round.state === "debrief") && (
        <p className="text-sm text-ink-soft tabular">{round.observers.map((one) => t(one.handedIn ? "board.handedIn" : "board.marked", { name: one.name, marked: one.marked, all: round.behaviours })).join(" · ")}</p>
      )}
      {mayVoid && <VoidRound roundId={round.id} number={round.number} held={isHeld(round.state)} />}
    </li>
  );
}

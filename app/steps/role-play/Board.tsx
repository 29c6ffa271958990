import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { ButtonLink, Callout, Card, Checkbox, ConfirmButton, EmptyState, SubmitButton } from "~/ui";
import type { Board as BoardData } from "./board.view.server";
import { BoardGroup } from "./BoardGroup";
import { rolePlaySessionPath } from "./paths";
import { sessionAdmits } from "./session";

export type BoardProps = BoardData & { mayTeach: boolean; locale: Locale };

/** The instructor's board: who is there, all groups side by side, and what to do next. */
export function Board(props: BoardProps) {
  const { session, groups, people, unplaced, gone, replays, mayTeach } = props;
  const { t } = useTranslation("role-play");
  const admits = (command: Parameters<typeof sessionAdmits>[1]): boolean => mayTeach && sessionAdmits(session.state, command);
  return (
    <div className="grid gap-6">
      {mayTeach && <Acts {...props} />}
      {admits("groups") && groups.length > 0 && unplaced + gone > 0 && (
        <Callout kind="now" title={t("board.changed")}>
          <p>{t("board.changedText", { unplaced, gone })}</p>
          <Form method="post">
            <SubmitButton name="intent" value="repair">
              {t("board.repair")}
            </SubmitButton>
          </Form>
        </Callout>
      )}
      {admits("groups") && replays && (
        <Callout kind="now" title={t("void.again")}>
          <p>{t("void.againText")}</p>
          <Form method="post">
            <SubmitButton name="intent" value="repair">
              {t("void.plan")}
            </SubmitButton>
          </Form>
        </Callout>
      )}
      {groups.length === 0 ? (
        <EmptyState level={2} title={t("board.noGroups")}>
          {t("board.noGroupsText")}
        </EmptyState>
      ) : (
        <ul className="grid items-start gap-4 md:grid-cols-2 xl:grid-cols-3" aria-label={t("board.groups")}>
          {groups.map((group) => (
            <BoardGroup key={group.id} group={group} {...props} />
          ))}
        </ul>
      )}
      <Card title={t("board.people")} aside={<span className="text-sm text-ink-soft tabular">{t("board.here", { here: people.filter((person) => person.here).length, all: people.length })}</span>}>
        <Form method="post">
          {people.map((person) => (
            <input key={person.enrolmentId} type="hidden" name="people" value={person.enrolmentId} />
          ))}
          <ul className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3" key={people.map((person) => `${person.enrolmentId}${person.here}`).join()}>
            {people.map((person) => (
              <li key={person.enrolmentId} className="border-b border-line py-1">
                <Checkbox name="here" value={person.enrolmentId} defaultChecked={person.here} disabled={!admits("presence")} label={person.groupNumber === null ? person.name : t("board.inGroup", { name: person.name, number: person.groupNumber })} />
              </li>
            ))}
          </ul>
          {admits("presence") && (
            <SubmitButton name="intent" value="presence" variant="secondary" className="mt-4">
              {t("board.savePresence")}
            </SubmitButton>
          )}
        </Form>
      </Card>
    </div>
  );
}

function Acts({ session, groups, people, cohort }: BoardProps) {
  const { t } = useTranslation("role-play");
  const here = people.filter((person) => person.here).length;
  const rounds = groups.flatMap((group) => group.rounds);
  const running = rounds.filter((round) => round.state === "running").length;
  const planned = rounds.filter((round) => round.state === "planned").length;
  const failed = people.filter((person) => person.groupNumber !== null && person.lacking.some((one) => one.failed)).length;
  const open = rounds.filter((round) => round.state === "running" || round.state === "debrief").length;
  const admits = (command: Parameters<typeof sessionAdmits>[1]): boolean => sessionAdmits(session.state, command);
  return (
    <Form method="post" className="flex flex-wrap items-start gap-3">
      {admits("rounds") && running > 0 && (
        <SubmitButton name="intent" value="stop-rounds">
          {t("act.stopAll", { count: running })}
        </SubmitButton>
      )}
      {admits("rounds") && planned > 0 && (
        <SubmitButton name="intent" value="start-rounds" variant={running > 0 ? "secondary" : "primary"}>
          {t("act.startAll")}
        </SubmitButton>
      )}
      {admits("start") && (
        <SubmitButton name="intent" value="start" variant={groups.length > 0 ? "primary" : "secondary"}>
          {t("act.start")}
        </SubmitButton>
      )}
      {admits("groups") && here >= 3 && (
        <SubmitButton name="intent" value="form" variant={groups.length === 0 ? "primary" : "secondary"}>
          {t(groups.length === 0 ? "act.form" : "act.reshuffle", { count: here })}
        </SubmitButton>
      )}
      {admits("rounds") && failed > 0 && (
        <SubmitButton name="intent" value="second-tries" variant="secondary">
          {t("act.secondTries", { count: failed })}
        </SubmitButton>
      )}
      {admits("change") && (
        <ButtonLink to={`${rolePlaySessionPath(cohort.id, session.id)}/edit`} variant="quiet">
          {t("act.change")}
        </ButtonLink>
      )}
      {admits("end") && (
        <ConfirmButton name="intent" value="end" variant="secondary" title={t("act.endTitle")} consequence={t("act.endText", { open, planned })} confirmLabel={t("act.end")}>
          {t("act.end")}
        </ConfirmButton>
      )}
      {admits("cancel") && (
        <ConfirmButton name="intent" value="cancel" title={t("act.cancelTitle")} consequence={t("act.cancelText", { count: cohort.learners })} confirmLabel={t("act.cancel")}>
          {t("act.cancel")}
        </ConfirmButton>
      )}
    </Form>
  );
}

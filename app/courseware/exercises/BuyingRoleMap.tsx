import CheckIcon from "lucide-react/icons/check";
import EyeIcon from "lucide-react/icons/eye";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDeviceState } from "../use-device-state";
import { type Answer, ExerciseFrame } from "./ExerciseFrame";
import { missingRoles, type OrgNode, type OrgPerson, orgTree } from "./org-chart";
import { answerOf, checkRoles, reviveRoles, type RoleAnswer, type RoleAnswers, scoreRoles, showAllRoles, toggleRole } from "./role-answers";
import { RolePanel } from "./RolePanel";

/** Find the buying roles on an organisation chart: choose a person, hear what they say, name their roles, check. */
export function BuyingRoleMap({ people, anchor }: { people: OrgPerson[]; anchor?: string }): ReactElement {
  const { t } = useTranslation("exercises");
  const [answers, setAnswers] = useDeviceState<RoleAnswers>(anchor ?? "buying-role-map", {}, (kept) => reviveRoles(kept, people));
  const [chosenId, setChosenId] = useState(people[0]?.id ?? "");
  const chosen = people.find((person) => person.id === chosenId);
  const score = scoreRoles(answers, people);
  const rolesText = (person: OrgPerson): string => person.roles.map((role) => t(`roles.${role}`)).join(t("separator")) || t("roles.none");
  const next = people.find((person) => answerOf(answers, person.id).done === null);
  const missing = missingRoles(people.map((person) => answerOf(answers, person.id).chosen));

  return (
    <ExerciseFrame
      anchor={anchor}
      title={t("roles.title")}
      instruction={t("roles.instruction")}
      score={score}
      answers={people.map((person): Answer => ({ id: person.id, item: t("roles.person", { name: person.name, title: person.title }), note: person.says, answer: rolesText(person), why: person.why }))}
      onAgain={() => {
        setAnswers({});
        setChosenId(people[0]?.id ?? "");
      }}
      onShowAll={() => setAnswers(showAllRoles(answers, people))}
    >
      <div role="group" aria-label={t("roles.chart")} className="org-root">
        {orgTree(people).map((node) => (
          <Branch key={node.person.id} node={node} answers={answers} chosenId={chosenId} onChoose={setChosenId} />
        ))}
      </div>
      {chosen !== undefined && (
        <RolePanel
          person={chosen}
          answer={answerOf(answers, chosen.id)}
          onToggle={(role) => setAnswers(toggleRole(answers, chosen.id, role))}
          onCheck={() => setAnswers(checkRoles(answers, chosen))}
          onNext={next === undefined || next.id === chosen.id ? null : () => setChosenId(next.id)}
        />
      )}
      {score.done === 0 && missing.length > 0 && missing.length < 4 && (
        <p className="mt-3 text-sm text-ink-soft">{t("roles.missing", { roles: missing.map((role) => t(`roles.${role}`)).join(t("separator")) })}</p>
      )}
    </ExerciseFrame>
  );
}

interface BranchProps {
  node: OrgNode;
  answers: RoleAnswers;
  chosenId: string;
  onChoose: (id: string) => void;
}

function Branch({ node, answers, chosenId, onChoose }: BranchProps): ReactElement {
  const { person, reports } = node;
  return (
    <div className="org-node">
      <PersonCard person={person} answer={answerOf(answers, person.id)} chosen={person.id === chosenId} onChoose={() => onChoose(person.id)} />
      {reports.length > 0 && (
        <div className="org-branch">
          {reports.map((report) => (
            <Branch key={report.person.id} node={report} answers={answers} chosenId={chosenId} onChoose={onChoose} />
          ))}
        </div>
      )}
    </div>
  );
}

function PersonCard({ person, answer, chosen, onChoose }: { person: OrgPerson; answer: RoleAnswer; chosen: boolean; onChoose: () => void }): ReactElement {
  const { t } = useTranslation("exercises");
  return (
    <button
      type="button"
      aria-pressed={chosen}
      onClick={onChoose}
      className="flex min-h-13 w-full max-w-96 flex-wrap items-center gap-x-2 gap-y-1 rounded-md border border-line-strong bg-paper px-3 py-1.5 text-left aria-pressed:border-pine aria-pressed:bg-pine-soft"
    >
      <span className="min-w-0 flex-1 basis-32 leading-snug">
        <span className="font-semibold">{person.name}</span> <span className="text-sm text-ink-soft">{person.title}</span>
      </span>
      <span className="flex flex-wrap items-center gap-1">
        {answer.chosen.map((role) => (
          <span key={role} className={`rounded-sm px-1.5 text-xs font-semibold ${answer.done === null ? "border border-dashed border-line-strong text-ink-soft" : "bg-pine text-on-pine"}`}>
            {t(`roles.${role}`)}
          </span>
        ))}
        {answer.done === "found" && <CheckIcon role="img" aria-label={t("state.found")} className="size-4 text-ok" />}
        {answer.done === "shown" && <EyeIcon role="img" aria-label={t("state.shown")} className="size-4 text-mist" />}
      </span>
    </button>
  );
}

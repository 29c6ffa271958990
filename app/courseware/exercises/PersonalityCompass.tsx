import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/Button";
import { useDeviceState } from "../use-device-state";
import { useHydrated } from "../use-hydrated";
import { type CompassAnswers, type CompassPerson, judge, moveTo, type PersonType, positionOf, reviveCompass, scoreCompass, showAllPeople, typeAt, typeOf } from "./compass";
import { AxisSlider, CompassPlane } from "./CompassPlane";
import { type Answer, ExerciseFrame } from "./ExerciseFrame";
import { Feedback } from "./Feedback";
import { useReveal } from "./use-reveal";

export interface Advice {
  title: string;
  do: string[];
  avoid: string[];
}

interface Props {
  people: CompassPerson[];
  advice: Record<PersonType, Advice>;
  anchor?: string;
}

/** Place a person in two dimensions by what they do in a scene; the advice follows the place. */
export function PersonalityCompass({ people, advice, anchor }: Props): ReactElement {
  const { t } = useTranslation("exercises");
  const hydrated = useHydrated();
  const [answers, setAnswers] = useDeviceState<CompassAnswers>(anchor ?? "personality-compass", {}, (kept) => reviveCompass(kept, people));
  const [chosenId, setChosenId] = useState(people[0]?.id ?? "");
  const verdict = useReveal();
  const scene = useReveal();
  const person = people.find((entry) => entry.id === chosenId);
  if (person === undefined) return <></>;
  const position = positionOf(answers, person.id);
  const type = typeAt(position);
  const next = people.find((entry) => entry.id !== person.id && positionOf(answers, entry.id).right !== true);
  const check = (): void => {
    setAnswers(judge(answers, person));
    verdict.show();
  };
  const goOn = (id: string): void => {
    setChosenId(id);
    scene.focus();
  };
  const move = (x: number, y: number): void => setAnswers(moveTo(answers, person.id, { x, y }));

  return (
    <ExerciseFrame
      anchor={anchor}
      title={t("compass.title")}
      instruction={t("compass.instruction")}
      score={scoreCompass(answers, people)}
      answers={people.map((entry): Answer => ({ id: entry.id, item: entry.name, note: entry.scene, answer: advice[typeOf(entry)].title, why: entry.why }))}
      onAgain={() => setAnswers({})}
      onShowAll={() => setAnswers(showAllPeople(answers, people))}
    >
      <div role="group" aria-label={t("compass.people")} className="flex flex-wrap gap-2">
        {people.map((entry) => (
          <button
            key={entry.id}
            type="button"
            aria-pressed={entry.id === person.id}
            onClick={() => setChosenId(entry.id)}
            className="min-h-11 rounded-md border border-line bg-paper px-3 text-sm aria-pressed:border-pine aria-pressed:bg-pine-soft aria-pressed:font-semibold"
          >
            {entry.name}
          </button>
        ))}
      </div>
      <div ref={scene.ref} tabIndex={-1} className="mt-3 scroll-mt-20 rounded-md border border-line-strong bg-paper p-3">
        {person.scene}
      </div>
      <CompassPlane people={people} answers={answers} chosenId={person.id} onMove={move} />
      <div className="mt-3 grid gap-3 sm:grid-cols-2">
        <AxisSlider label={t("compass.axisX")} low={t("compass.people_")} high={t("compass.task")} value={position.x} disabled={!hydrated} onChange={(x) => move(x, position.y)} />
        <AxisSlider label={t("compass.axisY")} low={t("compass.easygoing")} high={t("compass.forceful")} value={position.y} disabled={!hydrated} onChange={(y) => move(position.x, y)} />
      </div>
      {position.right === null && (
        <Button type="button" variant="primary" className="mt-3 w-full sm:w-auto" disabled={!hydrated || type === null} onClick={check}>
          {t("check")}
        </Button>
      )}
      <div ref={verdict.ref} aria-live="polite" className="mt-3 scroll-mb-4">
        {position.right === true && (
          <Feedback
            tone={position.shown ? "shown" : "right"}
            title={t(position.shown ? "itIs" : "right", { target: advice[typeOf(person)].title })}
            action={next === undefined ? undefined : { label: t("next"), onPress: () => goOn(next.id) }}
          >
            {person.why}
          </Feedback>
        )}
        {position.right === false && (
          <Feedback tone="wrong" title={t("compass.notYet")}>
            {t(hintFor(person, type))}
          </Feedback>
        )}
      </div>
      <AdvicePanel advice={type === null ? null : advice[type]} tentative={position.right !== true} name={person.name} />
    </ExerciseFrame>
  );
}

function hintFor(person: CompassPerson, type: PersonType | null): string {
  const taskWrong = type?.startsWith("task") !== person.task;
  const forceWrong = type?.endsWith("forceful") !== person.forceful;
  return taskWrong && forceWrong ? "compass.hintBoth" : taskWrong ? "compass.hintX" : "compass.hintY";
}

function AdvicePanel({ advice, tentative, name }: { advice: Advice | null; tentative: boolean; name: string }): ReactElement {
  const { t } = useTranslation("exercises");
  return (
    <div aria-live="polite" className="mt-4 border-t border-line pt-3">
      {advice === null ? (
        <p className="text-sm text-ink-soft">{t("compass.undecided")}</p>
      ) : (
        <>
          <p className="font-semibold">{t(tentative ? "compass.adviceIf" : "compass.advice", { type: advice.title, name })}</p>
          <div className="mt-2 grid gap-3 sm:grid-cols-2">
            <AdviceList title={t("compass.do")} items={advice.do} tone="text-ok" />
            <AdviceList title={t("compass.avoid")} items={advice.avoid} tone="text-danger" />
          </div>
        </>
      )}
    </div>
  );
}

function AdviceList({ title, items, tone }: { title: string; items: string[]; tone: string }): ReactElement {
  return (
    <div>
      <p className={`text-sm font-semibold ${tone}`}>{title}</p>
      <ul className="mt-1">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  );
}

import { type MouseEvent, type ReactElement, useId } from "react";
import { useTranslation } from "react-i18next";
import { type CompassAnswers, type CompassPerson, positionOf, REACH } from "./compass";

interface Props {
  people: readonly CompassPerson[];
  answers: CompassAnswers;
  chosenId: string;
  onMove: (x: number, y: number) => void;
}

/** The plane with everyone who was placed: a tap moves the chosen person there. The sliders beside do the same by keyboard. */
export function CompassPlane({ people, answers, chosenId, onMove }: Props): ReactElement {
  const { t } = useTranslation("exercises");
  const tap = (event: MouseEvent<HTMLDivElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const share = (at: number, from: number, size: number): number => ((at - from) / size) * 2 - 1;
    // A place on an axis decides nothing: a tap beside it counts for its side.
    const decided = (value: number): number => Math.round(value * REACH) || (value >= 0 ? 1 : -1);
    onMove(decided(share(event.clientX, box.left, box.width)), decided(-share(event.clientY, box.top, box.height)));
  };
  const placed = people.filter((person) => person.id === chosenId || person.id in answers);
  return (
    <div className="mt-3">
      <AxisEnd>{t("compass.forceful")}</AxisEnd>
      <div className="grid grid-cols-[1.5rem_1fr_1.5rem] items-center gap-1">
        <AxisEnd vertical>{t("compass.people_")}</AxisEnd>
        {/* The sliders are the accessible way; this is the quick one. */}
        {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
        <div onClick={tap} className="relative aspect-4/3 cursor-crosshair touch-manipulation rounded-md border border-line-strong bg-paper sm:aspect-2/1">
          <div aria-hidden className="absolute inset-y-0 left-1/2 w-px bg-line-strong" />
          <div aria-hidden className="absolute inset-x-0 top-1/2 h-px bg-line-strong" />
          {placed.map((person) => {
            const { x, y, right } = positionOf(answers, person.id);
            return (
              <span
                key={person.id}
                aria-hidden
                style={{ left: `${50 + (x / REACH) * 40}%`, top: `${50 - (y / REACH) * 40}%` }}
                className={`pointer-events-none absolute -translate-x-1/2 -translate-y-1/2 rounded-full border px-2 text-xs font-semibold whitespace-nowrap transition-[left,top] duration-200 ${person.id === chosenId ? "z-10 border-pine bg-pine text-on-pine" : "border-line-strong bg-surface"} ${right === true ? "outline-2 outline-offset-1 outline-ok" : ""}`}
              >
                {person.name}
              </span>
            );
          })}
        </div>
        <AxisEnd vertical>{t("compass.task")}</AxisEnd>
      </div>
      <AxisEnd>{t("compass.easygoing")}</AxisEnd>
    </div>
  );
}

function AxisEnd({ children, vertical = false }: { children: string; vertical?: boolean }): ReactElement {
  return (
    <div aria-hidden className={`text-center text-xs text-ink-soft ${vertical ? "justify-self-center [writing-mode:vertical-rl]" : ""}`}>
      {children}
    </div>
  );
}

interface SliderProps {
  label: string;
  low: string;
  high: string;
  value: number;
  disabled: boolean;
  onChange: (value: number) => void;
}

/** One dimension: seven places from one end to the other. */
export function AxisSlider({ label, low, high, value, disabled, onChange }: SliderProps): ReactElement {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      <input
        id={id}
        type="range"
        min={-REACH}
        max={REACH}
        step={1}
        value={value}
        disabled={disabled}
        aria-valuetext={value === 0 ? "0" : `${value > 0 ? high : low} ${Math.abs(value)}`}
        onChange={(event) => onChange(Number(event.target.value))}
        className="h-11 w-full accent-pine"
      />
      <div aria-hidden className="-mt-2 flex justify-between text-xs text-ink-soft">
        <span>{low}</span>
        <span>{high}</span>
      </div>
    </div>
  );
}

import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { roadProfile } from "~/ui/road-profile";
import { shortDay } from "./format";
import { Gap } from "./Marks";
import { PictureFrame } from "./PictureFrame";
import { labelOf, optionLabel, textOf } from "./reading";
import { campsReached, type RoadbookCamp, roadbookCamps } from "./roadbook-camps";
import { SvgLines } from "./SvgLines";
import type { PictureProps } from "./types";

const HEIGHT = 150;
const COLUMN = 60;

/** Reached: full; on the way: a ring with a dot; ahead: a ring; turned back: an arrow that returns. */
function Camp({ camp, x, y }: { camp: RoadbookCamp; x: number; y: number }): ReactElement {
  const { state, late } = camp;
  return (
    <g>
      <circle cx={x} cy={y} r="9" className={state === "done" ? "fill-pine stroke-pine" : late ? "fill-signal-soft stroke-signal" : state === "climbing" ? "fill-surface stroke-pine" : "fill-surface stroke-line-strong"} strokeWidth={state === "climbing" || late ? 2.4 : 1.6} />
      {state === "done" && <path d={`M${x - 4} ${y} l3 3.5 l5.5 -7`} fill="none" className="stroke-on-pine" strokeWidth="2" />}
      {state === "climbing" && !late && <circle cx={x} cy={y} r="3.5" className="fill-pine" />}
      {late && (
        <text x={x} y={y + 5} textAnchor="middle" fontSize="13" fontWeight="700" className="fill-signal">
          !
        </text>
      )}
      {state === "turned" && <TurnBack x={x} y={y} />}
    </g>
  );
}

/** An arrow that comes back. */
function TurnBack({ x, y, className = "stroke-ink" }: { x: number; y: number; className?: string }): ReactElement {
  return <path d={`M${x + 4} ${y + 4} v-4 a3.5 3.5 0 0 0 -3.5 -3.5 h-5 m3.5 -3.2 l-3.5 3.2 l3.5 3.2`} fill="none" className={className} strokeWidth="1.6" />;
}

/** The deal as a climb: camps with deadlines and turn-back rules up to the summit. */
export function RoadbookProfile({ definition, content, evaluation, locale }: PictureProps): ReactElement {
  const { t } = useTranslation("sheet-pictures");
  const camps = roadbookCamps(definition, content, evaluation, locale);
  const profile = roadProfile(camps.length + 1, (camps.length + 1) * COLUMN, HEIGHT, 0.2);
  const summit = profile.camps.at(-1);
  const reached = campsReached(camps);
  const closeOn = textOf(content.fields.close_on);
  const noDeadline = camps.filter((camp) => camp.deadline === "").map((camp) => camp.label);
  const noRule = camps.filter((camp) => !camp.canTurnBack).map((camp) => camp.label);
  const late = camps.filter((camp) => camp.late).map((camp) => camp.label);
  const list = (names: readonly string[]): string => names.join(locale === "zh" ? "、" : ", ");
  const empty = noDeadline.length === camps.length;
  const notes = empty ? [t("roadbookProfile.empty")] : [...(late.length > 0 ? [t("roadbookProfile.late", { camps: list(late) })] : []), ...(noDeadline.length > 0 ? [t("roadbookProfile.noDeadline", { camps: list(noDeadline) })] : []), ...(noRule.length > 0 ? [t("roadbookProfile.noRule", { camps: list(noRule) })] : [])];
  const column = (id: string): string => labelOf(definition, "stages", id, locale);
  return (
    <PictureFrame
      title={t("roadbookProfile.title")}
      height={HEIGHT + 96}
      notes={notes}
      table={{
        head: [t("roadbookProfile.camp"), column("state"), column("deadline"), column("reached"), column("turn_back"), t("roadbookProfile.actions")],
        rows: [...camps.map((camp) => [camp.label, optionLabel(definition, "stages", "state", camp.state, locale), camp.deadline, camp.reached, camp.turnBack, `${camp.done}/${camp.actions}`]), [labelOf(definition, null, "summit", locale), "", closeOn, textOf(content.fields.summit), "", ""]],
        numbers: [5],
      }}
    >
      <path d={profile.far} fill="none" className="stroke-contour" strokeWidth="1" />
      <path d={profile.ground} className="fill-paper-deep" />
      {profile.contours.map((contour) => (
        <path key={contour} d={contour} fill="none" className="stroke-contour" strokeWidth="1" />
      ))}
      {profile.camps.map((camp) => (
        <path key={camp.x} d={`M${camp.x} ${camp.y}V${HEIGHT}`} className="stroke-line-strong" strokeWidth="1" strokeDasharray="1 4" />
      ))}
      <path d={profile.ridge} fill="none" className="stroke-ink" strokeWidth="1.3" />
      {reached > 0 && <path d={profile.until(reached - 1)} fill="none" className="stroke-pine" strokeWidth="3.2" />}
      {summit && <path d={`M${summit.x} ${summit.y}v-20l14 5l-14 5`} className={reached === camps.length ? "fill-pine stroke-pine" : "fill-surface stroke-ink"} strokeWidth="1.4" />}
      {camps.map((camp, at) => {
        const point = profile.camps[at];
        return point && <Camp key={camp.id} camp={camp} x={point.x} y={point.y} />;
      })}
      {camps.map((camp, at) => {
        const x = COLUMN * (at + 0.5);
        return (
          <g key={camp.id}>
            {camp.deadline === "" ? <Gap x={x} y={HEIGHT + 14} calm={empty} /> : <SvgLines x={x} y={HEIGHT + 18} text={shortDay(camp.deadline, locale)} width={COLUMN} size={10.5} anchor="middle" className={camp.late ? "fill-signal" : "fill-ink"} />}
            <SvgLines x={x} y={HEIGHT + 36} text={camp.label} width={COLUMN - 4} size={11} maxLines={2} leading={13} anchor="middle" className="fill-ink-soft" />
            {camp.canTurnBack ? <TurnBack x={x - 11} y={HEIGHT + 70} className="stroke-pine" /> : <Gap x={x - 11} y={HEIGHT + 70} r={7} calm={empty} />}
            <text x={x + 14} y={HEIGHT + 74} textAnchor="middle" fontSize="11.5" className={camp.actions === 0 && !empty ? "fill-signal" : "fill-ink-soft"}>
              {camp.done}/{camp.actions}
            </text>
          </g>
        );
      })}
      <SvgLines x={COLUMN * (camps.length + 0.5)} y={HEIGHT + 18} text={closeOn ? shortDay(closeOn, locale) : "?"} width={COLUMN + 4} size={10.5} anchor="middle" weight={700} className={closeOn ? "fill-pine" : empty ? "fill-ink-faint" : "fill-signal"} />
      <SvgLines x={COLUMN * (camps.length + 0.5)} y={HEIGHT + 36} text={t("roadbookProfile.summit")} width={COLUMN - 4} size={11} anchor="middle" className="fill-ink-soft" />
      <TurnBack x={10} y={HEIGHT + 89} className="stroke-pine" />
      <SvgLines x={20} y={HEIGHT + 93} text={t("roadbookProfile.legend")} width={330} size={11} className="fill-ink-faint" />
    </PictureFrame>
  );
}

import { useTranslation } from "react-i18next";
import { pick } from "~/i18n/pick";
import { Select } from "~/ui";
import type { CellAddress, CellValue, Quantity } from "../content";
import { parseAddress } from "../content";
import type { CellDefinition } from "../definition";
import { unitText } from "../engine/unit-text";
import { LONG_TEXT_CHARS, TEXT_CHARS } from "../limits";
import { type CellIo, keptText, readText, shownNumber, typedText } from "./cell-io";
import { ChoiceCards } from "./ChoiceCards";
import { useDesk } from "./desk";
import { DraftText } from "./DraftText";
import { cellName, unitName } from "./form-names";
import { LiveText } from "./LiveText";
import { offerOf, toggled } from "./suggest";

export interface FormControlProps {
  id: string;
  cell: CellDefinition;
  address: CellAddress;
  value: CellValue | undefined;
  inline: boolean;
  describedBy: string | undefined;
  invalid: boolean;
}

/** More than these are chosen from a list that opens. */
const MOST_IN_VIEW = 6;

/** What a cell is filled in with, by its type. */
export function FormControl({ id, cell, address, value, inline, describedBy, invalid }: FormControlProps) {
  const { t } = useTranslation("sheets");
  const desk = useDesk();
  const { io, acts, screen, content } = desk;
  const write = (next: CellValue | null): void => acts.write([[address, next]]);
  const onFocus = (): void => acts.enter(address);
  const name = cellName(address);
  const shared = { id, name, disabled: false, describedBy, invalid, required: cell.required, onFocus };
  const label = pick(cell.label, io.locale);
  const offer = offerOf(cell, value, { definition: screen.definition, content, locale: io.locale, people: screen.people, references: screen.references });
  const keep = (text: string): void => {
    const read = readText(cell, text, io);
    const kept = "problem" in read ? keptText(cell, text) : read.value;
    if ("problem" in read && kept === null) acts.refuse([[address, { text, problem: read.problem }]]);
    else write(kept);
  };
  const typed = (text: string): void => {
    const read = readText(cell, text, io);
    if (!("problem" in read)) write(read.value);
  };

  switch (cell.type) {
    case "text":
    case "long-text":
      return (
        <LiveText
          {...shared}
          value={typeof value === "string" ? value : ""}
          now={() => textNow(desk, address)}
          onWrite={(text) => write(text === "" ? null : text)}
          lines={cell.type === "long-text"}
          maxLength={cell.maxChars ?? (cell.type === "text" ? TEXT_CHARS : LONG_TEXT_CHARS)}
        />
      );
    case "number":
    case "money":
    case "percent":
      return Array.isArray(cell.unit) ? (
        <QuantityControl {...shared} cell={cell} units={cell.unit} value={value} onWrite={write} unitLabel={t("cell.unit", { label })} unitField={unitName(address)} />
      ) : (
        <DraftText {...shared} type="text" text={typedText(cell, value, io)} inputMode="decimal" numeric idle={shownNumber(cell, value, io)} suffix={suffixOf(cell, io)} onTyped={typed} onLeft={keep} />
      );
    case "date": {
      const text = typedText(cell, value, io);
      return <DraftText {...shared} type={text === "" || /^\d{4}-\d{2}-\d{2}$/.test(text) ? "date" : "text"} text={text} onTyped={typed} onLeft={keep} />;
    }
    case "person":
    case "member":
      return (
        <>
          <DraftText {...shared} type="text" text={typedText(cell, value, io)} list={`${id}-list`} onTyped={typed} onLeft={keep} />
          <datalist id={`${id}-list`}>
            {offer.suggestions.map((one) => (
              <option key={one.key} value={one.label} />
            ))}
          </datalist>
        </>
      );
    case "check":
      return <ChoiceCards {...shared} label={label} several suggestions={[{ key: "on", label: t("cell.tick"), value: true, chosen: value === true }]} onTake={() => write(value === true ? null : true)} />;
    case "rating":
    case "choice":
    case "choices":
    case "reference":
      if (offer.suggestions.length > MOST_IN_VIEW && !offer.several && cell.type !== "rating") {
        return (
          <Select
            id={id}
            name={name}
            label={label}
            hideLabel
            placeholder={t("cell.none")}
            value={offer.suggestions.find(({ chosen }) => chosen)?.key ?? ""}
            onFocus={onFocus}
            onChange={(event) => write(offer.suggestions.find(({ key }) => key === event.target.value)?.value ?? null)}
            options={offer.suggestions.map(({ key, label: text, hint }) => ({ value: key, label: hint && cell.type === "reference" ? `${text} · ${hint}` : text }))}
          />
        );
      }
      return (
        <ChoiceCards
          {...shared}
          label={label}
          several={offer.several}
          inline={inline || cell.type === "rating"}
          suggestions={offer.suggestions}
          onTake={(key) => write(offer.several && key !== null ? toggled(cell, value, key) : (offer.suggestions.find((one) => one.key === key)?.value ?? null))}
        />
      );
  }
}

function suffixOf({ type, unit }: CellDefinition, { locale, currency }: CellIo): string | undefined {
  if (type === "percent") return "%";
  if (type === "money") return unitText("CNY", locale, currency);
  return typeof unit === "string" ? unitText(unit, locale, currency) || undefined : undefined;
}

/** The text of a cell at this moment. */
function textNow({ store, content }: ReturnType<typeof useDesk>, address: CellAddress): string {
  const { fields, tables } = store?.content() ?? content;
  const parts = parseAddress(address);
  if (!parts) return "";
  const value = "field" in parts ? fields[parts.field] : tables[parts.table]?.find(({ id }) => id === parts.row)?.cells[parts.column];
  return typeof value === "string" ? value : "";
}

interface QuantityControlProps {
  id: string;
  name: string;
  disabled: boolean;
  describedBy: string | undefined;
  invalid: boolean;
  required: boolean | undefined;
  onFocus: () => void;
  cell: CellDefinition;
  units: readonly string[];
  value: CellValue | undefined;
  unitLabel: string;
  unitField: string;
  onWrite: (value: Quantity | null) => void;
}

/** A number and the unit that it is in. */
function QuantityControl({ cell, units, value, unitLabel, unitField, onWrite, ...rest }: QuantityControlProps) {
  const { io } = useDesk();
  const now = typeof value === "object" && !Array.isArray(value) && "unit" in value ? value : null;
  const unit = now?.unit ?? units[0] ?? "";
  const write = (text: string): void => {
    const read = readText({ ...cell, unit }, text, io);
    onWrite(text.trim() === "" ? null : { value: "problem" in read || typeof read.value !== "string" ? text.trim() : read.value, unit });
  };
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_minmax(6rem,auto)] gap-2">
      <DraftText {...rest} type="text" text={now?.value ?? ""} idle={now ? shownNumber({ ...cell, unit }, now.value, io) : ""} inputMode="decimal" numeric onTyped={write} onLeft={write} />
      <Select name={unitField} label={unitLabel} hideLabel value={unit} disabled={rest.disabled} onChange={(event) => now && onWrite({ ...now, unit: event.target.value })} options={units.map((one) => ({ value: one, label: unitText(one, io.locale, io.currency) || one }))} />
    </span>
  );
}

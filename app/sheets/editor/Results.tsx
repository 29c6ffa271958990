import { pick } from "~/i18n/pick";
import type { FieldDefinition } from "../definition";
import { CellNotes } from "./CellNotes";
import { shownText } from "./cell-io";
import { useDesk } from "./desk";
import { fieldGroups, splitComputed } from "./looks";

/** What a calculator comes to: its computed fields, the figures large. */
export function Results() {
  const { screen, io } = useDesk();
  const groups = fieldGroups(screen.definition)
    .map((group) => ({ ...group, fields: splitComputed(group.fields).computed }))
    .filter(({ fields }) => fields.length > 0);
  if (groups.length === 0) return null;
  return (
    <div className="grid gap-5">
      {groups.map(({ id, fields }) => {
        const title = screen.definition.groups?.find((group) => group.id === id)?.title;
        return (
          <section key={id ?? ""}>
            {title && <h3 className="mb-1 text-sm text-ink-soft">{pick(title, io.locale)}</h3>}
            <dl className="divide-y divide-line border-y border-line">
              {fields.map((field) => (
                <Figure key={field.id} field={field} />
              ))}
            </dl>
          </section>
        );
      })}
    </div>
  );
}

function Figure({ field }: { field: FieldDefinition }) {
  const { evaluation, marks, io } = useDesk();
  const computed = evaluation.computed[field.id];
  return (
    <div data-cell={field.id} className="sheet-field scroll-mt-24 py-2.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <dt className="text-sm text-ink-soft">{pick(field.label, io.locale)}</dt>
        <dd className="ms-auto text-xl font-semibold text-pine-deep tabular">{computed ? shownText(field, computed, io) : "–"}</dd>
      </div>
      <CellNotes marks={marks.at(field.id)} locale={io.locale} />
    </div>
  );
}

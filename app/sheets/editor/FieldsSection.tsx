import clsx from "clsx";
import { pick } from "~/i18n/pick";
import { useDesk } from "./desk";
import { FormCell } from "./FormCell";
import { type FieldGroup, fieldGroups, splitComputed } from "./looks";
import { PlainForm } from "./PlainForm";

/** The single cells of a sheet, by their groups. What is computed of them stands with the results where there are any. */
export function FieldsSection({ results }: { /** Computed fields are shown apart. */ results: boolean }) {
  const { screen } = useDesk();
  const { definition } = screen;
  const groups = fieldGroups(definition)
    .map((group) => ({ ...group, fields: results ? splitComputed(group.fields).typed : group.fields }))
    .filter(({ fields }) => fields.length > 0);
  if (groups.length === 0) return null;
  return (
    <PlainForm scope="fields">
      <div className="grid gap-6">
        {groups.map((group) => (
          <Group key={group.id ?? ""} group={group} />
        ))}
      </div>
    </PlainForm>
  );
}

function Group({ group }: { group: FieldGroup }) {
  const { screen, content, io } = useDesk();
  const title = screen.definition.groups?.find(({ id }) => id === group.id)?.title;
  return (
    <section className="min-w-0">
      {title && <h2 className="mb-3 text-lg">{pick(title, io.locale)}</h2>}
      <div className="sheet-fields">
        {group.fields.map((field) => (
          <FormCell key={field.id} cell={field} address={field.id} value={content.fields[field.id]} className={clsx(isBroad(field.type, field.options?.length) && "sheet-broad")} />
        ))}
      </div>
    </section>
  );
}

/** What needs a line of its own. */
function isBroad(type: string, options = 0): boolean {
  return type === "long-text" || (type === "choices" && options > 3) || (type === "choice" && options > 3 && options <= 6);
}

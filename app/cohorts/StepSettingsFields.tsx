import { useTranslation } from "react-i18next";
import { wallClock } from "~/i18n/dates";
import { DEFAULT_GATES, EXPLANATION_POLICIES, type Step } from "~/pipeline";
import { Disclosure, Checkbox, FieldGrid, Select, TextField } from "~/ui";
import type { StepSettings } from "./calendar-change";
import { GATE_FIELDS, type GateField, gateName, gateText, settingName } from "./gate-fields";

export interface StepSettingsFieldsProps {
  step: Step;
  settings: StepSettings;
  timeZone: string;
  /** One of its gate's fields has an error: then the gate stands open. */
  gateOpen: boolean;
}

/** One step of a chapter's calendar: whether it is on the road, from when and until when, and what its gate asks for. */
export function StepSettingsFields({ step, settings, timeZone, gateOpen }: StepSettingsFieldsProps) {
  const { t } = useTranslation("cohorts");
  const local = (at: Date | null) => (at ? wallClock(at, timeZone).slice(0, 16) : "");
  const fields: readonly GateField[] = GATE_FIELDS[step];
  const own = fields.filter((field) => gateText(field, valueOf(settings.gate, field)) !== gateText(field, valueOf(DEFAULT_GATES[step], field)));
  return (
    <fieldset className="rounded-lg border border-line bg-surface px-4 pb-4 sm:px-5">
      <legend className="sr-only">{t(`road:step.${step}`)}</legend>
      <div className="grid gap-x-8 lg:grid-cols-[14rem_minmax(0,1fr)]">
        <Checkbox label={<span className="font-semibold">{t(`road:step.${step}`)}</span>} hint={t("calendar.includedHint")} name={settingName(step, "included")} defaultChecked={settings.included} className="pt-3" />
        <div className="min-w-0 pt-3">
          <FieldGrid>
            <TextField type="datetime-local" label={t("calendar.opens")} hint={t("calendar.opensHint")} name={settingName(step, "opens")} defaultValue={local(settings.opensAt)} inputClassName="tabular" />
            <TextField type="datetime-local" label={t("calendar.due")} hint={t("calendar.dueHint")} name={settingName(step, "due")} defaultValue={local(settings.dueAt)} inputClassName="tabular" />
          </FieldGrid>
          <Disclosure
            open={gateOpen}
            summaryClass="text-sm"
            summary={
              <>
                {t("calendar.gate")} <span className="text-ink-soft">{own.length === 0 ? t("calendar.gateDefault") : t("calendar.gateOwn", { count: own.length })}</span>
              </>
            }
          >
            <div className="pt-1">
              <div className="flex flex-wrap gap-x-8">
                {fields.filter((field) => field.kind === "yes").map((field) => (
                  <GateInput key={field.name} step={step} field={field} value={valueOf(settings.gate, field)} standard={valueOf(DEFAULT_GATES[step], field)} />
                ))}
              </div>
              <FieldGrid>
                {fields.filter((field) => field.kind !== "yes").map((field) => (
                  <GateInput key={field.name} step={step} field={field} value={valueOf(settings.gate, field)} standard={valueOf(DEFAULT_GATES[step], field)} />
                ))}
              </FieldGrid>
            </div>
          </Disclosure>
        </div>
      </div>
    </fieldset>
  );
}

function GateInput({ step, field, value, standard }: { step: Step; field: GateField; value: unknown; standard: unknown }) {
  const { t } = useTranslation("cohorts");
  const name = gateName(step, field.name);
  const label = t(`gate.${step}.${field.name}`, { defaultValue: t(`gate.${field.name}`) });
  const shown = gateText(field, standard);
  if (field.kind === "yes") return <Checkbox label={label} hint={t("calendar.standard", { value: t(shown ? "calendar.yes" : "calendar.no") })} name={name} defaultChecked={value === true} />;
  if (field.kind === "policy") {
    return <Select label={label} hint={t("calendar.standard", { value: t(`gate.policy.${shown}`) })} name={name} defaultValue={String(value)} options={EXPLANATION_POLICIES.map((policy) => ({ value: policy, label: t(`gate.policy.${policy}`) }))} required />;
  }
  const unit = field.kind === "percent" ? "percent" : field.kind === "number" ? field.unit : null;
  const hint = t("calendar.standard", { value: shown === "" ? t("gate.chapterOwn") : shown });
  return (
    <TextField
      label={label}
      hint={hint}
      name={name}
      defaultValue={gateText(field, value)}
      type={field.kind === "days-list" ? "text" : "number"}
      {...(field.kind === "days-list" ? {} : { min: field.min, max: field.max, step: field.kind === "percent" ? 0.1 : 1 })}
      required={!(field.kind === "number" && field.optional)}
      suffix={unit && t(`gate.unit.${unit}`)}
    />
  );
}

function valueOf(gate: object, field: GateField): unknown {
  return (gate as Record<string, unknown>)[field.name];
}

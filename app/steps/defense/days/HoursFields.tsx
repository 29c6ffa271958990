import { useTranslation } from "react-i18next";
import { RadioGroup, TextField } from "~/ui";
import type { Period } from "./day";
import { clockTimes, MOST_STRETCHES } from "./hours";

/** When somebody is free on a day: all of it, or stretches by the clock of `timeZone`. */
export function HoursFields({ free, timeZone, label }: { free: readonly Period[] | null; timeZone: string; label: string }) {
  const { t } = useTranslation("defense-days");
  return (
    <div className="group/hours grid gap-4">
      <RadioGroup
        label={label}
        name="free"
        layout="row"
        required
        defaultValue={free === null ? "all" : "some"}
        options={[
          { value: "all", label: t("availability.all") },
          { value: "some", label: t("availability.some") },
        ]}
      />
      {Array.from({ length: MOST_STRETCHES }, (_, at) => {
        const period = free?.[at];
        const clock = period ? clockTimes(period, timeZone) : { from: "", to: "" };
        return (
          <div key={at} className="grid max-w-md grid-cols-2 gap-3 group-has-[input[value=all]:checked]/hours:hidden">
            <TextField label={t("availability.from", { number: at + 1 })} name={`from${at}`} type="time" defaultValue={clock.from} />
            <TextField label={t("availability.to")} name={`to${at}`} type="time" defaultValue={clock.to} />
          </div>
        );
      })}
    </div>
  );
}

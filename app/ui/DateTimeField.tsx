import { useTranslation } from "react-i18next";
import { zoneName } from "~/i18n/dates";
import { TextField, type TextFieldProps } from "./TextField";

export type DateTimeFieldProps = Omit<TextFieldProps, "type" | "suffix"> & {
  /** The zone the typed time is meant in, e.g. `Asia/Shanghai`; said beside the hint. */
  timeZone: string;
  /** A day without a time. */
  dateOnly?: boolean;
};

/** A moment, by the platform's own picker. The value is local to `timeZone` (`2026-12-05T09:30`); the server turns it into an instant. */
export function DateTimeField({ timeZone, dateOnly = false, hint, ...props }: DateTimeFieldProps) {
  const { t, i18n } = useTranslation("ui");
  const zone = t("field.timeZone", { zone: zoneName(timeZone, i18n.language === "en" ? "en" : "zh") });
  return (
    <TextField
      {...props}
      type={dateOnly ? "date" : "datetime-local"}
      hint={
        <>
          {hint} {zone}
        </>
      }
      inputClassName="tabular sm:max-w-64"
    />
  );
}

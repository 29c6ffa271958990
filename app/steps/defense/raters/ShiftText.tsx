import { useTranslation } from "react-i18next";
import { decimal } from "./figures";

/** A mean distance from agreed scores in words; below a hundredth of a level it is none. */
export function useShift(): (shift: number) => string {
  const { t } = useTranslation("raters");
  return (shift) => {
    const value = decimal(Math.abs(shift));
    if (Math.abs(shift) < 0.005) return t("shift.none");
    return shift > 0 ? t("shift.lenient", { value }) : t("shift.severe", { value });
  };
}

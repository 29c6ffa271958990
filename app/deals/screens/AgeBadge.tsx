import Clock from "lucide-react/icons/clock";
import { useTranslation } from "react-i18next";
import { Badge } from "~/ui";

/** How long a deal has been in its stage, against the stage's deadline: in words and figures, not by colour alone. */
export function AgeBadge({ age, limit, late }: { age: number; limit: number | null; late: boolean }) {
  const { t } = useTranslation("deals");
  if (limit === null) return null;
  return (
    <Badge tone={late ? "danger" : "neutral"} icon={<Clock aria-hidden />}>
      {late ? t("age.late", { count: age - limit, age, limit }) : t("age.inTime", { count: age, limit })}
    </Badge>
  );
}

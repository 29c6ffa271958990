import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { pick } from "~/i18n/pick";
import type { Evaluation } from "../../evaluation";
import { exampleContent } from "../../example-content";
import { SheetRecord } from "../../SheetRecord";
import { useDesk } from "../desk";

/** How it could look: the sheet as the demo company filled it in. To be read, not to be copied. */
export function ExampleTab() {
  const { t } = useTranslation("sheets");
  const { screen, io } = useDesk();
  const { definition } = screen;
  const content = useMemo(() => exampleContent(definition, io.locale, io.today), [definition, io.locale, io.today]);
  const [evaluation, setEvaluation] = useState<Evaluation | null>(null);
  useEffect(() => {
    let gone = false;
    void import("../../evaluate").then(({ evaluate }) => {
      if (!gone) setEvaluation(evaluate(definition, content, { locale: io.locale, today: io.today, currency: io.currency }));
    });
    return () => {
      gone = true;
    };
  }, [definition, content, io]);
  return (
    <div className="grid gap-4">
      <div>
        <h2 className="text-base">{pick(definition.example.title, io.locale)}</h2>
        <p className="text-sm text-ink-soft">{t("example.explain")}</p>
      </div>
      <SheetRecord definition={definition} content={content} computed={evaluation?.computed ?? {}} io={io} />
    </div>
  );
}

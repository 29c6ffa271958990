import { useTranslation } from "react-i18next";
import { MARKS } from "./scenario";
import type { ShownBehaviour } from "./shown";

/** Behaviours with what counts as what, to be read before or after. */
export function Checklist({ checklist }: { checklist: readonly ShownBehaviour[] }) {
  return (
    <ol className="grid gap-3">
      {checklist.map((behaviour) => (
        <li key={behaviour.id} className="border-b border-line pb-3 last:border-b-0">
          <p className="font-semibold">{behaviour.text}</p>
          <Anchors behaviour={behaviour} />
        </li>
      ))}
    </ol>
  );
}

/** What counts as shown, partly, not shown. */
export function Anchors({ behaviour }: { behaviour: ShownBehaviour }) {
  const { t } = useTranslation("role-play");
  return (
    <dl className="mt-1 grid gap-0.5 text-sm text-ink-soft">
      {MARKS.map((mark) => (
        <div key={mark} className="flex gap-2">
          <dt className="w-16 shrink-0 font-semibold">{t(`mark.${mark}`)}</dt>
          <dd>{behaviour.anchors[mark]}</dd>
        </div>
      ))}
    </dl>
  );
}

import Flag from "lucide-react/icons/flag";
import { useTranslation } from "react-i18next";
import { Callout } from "~/ui";
import { Navigator } from "./Navigator";
import type { PlaceState } from "./paper-state";

/** All questions at a look: what is answered, what is open, what was flagged. Without JavaScript it is where one hands in. */
export function Overview({ places, form }: { places: readonly PlaceState[]; form: string }) {
  const { t } = useTranslation("quiz");
  const open = places.filter(({ answered }) => !answered);
  const flagged = places.filter((place) => place.flagged);
  return (
    <section aria-labelledby="overview">
      <h2 id="overview" tabIndex={-1} className="mb-1 text-xl">
        {t("paper.overview")}
      </h2>
      <p className="mb-5 text-ink-soft tabular">{t("paper.progress", { done: places.length - open.length, count: places.length })}</p>
      <Navigator places={places} at="review" form={form} />
      <ul className="mt-4 flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-soft">
        <li className="flex items-center gap-2">
          <span aria-hidden className="size-4 rounded-sm bg-pine" />
          {t("paper.answered")}
        </li>
        <li className="flex items-center gap-2">
          <span aria-hidden className="size-4 rounded-sm border border-dashed border-line-strong" />
          {t("paper.unanswered")}
        </li>
        <li className="flex items-center gap-2">
          <Flag aria-hidden className="size-4 fill-signal-soft stroke-signal" />
          {t("paper.flagged")}
        </li>
      </ul>
      <div className="mt-6">
        <Unfinished open={open} flagged={flagged} />
      </div>
    </section>
  );
}

/** Names what is not answered, and what was flagged. */
export function Unfinished({ open, flagged }: { open: readonly PlaceState[]; flagged: readonly PlaceState[] }) {
  const { t } = useTranslation("quiz");
  const list = (places: readonly PlaceState[]): string => places.map(({ position }) => position).join(t("paper.comma"));
  if (open.length === 0 && flagged.length === 0) return <p>{t("handIn.allDone")}</p>;
  return (
    <Callout kind={open.length > 0 ? "now" : "note"} title={open.length > 0 ? t("handIn.open", { count: open.length }) : t("handIn.flagged", { count: flagged.length })}>
      {open.length > 0 && <p className="tabular">{t("handIn.openList", { list: list(open) })}</p>}
      {flagged.length > 0 && <p className="tabular">{t("handIn.flaggedList", { list: list(flagged) })}</p>}
    </Callout>
  );
}

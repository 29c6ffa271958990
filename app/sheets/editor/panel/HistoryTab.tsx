import { Link, useFetcher } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui";
import type { HistoryPage } from "../../history-page";
import { sheetHistoryPath } from "../../paths";
import { useDesk } from "../desk";
import { groupHistory } from "../history-groups";
import { usePlaceName } from "../use-place-name";
import type { PanelPlace } from "../use-panel";
import { Contributions } from "./Contributions";
import { Provenance } from "./Provenance";
import { DoingItem } from "./DoingItem";

/** Who contributed what, where the sheet comes from, and everything that ever happened to it or to one cell. */
export function HistoryTab({ panel }: { panel: PanelPlace }) {
  const { t } = useTranslation("sheets");
  const { screen, at, status } = useDesk();
  const placeName = usePlaceName();
  const { about } = panel;
  const fetcher = useFetcher<HistoryPage>();
  const [pages, setPages] = useState<HistoryPage[]>(screen.history ? [screen.history] : []);
  const { load, data } = fetcher;
  // Read anew for another place, and whenever something was stored meanwhile.
  const settled = status !== "saving";
  useEffect(() => {
    if (settled) load(sheetHistoryPath(screen.id, about === null ? {} : { about }));
  }, [load, screen.id, screen.version, about, settled]);
  useEffect(() => {
    if (data) setPages((before) => (data.before !== null && before.at(-1)?.next === data.before && before[0]?.about === data.about ? [...before, data] : [data]));
  }, [data]);
  const doings = groupHistory(pages.flatMap(({ entries }) => entries));
  const next = pages.at(-1)?.next ?? null;
  const other = at !== null && at !== about ? at : null;
  return (
    <div className="grid gap-6">
      <Contributions />
      <section>
        <div className="flex flex-wrap items-baseline justify-between gap-x-3">
          <h2 className="text-base">{about === null ? t("history.title") : t("history.about", { place: placeName(about) })}</h2>
          {about !== null && (
            <Link to={panel.href({ tab: "history", about: null })} replace preventScrollReset className={LINK}>
              {t("history.showAll")}
            </Link>
          )}
        </div>
        {other && (
          <Link to={panel.href({ tab: "history", about: other })} replace preventScrollReset className={LINK}>
            {t("history.here", { place: placeName(other) })}
          </Link>
        )}
        {doings.length === 0 ? (
          <p className="mt-2 text-sm text-ink-soft">{fetcher.state === "idle" && data ? t("history.none") : t("history.loading")}</p>
        ) : (
          <ol className="mt-2 divide-y divide-line border-y border-line">
            {doings.map((doing) => (
              <DoingItem key={`${doing.version} ${doing.author?.id ?? ""}`} doing={doing} whole={about === null} />
            ))}
          </ol>
        )}
        {next !== null && (
          <Button type="button" size="sm" className="mt-3" pending={fetcher.state !== "idle"} onClick={() => load(sheetHistoryPath(screen.id, { ...(about === null ? {} : { about }), before: next }))}>
            {t("history.older")}
          </Button>
        )}
      </section>
      <Provenance />
    </div>
  );
}

const LINK = "inline-flex min-h-9 items-center text-sm text-pine underline underline-offset-4 coarse:min-h-11";

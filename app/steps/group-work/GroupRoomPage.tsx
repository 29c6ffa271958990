import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { COHORTS_PATH, CohortTabs, groupsPath } from "~/cohorts";
import type { Bilingual, Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { ButtonLink, Card, EmptyState, Flash, type FlashMessage, type FormFailure, PageHeader } from "~/ui";
import { BroadcastPanel } from "./BroadcastPanel";
import type { GroupNoticesProps } from "./GroupNotices";
import { GroupTile, type GroupTileProps, SheetOfTile, type TileSheet } from "./GroupTile";
import { groupRoomPath } from "./paths";
import { ToolPicker } from "./ToolPicker";
import { useRoom } from "./use-room";

interface Tool {
  key: string;
  title: Bilingual;
  purpose: Bilingual;
}

export interface GroupRoomPageProps {
  cohort: { id: string; name: string; timeZone: string; chapters: readonly { slug: string; number: number; title: Bilingual; steps: readonly string[] }[] };
  chapter: { slug: string; number: number; title: Bilingual };
  room: { tools: readonly Tool[]; allTools: readonly Tool[]; groups: readonly GroupTileProps["group"][]; orphans: readonly TileSheet[]; unplaced: number; requireComplete: boolean; broadcasts: GroupNoticesProps["broadcasts"] };
  mayTeach: boolean;
  messages: readonly FlashMessage[];
  failure: FormFailure | null;
  failed: string | null;
  sent: string;
  locale: Locale;
  now: Date;
}

/** The instructor's room: all groups at work on a chapter side by side, as they work. */
export function GroupRoomPage({ cohort, chapter, room, mayTeach, messages, failure, failed, sent, locale, now }: GroupRoomPageProps) {
  const { t } = useTranslation(["group-work", "cohorts"]);
  const { present, connected } = useRoom(cohort.id, chapter.slug);
  const chapters = cohort.chapters.filter((one) => one.steps.includes("group-work"));
  const waiting = room.groups.flatMap((group) => group.sheets).filter(({ sheet }) => sheet?.state === "submitted").length + room.orphans.length;
  const name = ({ number, title }: { number: number; title: Bilingual }) => t("chapter", { number, title: pick(title, locale) });
  return (
    <>
      <PageHeader title={cohort.name} lead={t("room.lead", { chapter: name(chapter) })} crumbs={[{ to: COHORTS_PATH, label: t("cohorts:list.title") }]} />
      <CohortTabs cohortId={cohort.id} />
      {chapters.length > 1 && (
        <nav aria-label={t("room.chapters")} className="mb-4">
          <ul className="flex flex-wrap gap-2">
            {chapters.map((one) => (
              <li key={one.slug}>
                <Link to={groupRoomPath(cohort.id, one.slug)} aria-current={one.slug === chapter.slug ? "page" : undefined} className="flex min-h-11 items-center rounded-md border border-line bg-surface px-3 aria-[current]:border-pine aria-[current]:bg-pine-soft aria-[current]:font-semibold">
                  {name(one)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <Flash messages={messages} />
      <div className="mt-4 grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <section aria-label={t("room.groups")} className="grid min-w-0 gap-4">
          <p className="text-sm text-ink-soft tabular">
            {t("room.summary", { groups: t("room.groupCount", { count: room.groups.length }), waiting: t("room.waiting", { count: waiting }) })}
            {room.unplaced > 0 && (
              <>
                {t("dot")}
                <Link to={groupsPath(cohort.id)} className="text-pine underline underline-offset-4">
                  {t("room.unplaced", { count: room.unplaced })}
                </Link>
              </>
            )}
            {!connected && <span data-testid="not-live">{t("dot")}{t("room.notLive")}</span>}
          </p>
          {room.groups.length === 0 ? (
            <EmptyState title={t("room.noGroups")} action={<ButtonLink to={groupsPath(cohort.id)} variant="primary">{t("room.toGroups")}</ButtonLink>}>
              {t("room.noGroupsText")}
            </EmptyState>
          ) : (
            <div className="grid gap-4 md:grid-cols-2 2xl:grid-cols-3">
              {room.groups.map((group) => (
                <GroupTile key={group.id} cohortId={cohort.id} group={group} present={present(group.sheets.flatMap(({ sheet }) => sheet?.sheetId ?? []))} mayTeach={mayTeach} locale={locale} timeZone={cohort.timeZone} />
              ))}
            </div>
          )}
          {room.orphans.length > 0 && (
            <Card title={t("room.orphans")}>
              {room.orphans.map((sheet) => (
                <div key={sheet.id} className="border-t border-line py-3 first:border-t-0">
                  <p className="text-sm text-ink-soft">{sheet.groupName}</p>
                  <SheetOfTile cohortId={cohort.id} sheet={sheet} mayTeach={mayTeach} locale={locale} timeZone={cohort.timeZone} />
                </div>
              ))}
            </Card>
          )}
        </section>
        <div className="grid gap-4">
          <BroadcastPanel broadcasts={room.broadcasts} failure={failure} failed={failed} sent={sent} mayTeach={mayTeach} now={now} locale={locale} timeZone={cohort.timeZone} />
          {mayTeach && room.allTools.length > 1 && <ToolPicker key={room.tools.map((tool) => tool.key).join()} tools={room.allTools} picked={room.tools} locale={locale} />}
          <p className="text-sm text-ink-soft">{t(room.requireComplete ? "room.gateComplete" : "room.gateFree")}</p>
        </div>
      </div>
    </>
  );
}

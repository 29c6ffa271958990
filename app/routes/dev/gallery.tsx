import BookOpen from "lucide-react/icons/book-open";
import CalendarDays from "lucide-react/icons/calendar-days";
import ClipboardCheck from "lucide-react/icons/clipboard-check";
import Mountain from "lucide-react/icons/mountain";
import Users from "lucide-react/icons/users";
import Wrench from "lucide-react/icons/wrench";
import type { RouteHandle } from "~/i18n/handle";
import { AppShell, Avatar, Button, PageHeader } from "~/ui";
import { GalleryForms } from "~/ui/gallery/GalleryForms";
import { GalleryProse } from "~/ui/gallery/GalleryProse";
import { GalleryRoads } from "~/ui/gallery/GalleryRoads";
import { GalleryThings } from "~/ui/gallery/GalleryThings";
import { say, useGalleryLanguage } from "~/ui/gallery/sample";

export const handle: RouteHandle = { i18n: ["ui"] };

/** Every component in every state, for those who build the product; not part of a production build. */
export default function Gallery() {
  const language = useGalleryLanguage();
  const icon = { "aria-hidden": true } as const;
  return (
    <AppShell
      nav={[
        { to: "/learn", label: say("路书", "Road"), icon: <Mountain {...icon} /> },
        { to: "/courses", label: say("课程", "Courses"), icon: <BookOpen {...icon} /> },
        { to: "/calendar", label: say("日程", "Calendar"), icon: <CalendarDays {...icon} /> },
        { to: "/marking", label: say("批阅", "Marking"), icon: <ClipboardCheck {...icon} />, count: 13 },
        { to: "/team", label: say("团队", "Team"), icon: <Users {...icon} /> },
        { to: "/tools", label: say("工具表格", "Tool sheets"), icon: <Wrench {...icon} /> },
      ]}
      account={<span className="flex min-h-11 items-center gap-2 text-sm"><Avatar name={say("林岚", "Lin Lan")} size="sm" />{say("林岚", "Lin Lan")}</span>}
      languageSwitch={<Button type="button" size="sm" variant="quiet">{say("English", "中文")}</Button>}
      themeSwitch={<Button type="button" size="sm" variant="quiet">{say("深色", "Dark")}</Button>}
      width="wide"
    >
      <PageHeader title={say("组件总览", "Components")} lead={say("每个组件的每种状态。", "Every component in every state.")} />
      <GalleryRoads language={language} />
      <GalleryThings />
      <GalleryForms />
      <GalleryProse />
    </AppShell>
  );
}

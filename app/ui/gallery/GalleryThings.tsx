import {
  Avatar, Badge, Callout, Card, DataList, EmptyState, ButtonLink, KeyHint, Mark, Meter, PageHeader, Pagination, Progress, SaveStatus, Skeleton,
  StateBadge, STEP_STATES, Stepper, Table, Tabs, Timer, TermPopover, Flash,
} from "..";
import { Sample, say } from "./sample";

interface Person {
  id: string;
  name: string;
  team: string;
  score: string;
  days: string;
}

/** Everything that shows a fact. */
export function GalleryThings() {
  const people: Person[] = [
    { id: "1", name: say("陈思远", "Chen Siyuan"), team: say("华东大区", "East"), score: "86", days: "0" },
    { id: "2", name: say("欧阳雪", "Ouyang Xue"), team: say("华北大区", "North"), score: "72", days: "3" },
    { id: "3", name: "Maria Keller", team: say("海外", "Overseas"), score: "100", days: "12" },
  ];
  const columns = [
    { key: "name", header: say("学员", "Learner"), cell: (row: Person) => <span className="inline-flex items-center gap-2"><Avatar name={row.name} size="sm" /> {row.name}</span> },
    { key: "team", header: say("团队", "Team"), cell: (row: Person) => row.team },
    { key: "state", header: say("状态", "State"), cell: (row: Person) => <StateBadge state={row.score === "72" ? "failed" : "passed"} /> },
    { key: "score", header: say("分数", "Score"), align: "end" as const, cell: (row: Person) => row.score },
    { key: "days", header: say("等待天数", "Days waited"), align: "end" as const, cell: (row: Person) => row.days },
  ];
  return (
    <>
      <Sample title={say("页头与标签", "Page header and tabs")}>
        <PageHeader title={say("2026 冬季班", "Winter 2026")} crumbs={[{ label: say("班期", "Cohorts"), to: "/teach" }, { label: say("衡能科技", "Hengneng Technology"), to: "/teach/h" }]} badge={<Badge tone="pine">{say("进行中", "Running")}</Badge>} lead={say("12 章，45 名学员，讲师林岚。", "12 chapters, 45 learners, instructor Lin Lan.")} actions={<ButtonLink to="/teach/new" variant="primary">{say("批阅 13 份", "Mark 13")}</ButtonLink>} />
        <Tabs label={say("班期", "Cohort")} tabs={[{ to: "/learn", label: say("路书", "Road") }, { to: "/teach/a", label: say("名册", "Roster"), count: 45 }, { to: "/teach/b", label: say("日程", "Calendar") }, { to: "/teach/c", label: say("题库", "Questions"), count: 128 }, { to: "/teach/d", label: say("设置", "Settings") }]} />
        <Stepper label={say("新建班期", "New cohort")} current={1} steps={[{ label: say("基本信息", "Basics"), to: "/x" }, { label: say("章节与日程", "Chapters and dates") }, { label: say("学员", "Learners") }]} />
        <Flash messages={[{ id: "1", tone: "ok", text: say("已移出 3 名学员。", "3 learners removed."), action: <ButtonLink to="/x" variant="quiet" size="sm">{say("撤销", "Undo")}</ButtonLink> }, { id: "2", tone: "danger", text: say("没有保存：网络中断。", "Not saved: no connection.") }]} />
      </Sample>
      <Sample title={say("状态、标记", "States and badges")}>
        <div className="flex flex-wrap items-center gap-2">
          {STEP_STATES.map((state) => <StateBadge key={state} state={state} />)}
          <Badge>{say("第 3 版", "v3")}</Badge>
          <Badge tone="mist">{say("待批 6", "6 to mark")}</Badge>
          <Badge tone="ok">+12%</Badge>
          <Badge tone="danger">{say("逾期 2 天", "2 days late")}</Badge>
          <Badge tone="signal">{say("今天截止", "Due today")}</Badge>
          <Mark className="size-10 text-ink" />
          <Avatar name={say("欧阳雪", "Ouyang Xue")} size="lg" alone />
        </div>
        <div className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-2">
          <SaveStatus state="saved" at="14:02" />
          <SaveStatus state="saving" />
          <SaveStatus state="offline" waiting={3} />
          <SaveStatus state="conflict" />
          <Timer ms={2_345_000} label={say("剩余时间", "Time left")} />
          <Timer ms={178_000} label={say("剩余时间", "Time left")} />
          <KeyHint keys={["J", "K"]}>{say("上一份、下一份", "previous, next")}</KeyHint>
        </div>
      </Sample>
      <Sample title={say("卡片与数字", "Cards and figures")}>
        <div className="grid gap-4 md:grid-cols-2">
          <Card title={say("笔试", "Written exam")} aside={<StateBadge state="in-progress" />} footer={<ButtonLink to="/x" variant="primary">{say("继续作答", "Go on")}</ButtonLink>}>
            <div className="grid gap-4">
              <Meter label={say("最好成绩", "Best score")} value={72} target={80} text={say("72 / 100 分，80 分通过", "72 of 100, 80 to pass")} />
              <Meter label={say("预习", "Preview")} value={100} target={80} />
              <Progress label={say("上传录音", "Uploading")} value={36} text="18 / 50 MB" />
            </div>
          </Card>
          <Card title={say("客户", "Customer")}>
            <DataList items={[{ term: say("名称", "Name"), value: say("衡能科技", "Hengneng Technology") }, { term: say("预计金额", "Amount"), value: say("120 万元", "CNY 1.2 m") }, { term: say("决策者", "Decision-maker"), value: say("周启明，副总经理", "Zhou Qiming, deputy general manager") }]} />
          </Card>
        </div>
      </Sample>
      <Sample title={say("表格", "Table")}>
        <Card look="flush"><Table caption={say("笔试成绩", "Exam results")} columns={columns} rows={people} rowKey={(row) => row.id} cards /></Card>
        <Pagination page={3} pageSize={20} total={240} to={(page) => `?page=${page}`} />
      </Sample>
      <Sample title={say("空列表", "Empty list")}>
        <EmptyState title={say("还没有学员", "No learners yet")} action={<ButtonLink to="/x" variant="primary">{say("导入名单", "Import a list")}</ButtonLink>}>
          {say("从表格导入名单，或者逐个添加；他们会收到邀请邮件。", "Import a list from a spreadsheet, or add people one by one; they will get an invitation.")}
        </EmptyState>
        <Skeleton className="mt-6" />
      </Sample>
      <Sample title={say("提示", "Callouts and terms")}>
        <div className="grid gap-4 md:grid-cols-2">
          {(["key", "mistake", "example", "try", "now", "note"] as const).map((kind) => (
            <Callout key={kind} kind={kind} title={say("先问，再说", "Ask before you tell")}>
              <p>{say("没有信任，客户只会给你表面的信息。", "Without trust a customer gives you only the surface.")} <TermPopover term={say("购买角色", "Buying role")} other={say("buying role", "购买角色")} reading="gòumǎi juésè" definition={say("客户里参与采购的人所起的作用：发起者、设计者、决策者、使用者。", "The part a person plays in a purchase: initiator, designer, decision-maker, user.")} /></p>
            </Callout>
          ))}
        </div>
      </Sample>
    </>
  );
}

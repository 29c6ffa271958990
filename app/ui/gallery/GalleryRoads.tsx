import { CohortRoad, type GridCell, MiniRoad, Road, RoadGrid, STEP_STATES, type StepState } from "..";
import { KEYS, road, titles } from "./samples";
import { Sample, say } from "./sample";

/** The signature in all its sizes. */
export function GalleryRoads({ language }: { language: "zh" | "en" }) {
  const underway = road(language, ["passed", "passed", "waived", "in-progress"]);
  const failed = road(language, ["passed", "failed"]).map((step, index) => (index === 1 ? { ...step, late: true, note: say("72 分，还可考 1 次", "72 points, 1 attempt left") } : step));
  const waiting = road(language, ["passed", "passed", "passed", "passed", "passed", "awaiting-review"], ["role-play"]);
  const done = road(language, ["passed", "passed", "passed", "passed", "waived", "passed", "passed", "passed"]);
  const start = road(language, ["available"]);
  return (
    <>
      <Sample title={say("路书：进行中", "Road: under way")}>
        <Road label={say("建立信任：八步", "Build trust: eight steps")} steps={underway} position={3} next={{ label: say("填写关系发展表", "Fill in the relationship sheet"), href: "/learn", tone: "primary" }} />
      </Sample>
      <Sample title={say("路书：现在要做", "Road: act now")}>
        <Road label={say("激发需求：八步", "Stimulate needs: eight steps")} steps={failed} position={1} next={{ label: say("再考一次", "Take it again"), href: "/learn", tone: "signal" }} />
      </Sample>
      <Sample title={say("路书：七步，等别人", "Road: seven steps, somebody else's turn")}>
        <Road label={say("随着时代滚滚向前的销售方法：七步", "Selling moves with the times: seven steps")} steps={waiting} position={4} waitsFor={{ text: say("作业已交，等待批阅：", "Handed in; to be marked by"), by: say("林岚 老师", "Lin Lan") }} next={{ label: say("查看我的作业", "See my homework"), href: "/learn", tone: "quiet" }} />
      </Sample>
      <Sample title={say("路书：起点与登顶", "Road: the foot and the summit")}>
        <div className="grid gap-6">
          <Road label={say("成交：八步", "Close: eight steps")} steps={start} position={0} next={{ label: say("开始预习", "Start reading"), href: "/learn", tone: "primary" }} />
          <Road label={say("收款：八步", "Collect: eight steps")} steps={done} position={8} next={{ label: say("下一章：激发需求", "Next chapter: stimulate needs"), href: "/learn", tone: "quiet" }} />
        </div>
      </Sample>
      <Sample title={say("班期路书", "Cohort road")}>
        <CohortRoad
          label={say("2026 冬季班 · 建立信任", "Winter 2026 · Build trust")} done={4}
          steps={titles(language).map((title, index) => ({
            key: KEYS[index] ?? title, title, href: index === 1 ? "/teach" : undefined,
            count: [2, 9, 0, 14, 3, 7, 5, 1][index] ?? 0, waiting: [0, 3, 0, 6, 0, 4, 0, 0][index], late: [1, 2, 0, 0, 0, 1, 0, 0][index],
            waitsFor: index === 3 ? say("等待林岚批阅", "Waits for Lin Lan") : undefined,
          }))}
        />
      </Sample>
      <Sample title={say("一行路书", "Mini roads")}>
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {[underway, failed, waiting, done, start].map((steps, index) => (
            <li key={index} className="flex flex-wrap items-center justify-between gap-x-4 px-4 py-3">
              <span className="font-semibold">{[say("建立信任", "Build trust"), say("激发需求", "Stimulate needs"), say("随着时代滚滚向前的销售方法", "Selling moves with the times"), say("收款", "Collect receivables"), say("成交", "Close")][index]}</span>
              <MiniRoad steps={steps} position={[3, 1, 4, 8, 0][index] ?? 0} />
            </li>
          ))}
        </ul>
      </Sample>
      <Sample title={say("学员 × 步骤", "Learners × steps")}>
        <div className="overflow-hidden rounded-lg border border-line bg-surface">
          <RoadGrid caption={say("2026 冬季班的进度", "Progress of winter 2026")} groups={groups(language)} rows={rows()} />
        </div>
      </Sample>
    </>
  );
}

function groups(language: "zh" | "en") {
  const short = { zh: ["预", "试", "讲", "组", "演", "业", "辩", "踪"], en: ["Pr", "Ex", "Le", "Gr", "Ro", "Ho", "De", "Fi"] }[language];
  return [say("建立信任", "Build trust"), say("激发需求", "Stimulate needs"), say("证明价值", "Prove value")].map((title, group) => ({
    key: String(group), title, steps: titles(language).map((step, index) => ({ key: KEYS[index] ?? step, title: step, short: short[index] ?? "" })),
  }));
}

function rows() {
  const names = [say("陈思远", "Chen Siyuan"), say("欧阳雪", "Ouyang Xue"), say("王磊", "Wang Lei"), say("赵一鸣", "Zhao Yiming"), say("何静", "He Jing")];
  return names.map((name, row) => ({
    key: name, name, href: "/teach",
    cells: Array.from({ length: 24 }, (_, column): GridCell | null => {
      if (row === 0 && column === 20) return null;
      const front = 5 + row * 4;
      const state: StepState = column < front ? (column % 11 === 7 ? "waived" : "passed") : column === front ? (STEP_STATES[(row % 5) + 1] ?? "available") : "locked";
      return { state, text: say("状态", "state"), href: state === "locked" ? undefined : "/teach", late: column === front && row % 2 === 1, figure: row === 2 && column === 1 ? "86" : undefined };
    }),
  }));
}

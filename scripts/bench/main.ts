// Called by scripts/bench.mjs, which has made the build.
import { parseArgs } from "node:util";
import { benchChapter } from "./chapter";
import { benchDeals } from "./deals";
import { benchLead } from "./lead";
import { describeMachine } from "./machine";
import { benchMarking } from "./marking";
import { benchRoom } from "./room";
import { benchRush } from "./rush";
import { benchScale } from "./scale";
import { benchScheduler } from "./scheduler";
import { benchWeights } from "./weights";
import { inWorld, type World } from "./world";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    learners: { type: "string", default: "1000" },
    seconds: { type: "string", default: "4" },
    answering: { type: "string", default: "20" },
    rounds: { type: "string", default: "3" },
    many: { type: "string", default: "5000" },
    items: { type: "string", default: "10000" },
    groups: { type: "string", default: "40" },
    rows: { type: "string", default: "2000000" },
    sellers: { type: "string", default: "200" },
    deals: { type: "string", default: "20000" },
  },
});

const PARTS: Record<string, { title: string; run: (world: World) => Promise<string> }> = {
  chapter: { title: "Chapter page 章节页", run: (world) => benchChapter(world, { seconds: Number(values.seconds), rounds: Number(values.rounds) }) },
  weights: { title: "Page weights 页面重量", run: benchWeights },
  scale: { title: "Pages over many 大规模页面", run: (world) => benchScale(world, { learners: Number(values.many) }) },
  lead: { title: "Executives' dashboards 高管看板", run: (world) => benchLead(world, { learners: Number(values.many), rows: Number(values.rows) }) },
  deals: { title: "Deals and sales meetings 商机与销售例会", run: (world) => benchDeals(world, { people: Number(values.sellers), deals: Number(values.deals) }) },
  marking: { title: "Marking queue 批改队列", run: (world) => benchMarking(world, { items: Number(values.items) }) },
  scheduler: { title: "Defense day 答辩排期", run: () => Promise.resolve(benchScheduler(Number(values.rounds))) },
  room: { title: "Group-work room 分组讨论", run: (world) => benchRoom(world, { groups: Number(values.groups), seconds: Number(values.answering) }) },
  rush: { title: "Exam rush 统考", run: (world) => benchRush(world, { learners: Number(values.learners), seconds: Number(values.answering) }) },
};

const chosen = positionals.length > 0 ? positionals : Object.keys(PARTS);
const unknown = chosen.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`Unknown part ${unknown.join(", ")}: there are ${Object.keys(PARTS).join(", ")}.`);
  process.exit(1);
}
console.log(describeMachine());
for (const name of chosen) {
  const part = PARTS[name];
  if (!part) continue;
  const start = performance.now();
  const report = await inWorld(part.run);
  console.log(`\n${part.title} (${((performance.now() - start) / 1000).toFixed(0)} s)\n${report}`);
}

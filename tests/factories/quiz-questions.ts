/**
 * One small question of every kind, for tests of this room. Texts that a learner must never see
 * before the result hold the word SECRET, so that a test can search bytes for it.
 */
import type { QuestionVersion } from "../../app/steps/quiz/question";

type OfKind<K extends QuestionVersion["kind"]> = Extract<QuestionVersion, { kind: K }>;

const t = (zh: string, en: string) => ({ zh, en });
const secret = t("SECRET 解析", "SECRET explanation");
const classified = { competencies: ["build-trust"], section: "why-trust", explanation: secret };

const single: OfKind<"single"> = {
  ...classified,
  id: "q-single",
  kind: "single",
  difficulty: 1,
  stem: t("没有信任时，客户只会说什么？", "Without trust, what does a customer tell?"),
  options: [
    { id: "a", text: t("表面信息", "Surface information"), correct: true },
    { id: "b", text: t("真实动机", "True motives"), why: t("SECRET 误解", "SECRET misconception") },
    { id: "c", text: t("对手情况", "News of rivals") },
  ],
};

const multiple: OfKind<"multiple"> = {
  ...classified,
  id: "q-multiple",
  kind: "multiple",
  difficulty: 2,
  stem: t("哪些是购买角色？", "Which are buying roles?"),
  options: [
    { id: "a", text: t("发起者", "Initiator"), correct: true },
    { id: "b", text: t("设计者", "Designer"), correct: true },
    { id: "c", text: t("记者", "Reporter") },
    { id: "d", text: t("决策者", "Decision-maker"), correct: true },
    { id: "e", text: t("路人", "Passer-by") },
  ],
};

const trueFalse: OfKind<"true-false"> = {
  ...classified,
  id: "q-true-false",
  kind: "true-false",
  difficulty: 1,
  stem: t("只有合作伙伴关系能长久。", "Only partnership lasts."),
  answer: true,
};

const matching: OfKind<"matching"> = {
  ...classified,
  id: "q-matching",
  kind: "matching",
  difficulty: 2,
  stem: t("把关系和特征配对。", "Match relation and sign."),
  left: [
    { id: "l1", text: t("朋友", "Friend") },
    { id: "l2", text: t("供应商", "Supplier") },
  ],
  right: [
    { id: "r1", text: t("有需求无兴趣", "Need without interest") },
    { id: "r2", text: t("有兴趣无需求", "Interest without need") },
    { id: "r3", text: t("都没有", "Neither") },
  ],
  pairs: { l1: "r2", l2: "r1" },
};

const ordering: OfKind<"ordering"> = {
  ...classified,
  id: "q-ordering",
  kind: "ordering",
  difficulty: 1,
  stem: t("按先后排列关系阶段。", "Put the stages in order."),
  items: [
    { id: "i1", text: t("认识", "Acquaintance") },
    { id: "i2", text: t("互动", "Interaction") },
    { id: "i3", text: t("私交", "Personal relation") },
    { id: "i4", text: t("同盟", "Alliance") },
  ],
};

const fillIn: OfKind<"fill-in"> = {
  ...classified,
  id: "q-fill-in",
  kind: "fill-in",
  difficulty: 2,
  stem: t("兴趣与需求都有的是{{b1}}。", "Interest and need together make a {{b1}}."),
  blanks: [{ id: "b1", accept: { zh: ["合作伙伴", "伙伴"], en: ["partner"] } }],
};

const numeric: OfKind<"numeric"> = {
  ...classified,
  id: "q-numeric",
  kind: "numeric",
  difficulty: 2,
  stem: t("一年节省多少？", "What is saved in a year?"),
  numeric: { value: 12.5, tolerance: 0.1, unit: t("万元", "CNY 10k") },
};

const rubric = {
  criteria: [
    {
      id: "c1",
      title: t("SECRET 角色", "SECRET roles"),
      levels: [
        { points: 0, text: t("没有", "None") },
        { points: 2, text: t("SECRET 部分", "SECRET some") },
        { points: 4, text: t("全部", "All") },
      ],
    },
    {
      id: "c2",
      title: t("行动", "Action"),
      levels: [
        { points: 0, text: t("没有", "None") },
        { points: 1, text: t("有", "Named") },
      ],
    },
  ],
};

const shortAnswer: OfKind<"short-answer"> = {
  ...classified,
  id: "q-short",
  kind: "short-answer",
  difficulty: 3,
  stem: t("写一句话介绍自己。", "Introduce yourself in one sentence."),
  rubric,
  maxChars: 400,
};

const caseStudy: OfKind<"case"> = {
  ...classified,
  id: "q-case",
  kind: "case",
  difficulty: 3,
  case: t("林岚第一次拜访。", "Lin Lan's first visit."),
  stem: t("她该先做什么？", "What should she do first?"),
  rubric,
  maxChars: 800,
};

export const sampleQuestions = {
  single,
  multiple,
  trueFalse,
  matching,
  ordering,
  fillIn,
  numeric,
  shortAnswer,
  caseStudy,
};

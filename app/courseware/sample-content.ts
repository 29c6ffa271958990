/** A tiny content/ for tests: one chapter of two sections in both languages, a figure, a check-in, a glossary. */

const CHAPTER = `slug: 03-build-trust
number: 3
status: published
title: {zh: 建立信任, en: Build trust}
summary: {zh: 没有信任就没有真话。, en: Without trust there is no candour.}
goals: [{zh: 说出四种购买角色, en: Name the four buying roles}]
competencies: [build-trust]
tools: [buying-role-map]
omits: []
sections:
  - id: why-trust
    file: 01-why-trust
    title: {zh: 为什么先有信任, en: Why trust comes first}
    minutes: 6
    required: true
    competencies: [build-trust]
    checkins: [why-trust-1]
  - id: roles
    file: 02-roles
    title: {zh: 四种购买角色, en: Four buying roles}
    minutes: 4
    required: false
    competencies: [build-trust]
    checkins: []
quiz:
  minutes: 40
  blueprint:
    - {competency: build-trust, difficulty: [1, 2], count: 1}
`;

const CHECKINS = `- id: why-trust-1
  kind: single
  stem: {zh: 客户不说真话，最先缺的是什么？, en: "The customer keeps the truth back: what is missing first?"}
  explanation: {zh: 没有信任，客户只给表面信息。, en: Without trust a customer gives surface information only.}
  options:
    - {id: a, text: {zh: 信任, en: Trust}, correct: true}
    - {id: b, text: {zh: 折扣, en: A discount}, why: {zh: 价格不能换来真话。, en: A price does not buy candour.}}
`;

const GLOSSARY = `- {id: buying-role, zh: 购买角色, en: buying role, pinyin: gòumǎi juésè, definition: {zh: 在购买中所起的作用。, en: The part a person plays in a purchase.}, chapters: [03-build-trust]}
`;

const QUESTION = (number: number): string => `- id: ch03-q00${number}
  kind: true-false
  competencies: [build-trust]
  difficulty: 1
  section: why-trust
  stem: {zh: 信任先于需求。, en: Trust comes before needs.}
  explanation: {zh: 是。, en: It does.}
  answer: true
`;

const SECTION = {
  zh: `import Iceberg from "../figures/Iceberg";

没有信任，客户只说**表面信息**，真正的动机藏在水面以下。

## 水面以下

<Iceberg lang="zh" />

客户的顾虑、对手的动作，都在水下。见 <Term id="buying-role">购买角色</Term>。

<CheckIn id="why-trust-1" />
`,
  en: `import Iceberg from "../figures/Iceberg";

Without trust a customer tells you **surface information** only; the real motives stay under water.

## Below the surface

<Iceberg lang="en" />

Worries and the rivals' moves are under water. See <Term id="buying-role">buying role</Term>.

<CheckIn id="why-trust-1" />
`,
};

const FIGURE = `export default function Iceberg({ lang }: { lang: "zh" | "en" }) {
  return (
    <svg role="img" viewBox="0 0 360 120">
      <title>{lang === "zh" ? "冰山" : "Iceberg"}</title>
      <path className="fill-pine" d="M0 60h360v60H0z" />
    </svg>
  );
}
`;

/** The files by path below content/; change or remove some to make a case. */
export function sampleContent(): Record<string, string> {
  const chapter = "chapters/03-build-trust";
  return {
    "competencies.yaml": "- {id: build-trust, group: step, title: {zh: 建立信任, en: Build trust}}\n",
    "glossary.yaml": GLOSSARY,
    [`${chapter}/chapter.yaml`]: CHAPTER,
    [`${chapter}/checkins.yaml`]: CHECKINS,
    [`${chapter}/questions/basics.yaml`]: [1, 2, 3].map(QUESTION).join(""),
    [`${chapter}/figures/Iceberg.tsx`]: FIGURE,
    [`${chapter}/sections/01-why-trust.zh.mdx`]: SECTION.zh,
    [`${chapter}/sections/01-why-trust.en.mdx`]: SECTION.en,
    [`${chapter}/sections/02-roles.zh.mdx`]: "发起者、设计者、决策者、使用者。\n\n小额采购里，一个人常常身兼数职。\n",
    [`${chapter}/sections/02-roles.en.mdx`]: "Initiator, designer, decision-maker, user.\n\nIn small purchases one person often holds several roles.\n",
  };
}

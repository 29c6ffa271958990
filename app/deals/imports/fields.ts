/** What a file can bring, by kind, and how its columns are usually called. */
import { OPEN_STAGES, type Stage } from "../stage";

export const IMPORT_KINDS = ["deals", "invoices", "payments"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export interface ImportField {
  id: string;
  required: boolean;
  /** Headings by which the column is known, in small letters without spaces. */
  names: readonly string[];
}

const OWNER = { id: "owner", required: false, names: ["owner", "负责人", "销售", "业务员", "负责人邮箱", "邮箱", "email", "owneremail", "客户经理"] } as const;
const ACCOUNT = { id: "account", required: true, names: ["account", "customer", "company", "客户", "客户名称", "公司", "单位"] } as const;
const CURRENCY = { id: "currency", required: false, names: ["currency", "币种", "货币"] } as const;

export const IMPORT_FIELDS: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  deals: [
    { id: "key", required: true, names: ["key", "id", "externalkey", "dealid", "编号", "商机编号", "项目编号", "合同编号", "crm编号"] },
    ACCOUNT,
    { id: "title", required: true, names: ["title", "deal", "name", "opportunity", "商机", "商机名称", "项目", "项目名称"] },
    { id: "amount", required: true, names: ["amount", "value", "金额", "预计金额", "合同金额", "商机金额"] },
    CURRENCY,
    { id: "expectedClose", required: false, names: ["expectedclose", "closedate", "close", "预计成交日", "预计签约", "预计签约日", "预计成交日期"] },
    { id: "stage", required: false, names: ["stage", "阶段", "商机阶段", "销售阶段", "状态"] },
    { id: "stageOn", required: false, names: ["stageon", "stagesince", "stagedate", "阶段日期", "进入阶段日期", "进入日期"] },
    OWNER,
  ],
  invoices: [
    { id: "number", required: true, names: ["number", "invoice", "invoiceno", "发票号", "发票编号", "发票", "单号"] },
    ACCOUNT,
    { id: "amount", required: true, names: ["amount", "total", "金额", "开票金额", "含税金额", "发票金额"] },
    CURRENCY,
    { id: "cost", required: false, names: ["cost", "成本"] },
    { id: "issuedOn", required: true, names: ["issuedon", "issued", "invoicedate", "date", "开票日期", "开票日", "日期"] },
    { id: "deliveredOn", required: false, names: ["deliveredon", "delivered", "到货日期", "到货日", "验收日期", "验收日"] },
    { id: "dueOn", required: true, names: ["dueon", "due", "duedate", "到期日", "到期日期", "应收日期", "付款到期日"] },
    { id: "deal", required: false, names: ["deal", "dealkey", "商机编号", "项目编号", "合同编号"] },
    OWNER,
  ],
  payments: [
    { id: "number", required: true, names: ["number", "invoice", "invoiceno", "发票号", "发票编号", "发票", "单号"] },
    { ...ACCOUNT, required: false },
    { id: "amount", required: true, names: ["amount", "paid", "金额", "收款金额", "到账金额"] },
    { id: "paidOn", required: true, names: ["paidon", "date", "收款日期", "收款日", "到账日期", "日期"] },
    { id: "kind", required: false, names: ["kind", "type", "类别", "类型"] },
    { id: "key", required: false, names: ["key", "id", "流水号", "收款编号", "凭证号"] },
    { id: "reference", required: false, names: ["reference", "note", "备注", "摘要"] },
  ],
};

/** Field → column (from 0); a field without a column is not in the file. */
export type Mapping = Readonly<Record<string, number>>;

const plain = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/[\s_()（）·.:：*-]+/g, "");

/** Which column is what, by what the headings say; each column once, in the order of the fields. */
export function guessMapping(kind: ImportKind, header: readonly string[]): Mapping {
  const headings = header.map(plain);
  const taken = new Set<number>();
  const mapping: Record<string, number> = {};
  for (const field of IMPORT_FIELDS[kind]) {
    const exact = headings.findIndex((heading, at) => !taken.has(at) && field.names.includes(heading));
    const at = exact >= 0 ? exact : headings.findIndex((heading, column) => !taken.has(column) && field.names.some((name) => name.length > 1 && heading.startsWith(name)));
    if (at < 0) continue;
    taken.add(at);
    mapping[field.id] = at;
  }
  return mapping;
}

/** Required fields without a column. */
export function missingFields(kind: ImportKind, mapping: Mapping): string[] {
  return IMPORT_FIELDS[kind].filter(({ id, required }) => required && mapping[id] === undefined).map(({ id }) => id);
}

const STAGE_NAMES: Readonly<Record<Stage, readonly string[]>> = {
  contact: ["contact", "接触客户", "接触", "线索"],
  find: ["find", "发现机会", "discovery"],
  qualify: ["qualify", "qualification", "确认机会", "确认"],
  clarify: ["clarify", "clarifyneeds", "明确需求", "需求确认"],
  proposal: ["proposal", "propose", "quote", "方案报价", "报价", "方案"],
  won: ["won", "closedwon", "赢单", "成交", "已签约", "签约"],
  lost: ["lost", "closedlost", "丢单", "输单", "失败", "流失"],
};

/** The stage that a text names, in either language; null where it names none. */
export function readStage(text: string): Stage | null {
  const wanted = plain(text);
  return ([...OPEN_STAGES, "won", "lost"] as const).find((stage) => STAGE_NAMES[stage].includes(wanted)) ?? null;
}

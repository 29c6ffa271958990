/** A small definition for tests: fields, rows with formulas, a tree, choices, checks, an example. */
export const SAMPLE_FILE = `key: sample-sheet
chapter: 03-build-trust
shape: rows
title: {zh: 样表, en: Sample}
purpose: {zh: 只为测试而写。, en: Written for tests only.}
competencies: [build-trust]
groups: [{id: deal, title: {zh: 商机, en: Deal}}]
fields:
  - {id: customer, type: text, group: deal, label: {zh: 客户, en: Customer}, required: true}
  - {id: horizon, type: number, unit: year, min: 1, max: 10, label: {zh: 年限, en: Horizon}}
  - {id: rate, type: percent, label: {zh: 折现率, en: Discount rate}}
  - {id: outlay, type: money, label: {zh: 投入, en: Outlay}}
  - {id: yearly, type: number, unit: CNY/year, label: {zh: 年收益, en: Yearly benefit}, formula: sum(points.worth)}
  - {id: profit, type: money, label: {zh: 净收益, en: Profit}, formula: yearly * horizon - outlay}
tables:
  - id: points
    title: {zh: 价值点, en: Value points}
    rowName: {zh: 价值点, en: value point}
    rowTitle: pain
    minRows: 2
    maxRows: 40
    columns:
      - {id: pain, type: text, label: {zh: 痛点, en: Pain}, required: true}
      - {id: kind, type: choice, label: {zh: 种类, en: Kind}, options: [{id: time, label: {zh: 省时间, en: Saves time}}, {id: cash, label: {zh: 省钱, en: Saves money}}]}
      - {id: saved, type: number, unit: h/month, label: {zh: 节省工时, en: Time saved}}
      - {id: wage, type: number, unit: CNY/h, label: {zh: 工时成本, en: Cost of an hour}}
      - {id: worth, type: number, unit: CNY/year, label: {zh: 每年价值, en: Worth a year}, formula: saved * wage}
      - {id: importance, type: rating, min: 1, max: 5, label: {zh: 重要性, en: Importance}, required: true}
      - {id: owner, type: person, label: {zh: 负责人, en: Owner}}
      - {id: due, type: date, label: {zh: 期限, en: Due}}
complete:
  - {id: important, when: "anyWhere(points, \\"importance >= 4\\")", text: {zh: 至少一个价值点的重要性不低于 4, en: At least one value point of importance 4 or more}}
checks:
  - id: pain-without-number
    severity: problem
    each: points
    defect: filled(pain) and not hasNumber(pain)
    at: pain
    message: {zh: "“{{pain}}”没有一个数字", en: "“{{pain}}” has no figure"}
    reason: {zh: 没有数字就算不出价值。, en: Without a figure nothing can be computed.}
    read: {chapter: 03-build-trust, section: why-trust}
  - id: not-worth-it
    severity: warning
    defect: profit < 0
    at: profit
    message: {zh: "净收益是 {{profit}}", en: "The profit is {{profit}}"}
    reason: {zh: 客户不会为亏损买单。, en: Nobody buys a loss.}
    read: {chapter: 03-build-trust, section: why-trust}
picture: sample-picture
example:
  title: {zh: 样表一张, en: One sample}
  fields: {customer: {zh: 申科食品, en: Shenke Foods}, horizon: 3, rate: 8, outlay: 150000}
  tables:
    points:
      - {id: p1, pain: {zh: 盘点一次要 40 小时, en: Stocktaking takes 40 hours}, kind: time, saved: 30, wage: 200, importance: 5, owner: {zh: 李敏, en: Li Min}, due: 2026-12-15}
      - {id: p2, pain: {zh: 每月错发 12 单, en: 12 wrong deliveries a month}, kind: cash, saved: "12.5", wage: 80, importance: 3}
`;

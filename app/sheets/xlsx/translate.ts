/**
 * Formulas of a definition as formulas of Excel, as far as Excel can say the same: arithmetic, comparisons, conditions, sums and
 * counts over rows, days, and the calculators that Excel has, too. What it cannot say stands there as a value.
 */
import type { Locale } from "~/i18n/locale";
import type { CellDefinition, SheetDefinition } from "../definition";
import { columnOf, meaningOf, memberMeaning, type NamedTable, type Place, tableNamed } from "../engine/names";
import { type Expr, ExpressionError, type Operator, parseExpression } from "../engine/tree";
import { criteriaOf, shownAs, SIGNS, Untranslatable } from "./criteria";
import { type CellRef, constant, type Criterion, type Formula, type RangeRef } from "./formula";
import { ID_COLUMN, PARENT_COLUMN, VALUE_COLUMN } from "./layout";

const NUMBERS = new Set<CellDefinition["type"]>(["number", "money", "percent", "rating", "date"]);

/** The formula of a field, or of a column of `table`; null where Excel cannot say it. */
export function translate(definition: SheetDefinition, cell: CellDefinition, table: string | null, locale: Locale): Formula | null {
  const own = table === null ? null : tableNamed(definition, table);
  try {
    return new Translator({ definition, rows: own ? [own] : [] }, locale).whole(parseExpression(cell.formula ?? ""), cell);
  } catch (error) {
    if (error instanceof Untranslatable || error instanceof ExpressionError) return null;
    throw error;
  }
}

class Translator {
  /** Cells and lists that the part at hand cannot do without. */
  private needs: (CellRef | RangeRef)[] = [];

  constructor(
    private readonly place: Place,
    private readonly locale: Locale,
  ) {}

  /** An expression with what it needs; `as`: the cell whose options its texts name. */
  whole(expr: Expr, as: CellDefinition | null): Formula {
    if (expr.kind === "choose") {
      const condition = this.guarded(() => this.part(expr.condition));
      const choice: Formula = { kind: "if", condition: condition.value, then: this.whole(expr.then, as), otherwise: this.whole(expr.otherwise, as) };
      return condition.needs.length > 0 ? { kind: "given", needs: condition.needs, value: choice } : choice;
    }
    if (expr.kind === "constant") return constant(expr.value === null ? "" : typeof expr.value === "object" ? expr.value.toNumber() : typeof expr.value === "string" && as ? this.text(as, expr.value) : expr.value);
    const { needs, value } = this.guarded(() => this.part(expr));
    return needs.length > 0 ? { kind: "given", needs, value } : value;
  }

  private guarded(translate: () => Formula): { needs: (CellRef | RangeRef)[]; value: Formula } {
    const outer = this.needs;
    this.needs = [];
    const value = translate();
    const needs = [...new Map(this.needs.map((ref) => [JSON.stringify(ref), ref])).values()];
    this.needs = outer;
    return { needs, value };
  }

  private part(expr: Expr): Formula {
    switch (expr.kind) {
      case "constant":
        if (expr.value === null) throw new Untranslatable();
        return constant(typeof expr.value === "object" ? expr.value.toNumber() : expr.value);
      case "name":
        return this.number(this.cell(expr));
      case "operator":
        return this.operator(expr.operator, expr.args);
      case "choose":
        return this.whole(expr, null);
      case "call":
        return this.call(expr.fn, expr.args);
      default:
        throw new Untranslatable();
    }
  }

  /** A cell of the row or a field by its name. */
  private cell(expr: Expr): CellRef & { cell: CellDefinition } {
    if (expr.kind !== "name") throw new Untranslatable();
    const meaning = meaningOf(expr.name, this.place);
    if (meaning.kind === "field") return { kind: "cell", table: null, column: VALUE_COLUMN, row: meaning.cell.id, number: NUMBERS.has(meaning.cell.type), cell: meaning.cell };
    if (meaning.kind === "column" && meaning.level === 0) return { kind: "cell", table: meaning.table.table.id, column: meaning.cell.id, row: null, number: NUMBERS.has(meaning.cell.type), cell: meaning.cell };
    throw new Untranslatable();
  }

  private number({ cell: _, ...ref }: CellRef & { cell: CellDefinition }): CellRef {
    if (!ref.number) throw new Untranslatable();
    this.needs.push(ref);
    return ref;
  }

  private operator(operator: Operator, args: readonly Expr[]): Formula {
    const [left, right] = args as [Expr, Expr];
    if (operator === "and" || operator === "or") return { kind: "call", fn: operator === "and" ? "AND" : "OR", args: args.map((arg) => this.part(arg)) };
    if (operator === "not") return { kind: "call", fn: "NOT", args: [this.part(left)] };
    if (operator === "unaryMinus") return { kind: "negate", of: this.part(left) };
    if (operator === "unaryPlus") return this.part(left);
    const sign = SIGNS[operator];
    if (!sign) throw new Untranslatable();
    return (operator === "equal" || operator === "unequal" ? this.sameText(sign, left, right) : null) ?? { kind: "operator", operator: sign, args: [this.part(left), this.part(right)] };
  }

  /** `level == 'red'`: a cell with options shows their labels. `rowId() == 'first'`: ids stand in their own column. */
  private sameText(sign: Extract<Formula, { kind: "operator" }>["operator"], left: Expr, right: Expr): Formula | null {
    const [expr, text] = right.kind === "constant" && typeof right.value === "string" ? [left, right.value] : left.kind === "constant" && typeof left.value === "string" ? [right, left.value] : [null, ""];
    if (!expr) return null;
    if (expr.kind === "call" && expr.fn === "rowId") return { kind: "operator", operator: sign, args: [this.ownId(), constant(text)] };
    const { cell, ...ref } = this.cell(expr);
    if (ref.number) throw new Untranslatable();
    return { kind: "operator", operator: sign, args: [ref, constant(this.text(cell, text))] };
  }

  private text(cell: CellDefinition, value: string): string {
    return shownAs(cell, value, this.locale);
  }

  private ownId(): CellRef {
    const [own] = this.place.rows;
    if (!own) throw new Untranslatable();
    return { kind: "cell", table: own.table.id, column: ID_COLUMN, row: null, number: false };
  }

  private call(fn: string, args: readonly Expr[]): Formula {
    const [first, second] = args as [Expr, Expr];
    switch (fn) {
      case "sum":
        return { kind: "call", fn: "SUM", args: args.map((arg) => this.list(arg, false)) };
      case "mean":
      case "min":
      case "max":
        return { kind: "call", fn: fn === "mean" ? "AVERAGE" : fn === "min" ? "MIN" : "MAX", args: args.map((arg) => this.list(arg, true)) };
      case "round":
        return { kind: "call", fn: "ROUND", args: [this.part(first), this.part(second)] };
      case "floor":
        return { kind: "call", fn: "INT", args: [this.part(first)] };
      case "ceil":
        return { kind: "negate", of: { kind: "call", fn: "INT", args: [{ kind: "negate", of: this.part(first) }] } };
      case "abs":
        return { kind: "call", fn: "ABS", args: [this.part(first)] };
      case "rank":
        return { kind: "call", fn: "RANK", args: [this.part(first), this.list(second, true)] };
      case "blank":
      case "filled": {
        const { cell: _, ...ref } = this.cell(first);
        return { kind: "operator", operator: fn === "blank" ? "=" : "<>", args: [ref, constant("")] };
      }
      case "days":
        return { kind: "operator", operator: "-", args: [this.part(second), this.part(first)] };
      case "today":
        return { kind: "call", fn: "TODAY", args: [] };
      default:
        return this.overRows(fn, args) ?? this.calculator(fn, args);
    }
  }

  /** A table's column, or a single cell where a list may be one; `needed`: there is no result without a number in it. */
  private list(expr: Expr, needed: boolean): Formula {
    if (expr.kind !== "member") return this.part(expr);
    const meaning = memberMeaning(expr.of, expr.name, this.place);
    if (meaning.kind !== "list" || !NUMBERS.has(meaning.cell.type)) throw new Untranslatable();
    const range: RangeRef = { kind: "range", table: meaning.table.table.id, column: meaning.cell.id };
    if (needed) this.needs.push(range);
    return range;
  }

  private overRows(fn: string, args: readonly Expr[]): Formula | null {
    const table = args[0]?.kind === "name" ? tableNamed(this.place.definition, args[0].name) : null;
    const text = (at: number): string => {
      const arg = args[at];
      if (arg?.kind !== "constant" || typeof arg.value !== "string") throw new Untranslatable();
      return arg.value;
    };
    const column = (of: NamedTable, name: string): RangeRef => ({ kind: "range", table: of.table.id, column: columnOf(of, name).cell.id });
    switch (fn) {
      case "count":
        return table && { kind: "call", fn: "COUNTA", args: [{ kind: "range", table: table.table.id, column: ID_COLUMN }] };
      case "countWhere":
        return table && { kind: "over", fn: "COUNTIFS", sum: null, criteria: criteriaOf(table, parseExpression(text(1)), this.locale) };
      case "sumWhere":
        return table && { kind: "over", fn: "SUMIFS", sum: column(table, text(1)), criteria: criteriaOf(table, parseExpression(text(2)), this.locale) };
      case "valueAt": {
        if (!table) return null;
        const { cell } = columnOf(table, text(2));
        const ref: CellRef = { kind: "cell", table: table.table.id, column: cell.id, row: text(1), number: NUMBERS.has(cell.type) };
        if (!ref.number) throw new Untranslatable();
        this.needs.push(ref);
        return ref;
      }
      case "childSum":
      case "childCount": {
        const [own] = this.place.rows;
        if (!own) return null;
        const below: Criterion = { range: { kind: "range", table: own.table.id, column: PARENT_COLUMN }, operator: "=", value: this.ownId() };
        return { kind: "over", fn: fn === "childSum" ? "SUMIFS" : "COUNTIFS", sum: fn === "childSum" ? column(own, text(0)) : null, criteria: [below] };
      }
      default:
        return null;
    }
  }

  private calculator(fn: string, args: readonly Expr[]): Formula {
    const parts = () => args.map((arg) => this.part(arg));
    if (fn === "npv") {
      const [rate, first, yearly, years] = parts() as [Formula, Formula, Formula, Formula];
      return { kind: "operator", operator: "-", args: [first, { kind: "call", fn: "PV", args: [rate, years, yearly] }] };
    }
    if (fn === "irr") {
      const [first, yearly, years] = parts() as [Formula, Formula, Formula];
      return { kind: "call", fn: "RATE", args: [years, yearly, first] };
    }
    if (fn === "payback") {
      const [first, yearly] = parts() as [Formula, Formula];
      return { kind: "if", condition: { kind: "operator", operator: ">", args: [yearly, constant(0)] }, then: { kind: "operator", operator: "/", args: [{ kind: "negate", of: first }, yearly] }, otherwise: constant("") };
    }
    throw new Untranslatable();
  }
}

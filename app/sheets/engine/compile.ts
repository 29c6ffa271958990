/** From the text of an expression to something that can be evaluated in a frame. */
import type { MathNode } from "mathjs";
import type { Frame, Inner, Reader } from "./frame";
import { math } from "./math";
import { columnOf, meaningOf, type Meaning, memberMeaning, type NamedTable, type Place, tableNamed, within } from "./names";
import { NEEDS_FRAME } from "./namespace";
import { type FunctionName, parameterAt, SIGNATURES, type Signature } from "./signatures";
import { type Expr, ExpressionError, parseExpression } from "./tree";
import { bare, NOTHING, unitQuantity, type Value } from "./value";

/** A cell that an expression reads directly: of its own row (`level` 0), of the sheet, or anything else. */
export type Reads = Meaning & { kind: "column" | "field" };

/** An expression ready for use. */
export interface Compiled extends Inner {
  /** The columns of its own row and the fields that it reads, not those in lists and other rows. */
  reads: readonly Reads[];
}

/** Under which name parts that are evaluated later get what they need. */
const SCOPE = "$scope";

/** What mathjs asks for the names of one evaluation: a map that reads the sheet. */
class Scope {
  constructor(
    private readonly readers: ReadonlyMap<string, Reader>,
    private readonly frame: Frame,
  ) {}
  has(name: string): boolean {
    return name === SCOPE || this.readers.has(name);
  }
  get(name: string): unknown {
    if (name === SCOPE) return this;
    return this.readers.get(name)?.(this.frame);
  }
  keys(): Iterator<string> {
    return this.readers.keys();
  }
  set(): never {
    throw new Error("Expressions set nothing");
  }
}

/** Compiles an expression for a place. Throws an ExpressionError with what is wrong. */
export function compileExpression(text: string, place: Place): Compiled {
  const readers = new Map<string, Reader>([["$frame", (frame) => frame]]);
  const reads: Reads[] = [];
  const code = new Builder(place, readers, reads).node(parseExpression(text)).compile();
  return { reads, evaluate: (frame) => code.evaluate(new Scope(readers, frame)) as Value };
}

/** Rebuilds an expression as nodes of mathjs in which every name is resolved. */
class Builder {
  constructor(
    private readonly place: Place,
    private readonly readers: Map<string, Reader>,
    private readonly reads: Reads[],
  ) {}

  node(expr: Expr): MathNode {
    switch (expr.kind) {
      case "constant":
        return constantNode(expr.value === null ? NOTHING : typeof expr.value === "object" ? bare(expr.value) : expr.value);
      case "unit":
        return constantNode(unitQuantity(expr.unit));
      case "name":
        return this.read(meaningOf(expr.name, this.place));
      case "member":
        return this.read(memberMeaning(expr.of, expr.name, this.place));
      case "operator":
        if (expr.operator === "and" || expr.operator === "or") return functionNode(`$${expr.operator}`, [new math.SymbolNode(SCOPE), this.node(expr.args[0]!), this.later(expr.args[1]!)]);
        return new math.OperatorNode(expr.symbol as never, expr.operator as never, expr.args.map((arg) => this.node(arg)));
      case "choose":
        return functionNode("$choose", [new math.SymbolNode(SCOPE), this.node(expr.condition), this.later(expr.then), this.later(expr.otherwise)]);
      case "call":
        return this.call(expr.fn, expr.args);
    }
  }

  /** A part as a constant that is code. */
  private later(expr: Expr): MathNode {
    return constantNode(this.node(expr).compile());
  }

  private read(meaning: Meaning): MathNode {
    if (meaning.kind === "unit") return constantNode(unitQuantity(meaning.unit));
    if (meaning.kind === "field" || (meaning.kind === "column" && meaning.level === 0)) this.reads.push(meaning);
    const [name, reader] = readerOf(meaning);
    this.readers.set(name, reader);
    return new math.SymbolNode(name);
  }

  private call(fn: FunctionName, args: readonly Expr[]): MathNode {
    const { needs }: Signature = SIGNATURES[fn];
    const [own] = this.place.rows;
    if (needs !== undefined && own === undefined) throw new ExpressionError(`${fn}() stands in the scope of a row only`);
    if (needs === "tree" && own?.table.tree !== true) throw new ExpressionError(`${fn}() is for rows of a tree — ${own?.table.id ?? ""} has no tree: true`);
    let table: NamedTable | undefined = own;
    const nodes = args.map((arg, at) => {
      switch (parameterAt(fn, at)) {
        case "table": {
          table = this.tableOf(arg, fn);
          const { index } = table;
          return this.read({ kind: "table", table: { table: table.table, index } });
        }
        case "inner":
          return constantNode(compileExpression(quoted(arg, `${fn}() takes its conditions and values in quotes`), within(this.place, table!)));
        case "column":
          return constantNode(columnOf(table!, quoted(arg, `${fn}() takes the column's name in quotes`)).index);
        case "fixed":
          return constantNode(fixedRow(table!, quoted(arg, `${fn}() takes the row's id in quotes`)));
        default:
          return this.node(arg);
      }
    });
    return functionNode(`$${fn}`, NEEDS_FRAME.has(fn) ? [new math.SymbolNode("$frame"), ...nodes] : nodes);
  }

  private tableOf(arg: Expr, fn: string): NamedTable {
    const table = arg.kind === "name" ? tableNamed(this.place.definition, arg.name) : null;
    if (table === null) throw new ExpressionError(`${fn}() takes a table first — there are ${this.place.definition.tables.map((entry) => entry.id).join(", ") || "none"}`);
    return table;
  }
}

function fixedRow({ table }: NamedTable, id: string): string {
  if (!table.fixed?.some((row) => row.id === id)) throw new ExpressionError(`"${id}" is no fixed row of ${table.id} — there are ${table.fixed?.map((row) => row.id).join(", ") ?? "none"}`);
  return id;
}

function quoted(expr: Expr, otherwise: string): string {
  if (expr.kind !== "constant" || typeof expr.value !== "string") throw new ExpressionError(otherwise);
  return expr.value;
}

function constantNode(value: unknown): MathNode {
  return new math.ConstantNode(value as never);
}

function functionNode(name: string, args: MathNode[]): MathNode {
  return new math.FunctionNode(new math.SymbolNode(name), args);
}

/** How a name is read, under a name that no other meaning has. */
function readerOf(meaning: Exclude<Meaning, { kind: "unit" }>): [string, Reader] {
  switch (meaning.kind) {
    case "field": {
      const { index } = meaning;
      return [`field ${index}`, ({ sheet }) => sheet.field(index)];
    }
    case "column": {
      const { index, level } = meaning;
      return level === 0 ? [`own ${index}`, ({ row }) => row?.value(index) ?? NOTHING] : [`outer ${index}`, ({ outer }) => outer?.row?.value(index) ?? NOTHING];
    }
    case "table": {
      const { index } = meaning.table;
      return [`table ${index}`, ({ sheet }) => sheet.rows(index)];
    }
    case "list": {
      const { index, table } = meaning;
      return [`list ${table.index} ${index}`, ({ sheet }) => sheet.column(table.index, index)];
    }
  }
}

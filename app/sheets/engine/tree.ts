/**
 * The language of expressions as a closed set of forms. mathjs parses the text; whatever it parses that is not one of these forms
 * (assignments, matrices, ranges, methods, functions that are not ours) ends here, so nothing else of mathjs can be reached.
 */
import type { AccessorNode, ConditionalNode, ConstantNode, FunctionNode, MathNode, OperatorNode, ParenthesisNode, SymbolNode } from "mathjs";
import { EXPRESSION_CHARS, EXPRESSION_DEPTH } from "../limits";
import { type Decimal, decimal, math } from "./math";
import { type FunctionName, isFunctionName, SIGNATURES, type Signature } from "./signatures";
import { parseUnit, type Unit } from "./units";

export const OPERATORS = ["add", "subtract", "multiply", "divide", "pow", "unaryMinus", "unaryPlus", "equal", "unequal", "smaller", "smallerEq", "larger", "largerEq", "and", "or", "not"] as const;
export type Operator = (typeof OPERATORS)[number];

export type Expr =
  | { kind: "constant"; value: null | boolean | string | Decimal }
  | { kind: "unit"; unit: Unit }
  | { kind: "name"; name: string }
  | { kind: "member"; of: string; name: string }
  | { kind: "operator"; operator: Operator; symbol: string; args: Expr[] }
  | { kind: "choose"; condition: Expr; then: Expr; otherwise: Expr }
  | { kind: "call"; fn: FunctionName; args: Expr[] };

/** An expression that is none, in words for whoever writes definitions. */
export class ExpressionError extends Error {
  override readonly name = "ExpressionError";
}

/** Parses an expression. Throws an ExpressionError with what is wrong and what would be right. */
export function parseExpression(text: string): Expr {
  if (text.length > EXPRESSION_CHARS) throw new ExpressionError(`is longer than ${EXPRESSION_CHARS} characters — split it`);
  return read(parse(text), 0);
}

function parse(text: string): MathNode {
  try {
    return math.parse(text);
  } catch (error) {
    throw new ExpressionError(`is no expression: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function read(node: MathNode, depth: number): Expr {
  if (depth > EXPRESSION_DEPTH) throw new ExpressionError(`is nested more than ${EXPRESSION_DEPTH} deep — split it over several cells`);
  const inside = (child: MathNode): Expr => read(child, depth + 1);
  switch (node.type) {
    case "ParenthesisNode":
      return inside((node as ParenthesisNode).content);
    case "ConstantNode":
      return constant((node as ConstantNode).value);
    case "SymbolNode":
      return { kind: "name", name: (node as SymbolNode).name };
    case "AccessorNode":
      return member(node as AccessorNode);
    case "OperatorNode":
      return operator(node as OperatorNode, inside);
    case "ConditionalNode": {
      const { condition, trueExpr, falseExpr } = node as ConditionalNode;
      return { kind: "choose", condition: inside(condition), then: inside(trueExpr), otherwise: inside(falseExpr) };
    }
    case "FunctionNode":
      return call(node as FunctionNode, inside);
    case "RelationalNode":
      throw new ExpressionError("compares three values at once — write a < b and b < c");
    default:
      throw new ExpressionError(`${node.toString().slice(0, 40)} is not part of the language — see docs/sheets.md`);
  }
}

function constant(value: unknown): Expr {
  if (value === null || typeof value === "boolean" || typeof value === "string") return { kind: "constant", value };
  if (math.isBigNumber(value) && value.isFinite()) return { kind: "constant", value };
  // The 100 of a percent sign.
  if (typeof value === "number" && Number.isFinite(value)) return { kind: "constant", value: decimal(value) };
  throw new ExpressionError(`${String(value)} is no value — use a number, a text in quotes, true, false or null`);
}

function member(node: AccessorNode): Expr {
  const [index] = node.index.dimensions;
  const { object } = node;
  if (!math.isSymbolNode(object) || !node.index.dotNotation || node.optionalChaining || !math.isConstantNode(index)) {
    throw new ExpressionError(`${node.toString()} is not part of the language — write table.column`);
  }
  return { kind: "member", of: object.name, name: String(index.value) };
}

function operator(node: OperatorNode, inside: (child: MathNode) => Expr): Expr {
  const { fn, op, args, implicit } = node as unknown as { fn: string; op: string; args: MathNode[]; implicit: boolean };
  if (implicit) return quantity(node, args, inside);
  if (!OPERATORS.includes(fn as Operator)) throw new ExpressionError(`the operator ${op} is not part of the language — see docs/sheets.md`);
  return { kind: "operator", operator: fn as Operator, symbol: op, args: args.map(inside) };
}

/** `5 h`: a number and a unit; nothing else is multiplied by standing side by side. */
function quantity(node: OperatorNode, [left, right]: readonly MathNode[], inside: (child: MathNode) => Expr): Expr {
  const unit = math.isSymbolNode(right) ? parseUnit(right.name) : null;
  if (left === undefined || unit === null || !math.isConstantNode(left) || !math.isBigNumber(left.value)) {
    throw new ExpressionError(`${node.toString()}: put an operator between them — only a number and a unit stand side by side (5 h)`);
  }
  return { kind: "operator", operator: "multiply", symbol: "*", args: [inside(left), { kind: "unit", unit }] };
}

function call(node: FunctionNode, inside: (child: MathNode) => Expr): Expr {
  const name = math.isSymbolNode(node.fn) ? node.fn.name : String(node.fn);
  if (!isFunctionName(name)) throw new ExpressionError(`${name}() is no function — see docs/sheets.md for those there are`);
  const { takes, more = 0 }: Signature = SIGNATURES[name];
  if (node.args.length < takes.length || node.args.length > takes.length + more) {
    throw new ExpressionError(`${name}() takes ${takes.length}${more > 0 ? " or more" : ""} ${takes.length === 1 && more === 0 ? "value" : "values"}, not ${node.args.length}`);
  }
  return { kind: "call", fn: name, args: node.args.map(inside) };
}

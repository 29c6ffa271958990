/**
 * mathjs with what expressions need and nothing else: its parser, its compiler and its decimals. Everything that is not in the list
 * below is not in this instance, neither on the server nor in the browser. Operators and functions are ours (`operators.ts`).
 */
import {
  type BigNumber,
  create,
  createAccessorNode,
  createArrayNode,
  createAssignmentNode,
  createBigNumberClass,
  createBlockNode,
  createConditionalNode,
  createConstantNode,
  createFunctionAssignmentNode,
  createFunctionNode,
  createIndexNode,
  createNode,
  createObjectNode,
  createOperatorNode,
  createParenthesisNode,
  createParse,
  createRangeNode,
  createRelationalNode,
  createResultSet,
  createSymbolNode,
  createTyped,
  factory,
  type FactoryFunction,
  type MathJsInstance,
} from "mathjs";

type Creator = FactoryFunction<unknown>;

// The published types leave out the single factories, which the package exports for bundles like this one.
declare module "mathjs" {
  const createAccessorNode: Creator, createArrayNode: Creator, createAssignmentNode: Creator, createBigNumberClass: Creator, createBlockNode: Creator;
  const createConditionalNode: Creator, createConstantNode: Creator, createFunctionAssignmentNode: Creator, createFunctionNode: Creator;
  const createIndexNode: Creator, createNode: Creator, createObjectNode: Creator, createOperatorNode: Creator, createParenthesisNode: Creator;
  const createParse: Creator, createRangeNode: Creator, createRelationalNode: Creator, createResultSet: Creator, createSymbolNode: Creator, createTyped: Creator;
}

/** An exact decimal number of at most 64 digits. */
export type Decimal = BigNumber;

/** What only the parts of mathjs ask for that no expression of ours reaches (matrices, ranges, object access). */
const unreachable = (name: string): Creator =>
  factory(name, [], () => () => {
    throw new Error(`${name} is not part of expressions`);
  });

const numeric: Creator = factory("numeric", [], () => decimal);
const isBounded: Creator = factory("isBounded", [], () => () => true);

const parts = {
  createTyped, createBigNumberClass, numeric, isBounded, createNode, createResultSet,
  subset: unreachable("subset"), size: unreachable("size"),
  createAccessorNode, createArrayNode, createAssignmentNode, createBlockNode, createConditionalNode, createConstantNode, createFunctionAssignmentNode, createFunctionNode,
  createIndexNode, createObjectNode, createOperatorNode, createParenthesisNode, createRangeNode, createRelationalNode, createSymbolNode, createParse,
}; // prettier-ignore

export const math = create(parts, { number: "BigNumber", precision: 64 }) as MathJsInstance & { BigNumber: new (digits: string | number) => Decimal };

/** Makes a decimal of decimal notation; throws where it is none. */
export function decimal(digits: string | number): Decimal {
  return new math.BigNumber(digits);
}

export const ZERO = decimal(0);
export const ONE = decimal(1);

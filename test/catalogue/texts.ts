/** Every text that a command takes, found in its JSON Schema. */
import { z } from 'zod';
import { ALL_COMMANDS } from '../../src/catalogue/index.ts';

interface Node {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly properties?: { readonly [name: string]: Node };
  readonly propertyNames?: Node;
  readonly additionalProperties?: Node | boolean;
  readonly items?: Node;
  readonly prefixItems?: readonly Node[];
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
  readonly allOf?: readonly Node[];
  readonly $ref?: string;
}

export interface Text {
  /** `command field.path[]`. */
  readonly field: string;
  readonly register: boolean;
  /** A top-level field that the vault seals before anything else sees it. */
  readonly sealed: boolean;
  /** Takes any words: no form keeps a person's name out. */
  readonly open: boolean;
  /** In characters; infinite where nothing limits it. */
  readonly longest: number;
}

/** No form of a code, a number or a place lets all of this through. */
const WORDS = 'Siti Rahma, tetangga Budi; Jl. Melati 5, "sakit"';

function isOpen({ enum: values, const: only, format, pattern }: Node): boolean {
  if (values !== undefined || only !== undefined || format !== undefined) return false;
  return pattern === undefined || new RegExp(pattern, 'u').test(WORDS);
}

/** Nodes that may be a text. One without any type may be anything, and so a text too. */
function* textsOf(node: Node, path: string): Generator<readonly [string, Node]> {
  if (node.$ref !== undefined) throw new Error(`${path} refers to ${node.$ref}: follow it here first`);
  const choices = [...(node.anyOf ?? []), ...(node.oneOf ?? []), ...(node.allOf ?? [])];
  for (const choice of choices) yield* textsOf(choice, path);
  for (const [name, child] of Object.entries(node.properties ?? {})) {
    yield* textsOf(child, path === '' ? name : `${path}.${name}`);
  }
  for (const child of [...(node.prefixItems ?? []), ...(node.items === undefined ? [] : [node.items])]) {
    yield* textsOf(child, `${path}[]`);
  }
  if (node.propertyNames !== undefined) yield* textsOf(node.propertyNames, `${path}{}`);
  if (typeof node.additionalProperties === 'object') yield* textsOf(node.additionalProperties, `${path}{}`);
  const untyped = node.type === undefined && choices.length === 0;
  if (untyped || [node.type].flat().includes('string')) yield [path, node];
}

export const TEXTS: readonly Text[] = ALL_COMMANDS.flatMap(({ name, target, data, sealed }) =>
  [...textsOf(z.toJSONSchema(data, { io: 'input', unrepresentable: 'any' }) as Node, '')].map(
    ([path, node]) => ({
      field: `${name} ${path}`,
      register: target === 'register',
      sealed: Object.hasOwn(sealed, path),
      open: isOpen(node),
      longest: node.maxLength ?? Number.POSITIVE_INFINITY,
    }),
  ),
);

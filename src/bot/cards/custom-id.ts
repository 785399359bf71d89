/**
 * `v1:<command path>:<step>:<token>`: the step that a press or a submitted form leads to. It
 * grants no rights and names no amount: person, amount and payee come from the database. The token
 * is the id of a pending row in base 36, then a `.` and the detail for the step.
 */
import { z } from 'zod';
import type { RequestId } from '../../bank/index.ts';

const version = 'v1';
const lengthMax = 100;
const idBits = 63n;

export interface CustomId {
  /** The command's path, for example `staff customer freeze`. */
  readonly path: string;
  readonly step: string;
  /** The pending row that holds the conversation's values. */
  readonly row: RequestId | null;
  readonly detail: string;
}

const grammar = z
  .string()
  .max(lengthMax)
  .regex(/^v\d{1,3}:[a-z0-9-]+(?: [a-z0-9-]+){0,2}:[a-z0-9-]+:[0-9a-z]{0,13}(?:\.[\w-]*)?$/);

export function encodeCustomId({ path, step, row, detail }: CustomId): string {
  const token = `${row === null ? '' : row.toString(36)}${detail === '' ? '' : `.${detail}`}`;
  const id = `${version}:${path}:${step}:${token}`;
  const problem = grammar.safeParse(id).error;
  if (problem) throw new TypeError(`Not a custom id: ${JSON.stringify(id)}`);
  return id;
}

/** The detail of a proof: the action it is for, and that action's own token. */
export const provedAct = ({
  action,
  token,
}: {
  readonly action: string;
  readonly token: string;
}): string => `${action}_${token}`;

/** Null where the proof is for a confirm card, whose detail may say what goes on afterwards. */
export function actProved(detail: string): { action: string; token: string } | null {
  const [action = '', ...rest] = detail.split('_');
  return action === '' || rest.length === 0 ? null : { action, token: rest.join('_') };
}

/** What goes on after a login, registration or deposit: a row with its values, or a command. */
export type Resume = { readonly row: RequestId } | { readonly path: string };

export const resumeDetail = (resume: Resume): string =>
  'row' in resume ? resume.row.toString(36) : `_${resume.path.replaceAll(' ', '_')}`;

/** Null where nothing goes on. */
export function resumeIn(detail: string): Resume | null {
  if (detail.startsWith('_')) return { path: detail.slice(1).replaceAll('_', ' ') };
  const row = /^[0-9a-z]{1,13}$/.test(detail) ? rowOf(detail) : null;
  return row === null ? null : { row };
}

function rowOf(text: string): RequestId | null {
  if (text === '') return null;
  let value = 0n;
  for (const digit of text) value = value * 36n + BigInt(Number.parseInt(digit, 36));
  return value < 1n << idBits ? (value as RequestId) : null;
}

/** A sum of minor units, and what goes on afterwards: `-1250` or `-1250_4f`. */
export const sumDetail = (units: bigint, resume: Resume | null): string =>
  `-${units}${resume === null ? '' : `_${resumeDetail(resume)}`}`;

export function sumIn(detail: string): { units: bigint; resume: Resume | null } | null {
  const found = /^-(\d{1,19})(?:_(.+))?$/.exec(detail);
  if (found === null) return null;
  const [, units = '', resume = ''] = found;
  return { units: BigInt(units), resume: resumeIn(resume) };
}

export type Decoded =
  | { readonly kind: 'ours'; readonly id: CustomId }
  /** Made by a version of the bank that numbers its steps differently. */
  | { readonly kind: 'other-version' }
  | { readonly kind: 'unknown' };

/** Never throws: the text comes from outside and may be forged. */
export function decodeCustomId(text: string): Decoded {
  if (!grammar.safeParse(text).success) {
    return { kind: /^v\d{1,3}:/.test(text) ? 'other-version' : 'unknown' };
  }
  const [found = '', path = '', step = '', token = ''] = text.split(':');
  if (found !== version) return { kind: 'other-version' };
  const dot = token.indexOf('.');
  const row = dot === -1 ? token : token.slice(0, dot);
  const detail = dot === -1 ? '' : token.slice(dot + 1);
  const id = rowOf(row);
  if (row !== '' && id === null) return { kind: 'unknown' };
  return { kind: 'ours', id: { path, step, row: id, detail } };
}

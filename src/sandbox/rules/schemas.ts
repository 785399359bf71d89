/**
 * Discord's published schemas. Importing them takes about 0.125 s, so it is done once, soon after
 * the sandbox has started.
 */
import type { Issue } from '../http/issue.ts';
import { issuesOf, type ParseIssue } from './zod-issues.ts';
import { unknownKeys } from './unknown-keys.ts';

interface Schema {
  safeParse(
    value: unknown,
  ):
    | { readonly success: true; readonly data: unknown }
    | { readonly success: false; readonly error: { readonly issues: readonly ParseIssue[] } };
}

export class Schemas {
  #loading: Promise<Readonly<Record<string, unknown>>> | null = null;
  #schemas: Readonly<Record<string, unknown>> | null = null;

  async load(): Promise<void> {
    this.#loading ??= import('discord-api-spec/zod') as Promise<Readonly<Record<string, unknown>>>;
    this.#schemas = await this.#loading;
  }

  get isLoaded(): boolean {
    return this.#schemas !== null;
  }

  /** The issues found by the schema of this name, including unknown keys. */
  judge(name: string, value: unknown, options: { readonly allowed: ReadonlySet<string> }): Issue[] {
    const schema = this.#schemas?.[name] as Schema | undefined;
    if (!schema) throw new Error(`Defect: there is no schema ${name}, or it is not loaded`);
    const result = schema.safeParse(value);
    if (!result.success) return issuesOf(result.error.issues, value);
    return unknownKeys(value, result.data, options.allowed);
  }
}

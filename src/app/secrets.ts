/** The bank's two secrets: created once and stored with the data, or given by the settings. */
import { createHmac, randomBytes } from 'node:crypto';
import { chmod, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Config } from '../config/config.ts';
import { moveInto, replaceFile } from '../lib/replace-file.ts';
import { terminal } from '../words/index.ts';

export interface Secrets {
  /** At least 32 bytes. */
  readonly pepper: Buffer;
  /** 32 bytes. */
  readonly piiKey: Buffer;
}

/** The secrets file is damaged, or does not belong to this database. */
export class SecretsError extends Error {
  override readonly name = 'SecretsError';
}

const say = terminal.start.secrets;
const fileName = 'secrets.json';
const fileForm = z.strictObject({
  version: z.literal(1),
  passwordPepper: z.base64().length(44),
  piiKey: z.base64().length(44),
});
type SecretsFile = z.output<typeof fileForm>;

async function readExisting(path: string): Promise<SecretsFile | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  await chmod(path, 0o600);
  try {
    return fileForm.parse(JSON.parse(text));
  } catch (error) {
    throw new SecretsError(say.damaged(path), { cause: error });
  }
}

const newKey = (): string => randomBytes(32).toString('base64');

const write = async (path: string, made: SecretsFile): Promise<void> =>
  replaceFile(path, `${JSON.stringify(made, null, 2)}\n`);

async function makeNew(folder: string): Promise<void> {
  const made: SecretsFile = { version: 1, passwordPepper: newKey(), piiKey: newKey() };
  await write(join(folder, fileName), made);
}

/** The name under which a database stores the fingerprint of its personal data key. */
export const piiKeyMark = 'pii-key';

const nextName = 'secrets.next.json';

/** The key that will replace the current one. Created once, so an interrupted rotation goes on. */
export async function nextPiiKey(folder: string): Promise<Buffer> {
  const begun = await readExisting(join(folder, nextName));
  if (begun !== null) return decode(begun.piiKey);
  const present = await readExisting(join(folder, fileName));
  if (present === null) throw new SecretsError(say.missing(fileName, folder));
  const next = { ...present, piiKey: newKey() };
  await write(join(folder, nextName), next);
  return decode(next.piiKey);
}

export async function useNextPiiKey(folder: string): Promise<void> {
  await moveInto(join(folder, nextName), join(folder, fileName));
}

const decode = (text: string | undefined) => Buffer.from(text ?? '', 'base64');

/** Null until the first start has created the file, unless the settings give both secrets. */
export async function findSecrets(config: Config): Promise<Secrets | null> {
  const { passwordPepper: givenPepper, piiKey: givenKey } = config.bank;
  const needsFile = givenPepper === null || givenKey === null;
  const file = needsFile ? await readExisting(join(config.dataFolder, fileName)) : null;
  if (needsFile && file === null) return null;
  return {
    pepper: givenPepper === null ? decode(file?.passwordPepper) : Buffer.from(givenPepper),
    piiKey: decode(givenKey ?? file?.piiKey),
  };
}

/** Creates the file on the first start, unless the settings give both secrets. */
export async function loadSecrets(
  config: Config,
): Promise<{ readonly secrets: Secrets; readonly madeNow: boolean }> {
  const known = await findSecrets(config);
  if (known !== null) return { secrets: known, madeNow: false };
  await makeNew(config.dataFolder);
  const secrets = await findSecrets(config);
  if (secrets === null) throw new SecretsError(say.missing(fileName, config.dataFolder));
  return { secrets, madeNow: true };
}

/** Identifies the secret a database was written with, without revealing it. */
export function fingerprint(secret: Buffer): string {
  return createHmac('sha256', secret).update('passbook secrets').digest('hex').slice(0, 32);
}

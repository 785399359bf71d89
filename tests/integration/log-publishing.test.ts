/** The published log, its witnesses, and a payment that a customer proves to a third person. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { collectCosignatures } from '../../src/app/log/cosignatures.ts';
import { LogForked, logFolder, logFolderIn, readCheckpoints } from '../../src/app/log/folder.ts';
import { filesAt, RemoteError } from '../../src/app/log/remote-files.ts';
import { openWitness, witnessOnce } from '../../src/app/log/witness-folder.ts';
import type { RequestId } from '../../src/bank/index.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { readWitness, verifierKeyText } from '../../src/records/index.ts';
import { logRound } from '../support/log-round.ts';
import { verifyTexts } from '../support/verifier.ts';
import { exactly, pay } from '../support/bank.ts';
import { refusal } from '../support/staff.ts';
import { withBank } from '../support/with-bank.ts';

const { bank, anna, ben, database } = withBank({
  balances: { anna: 100_000n, ben: 0n },
  leavesBooksUnchecked: true,
  // The tests run the rounds.
  settings: { logEveryMs: 3_600_000 },
});
let folder: string;
const servers: Server[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passbook-log-'));
});
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Serves a folder as a web server would; returns its address. */
async function serve(path: string): Promise<string> {
  const server = createServer((request, response) => {
    try {
      response.end(readFileSync(join(path, request.url ?? '')));
    } catch {
      response.writeHead(404).end();
    }
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const logged = async () => logRound(database.pool, { extensions: async () => ['currency GEM 2'] });
const publish = async () => logFolder(folder).publish(bank.log);
const own = async (name: string) => {
  const place = join(folder, name);
  const signer = await openWitness(place, `${name}.example`);
  return { folder: place, signer, seconds: BigInt(Math.floor(systemClock.now() / 1_000)) };
};
const proofOf = async (id: RequestId) => bank.proofs.payment(anna.session, id);

describe('the folder', () => {
  test('has tiles, key and checkpoint, readable by a web server, and grows', async () => {
    await logged();
    await publish();
    const first = readFileSync(join(logFolderIn(folder), 'checkpoint'), 'utf8');
    // One tile becomes full.
    const payments = Array.from({ length: 260 }, async () => pay(bank, anna, ben, 1n));
    await Promise.all(payments);
    await logged();
    await publish();
    const now = readFileSync(join(logFolderIn(folder), 'checkpoint'), 'utf8');
    expect(now).not.toBe(first);
    expect(statSync(join(logFolderIn(folder), 'tile/0/000')).size).toBe(8_192);
    expect(statSync(join(logFolderIn(folder), 'checkpoint')).mode & 0o777).toBe(0o644);
    expect(readCheckpoints(folder).at(-1)).toBe(now);
  });

  test('is not replaced by a log that does not continue it', async () => {
    for (let count = 0; count < 3; count += 1) await pay(bank, anna, ben, 1n);
    await logged();
    await publish();
    for (const table of ['log_rows', 'log_tiles', 'log_state', 'checkpoints']) {
      await database.pool.write(`DELETE FROM ${table}`);
    }
    await logged();
    await expect(publish()).rejects.toThrow(LogForked);
  });
});

test('a payment is proved to a person who trusts the checkpoints and a witness', async () => {
  const paid = await pay(bank, anna, ben, 1_250n, 'rent');
  expect(await proofOf(paid.requestId)).toEqual({ kind: 'soon' });
  await logged();
  await publish();
  const bankAt = await serve(logFolderIn(folder));
  const witness = await own('first');
  const looked = await witnessOnce({ place: bankAt, read: filesAt(bankAt) }, witness);
  expect(looked.observed.kind).toBe('accepted');
  const witnessAt = await serve(join(witness.folder, 'public'));
  const named = await readWitness(`${verifierKeyText(witness.signer.key)} ${witnessAt}`);
  expect(await collectCosignatures(bank.log, [named])).toEqual([]);
  await logFolder(folder).publishCosigned(bank.log);
  const cosigned = readFileSync(join(logFolderIn(folder), 'cosigned'), 'utf8');

  const proof = await proofOf(paid.requestId);
  if (proof.kind !== 'proved') throw new Error(proof.kind);
  expect(proof.witnesses).toBe(1);
  expect(proof.file.length).toBeLessThan(2_048);
  expect(proof.file).toContain(cosigned);
  const keys = `${(await bank.log.verifierKey())!}\n${verifierKeyText(witness.signer.key)}\n`;
  const result = await verifyTexts([
    { name: 'keys', text: keys },
    { name: 'proof', text: proof.file },
  ]);
  const said = result.lines.map(({ text }) => text).join('\n');
  expect(result.verdict).toBe('good');
  expect(said).toContain('transfer of 12.50 GEM');
  expect(said).toContain('cosigned by first.example');
});

test('a payment of others is not proved to a customer', async () => {
  const { requestId } = await pay(bank, anna, ben, 5n);
  await logged();
  const proof = await bank.proofs.payment(ben.session, requestId);
  expect(proof.kind).toBe('proved');
  const own = await bank.payments.deposit(ben.session, {
    requestId: (requestId + 7n) as RequestId,
    wish: exactly(3n),
    memo: null,
  });
  await logged();
  expect(await refusal(proofOf(own.requestId))).toBe('TRANSACTION_UNKNOWN');
  expect(await refusal(proofOf(5n as RequestId))).toBe('TRANSACTION_UNKNOWN');
});

describe('a witness', () => {
  test('signs no second history, and writes a report that others can check', async () => {
    for (let count = 0; count < 3; count += 1) await pay(bank, anna, ben, 1n);
    await logged();
    await publish();
    const at = logFolderIn(folder);
    const witness = await own('first');
    await witnessOnce({ place: at, read: filesAt(at) }, witness);
    // The bank makes another log of the same rows, with its own key and name, and publishes it.
    const origin = (await bank.log.verifierKey())!.split('+')[0]!;
    for (const table of ['log_rows', 'log_tiles', 'log_state', 'checkpoints']) {
      await database.pool.write(`DELETE FROM ${table}`);
    }
    await logged();
    await database.pool.write('DELETE FROM log_rows');
    await database.pool.write('UPDATE log_state SET origin = ?, size = 0, edge = ?', [
      origin,
      Buffer.alloc(0),
    ]);
    await pay(bank, anna, ben, 1n);
    await logged();
    rmSync(at, { recursive: true });
    await publish();
    const looked = await witnessOnce({ place: at, read: filesAt(at) }, witness);
    expect(looked.observed.kind).toBe('fork');
    const report = { name: 'report', text: readFileSync(looked.report!, 'utf8') };
    const key = { name: 'verifier-key', text: (await bank.log.verifierKey())! };
    const { verdict, lines } = await verifyTexts([key, report]);
    expect(verdict).toBe('bad');
    expect(lines.map(({ text }) => text).join('\n')).toContain('signed two histories');
  });

  test('keeps its key and name, and its signature is used only where it is valid', async () => {
    await logged();
    await publish();
    const at = logFolderIn(folder);
    const witness = await own('first');
    expect((await openWitness(witness.folder, 'other')).key).toEqual(witness.signer.key);
    await witnessOnce({ place: at, read: filesAt(at) }, witness);
    const again = await witnessOnce({ place: at, read: filesAt(at) }, witness);
    expect(again.observed.kind).toBe('same');
    const url = await serve(join(witness.folder, 'public'));
    const stranger = await own('second');
    const wrong = await readWitness(`${verifierKeyText(stranger.signer.key)} ${url}`);
    const gone = { ...wrong, url: 'http://127.0.0.1:9' };
    expect(await collectCosignatures(bank.log, [wrong, gone])).toEqual([
      { url, reason: 'not-signed' },
      { url: gone.url, reason: 'unreachable' },
    ]);
    expect(await bank.log.cosigned()).toBeNull();
  });

  test('an address that answers too much or redirects is refused', async () => {
    const server = createServer((request, response) => {
      if (request.url === '/far') response.writeHead(302, { location: '/checkpoint' }).end();
      else response.end(Buffer.alloc(200_000));
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const read = filesAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await expect(read('checkpoint')).rejects.toThrow(RemoteError);
    await expect(read('far')).rejects.toThrow(RemoteError);
  });
});

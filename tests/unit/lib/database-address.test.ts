import { expect, test } from 'vitest';
import {
  AddressError,
  type AddressFault,
  databaseUrl,
  parseDatabaseUrl,
} from '../../../src/lib/database-address.ts';

test('reads every part of an address', () => {
  expect(parseDatabaseUrl('mysql://us%40er:p%3Aw%2F@db.example:3307/my-bank?tls=verify')).toEqual({
    host: 'db.example',
    port: 3307,
    socketPath: null,
    user: 'us@er',
    password: 'p:w/',
    schema: 'my-bank',
    tls: 'verify',
  });
});

test('reads the servers of a cluster in order', () => {
  const url = 'mysql://bank:a%2Cb@one:3307,two,[::1]:3309/passbook?tls=verify';
  expect(parseDatabaseUrl(url)).toMatchObject({
    host: 'one',
    port: 3307,
    others: [
      { host: 'two', port: 3306 },
      { host: '::1', port: 3309 },
    ],
    password: 'a,b',
    schema: 'passbook',
    tls: 'verify',
  });
});

test.each([
  'mysql://bank:secret@one:3307,two:3306,[::1]:3309/passbook?tls=verify',
  'mysql://root@localhost:3306/passbook?socket=%2Ftmp%2Fa%20b%2Fdb.sock',
  'mysql://us%40er:p%3Aw%2F%25@db.example:3307/my-bank?tls=unverified',
  'mysql://root@[::1]:3306/passbook',
])('writes %s as it was read', (url) => {
  expect(parseDatabaseUrl(databaseUrl(parseDatabaseUrl(url)))).toEqual(parseDatabaseUrl(url));
});

test.each([
  ['passbook', 'form'],
  ['http://localhost/passbook', 'scheme'],
  ['mysql://localhost/', 'schema'],
  ['mysql://one,,two/bank', 'hosts'],
  ['mysql://one,two:x/bank', 'hosts'],
  ['mysql://localhost/a%60b', 'schema'],
  ['mysql://localhost/bank?tls=maybe', 'tls'],
  ['mysql://localhost/bank?multipleStatements=true', 'parameter'],
])('refuses %s', (url, fault) => {
  expect(() => parseDatabaseUrl(url)).toThrow(new AddressError(fault as AddressFault));
});

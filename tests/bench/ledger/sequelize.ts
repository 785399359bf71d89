/** The textbook transaction through an ORM, without its expensive unneeded parts. */
import {
  DataTypes,
  literal,
  Op,
  Sequelize,
  Transaction,
  type Model,
  type ModelStatic,
} from 'sequelize';
import type { DatabaseAddress } from '../../../src/lib/database-address.ts';
import { connectionsFor, someFingerprint, type Contender } from './contender.ts';

const big = DataTypes.BIGINT;
/** A new one each time: the library writes into it. */
const key = () => ({ type: big, primaryKey: true });

function connect(address: DatabaseAddress, connections: number): Sequelize {
  return new Sequelize(address.schema, address.user, address.password, {
    dialect: 'mysql',
    host: address.host,
    port: address.port,
    dialectOptions: {
      ...(address.socketPath === null ? {} : { socketPath: address.socketPath }),
      charset: 'utf8mb4_bin',
      supportBigNumbers: true,
      bigNumberStrings: true,
    },
    logging: false,
    pool: { max: connections, min: connections, acquire: 60_000 },
    isolationLevel: Transaction.ISOLATION_LEVELS.READ_COMMITTED,
    define: { timestamps: false, freezeTableName: true },
  });
}

type Table = ModelStatic<Model>;

function tables(database: Sequelize) {
  const Account: Table = database.define('accounts', {
    id: key(),
    status: DataTypes.STRING,
    balance: big,
    held: big,
    last_seq: big,
    paid_out_that_day: big,
    counted_day: DataTypes.DATEONLY,
  });
  const Booking: Table = database.define('transactions', {
    id: key(),
    kind: DataTypes.STRING,
    customer_id: big,
    initiator_id: big,
    fingerprint: DataTypes.BLOB,
    source_account_id: big,
    source_seq: big,
    target_account_id: big,
    target_seq: big,
    amount: big,
    booked_at: DataTypes.DATE(6),
  });
  const Entry: Table = database.define('entries', {
    account_id: key(),
    seq: key(),
    transaction_id: big,
    kind: DataTypes.STRING,
    amount: big,
    balance_after: big,
    counterparty_account_id: big,
    memo: DataTypes.STRING,
    booked_at: DataTypes.DATE(6),
  });
  const Message: Table = database.define('outbox', {
    id: key(),
    customer_id: big,
    kind: DataTypes.STRING,
    subject_id: big,
    subject_seq: big,
    due_at: DataTypes.DATE(6),
  });
  return { Account, Booking, Entry, Message };
}

interface AccountValues {
  readonly id: string;
  readonly status: string;
  readonly balance: string;
  readonly held: string;
  readonly last_seq: string;
}

export const sequelize: Contender = {
  name: 'Sequelize',
  open: async ({ address, nextId, callers }) => {
    const database = connect(address, connectionsFor(callers));
    const { Account, Booking, Entry, Message } = tables(database);
    const now = literal('NOW(6)');
    return {
      transfer: async ({ from, to, amount, memo }) =>
        database.transaction(async (transaction) => {
          const accounts = (await Account.findAll({
            attributes: ['id', 'status', 'balance', 'held', 'last_seq'],
            where: { id: { [Op.in]: [from.accountId, to.accountId] } },
            order: ['id'],
            lock: Transaction.LOCK.UPDATE,
            transaction,
            raw: true,
          })) as unknown as AccountValues[];
          const source = accounts.find(({ id }) => BigInt(id) === from.accountId);
          const target = accounts.find(({ id }) => BigInt(id) === to.accountId);
          if (source?.status !== 'OPEN' || target === undefined) throw new Error('refused');
          const balance = BigInt(source.balance);
          if (balance - BigInt(source.held) < amount) throw new Error('funds');
          const id = nextId();
          const sourceSeq = BigInt(source.last_seq) + 1n;
          const targetSeq = BigInt(target.last_seq) + 1n;
          const quick = { transaction, validate: false, hooks: false };
          await Booking.bulkCreate(
            [
              {
                id,
                kind: 'TRANSFER',
                customer_id: from.session.customerId,
                initiator_id: from.session.id,
                fingerprint: someFingerprint,
                source_account_id: from.accountId,
                source_seq: sourceSeq,
                target_account_id: to.accountId,
                target_seq: targetSeq,
                amount,
                booked_at: now,
              },
            ],
            quick,
          );
          const shared = { transaction_id: id, kind: 'TRANSFER', memo, booked_at: now };
          await Entry.bulkCreate(
            [
              {
                ...shared,
                account_id: from.accountId,
                seq: sourceSeq,
                amount: -amount,
                balance_after: balance - amount,
                counterparty_account_id: to.accountId,
              },
              {
                ...shared,
                account_id: to.accountId,
                seq: targetSeq,
                amount,
                balance_after: BigInt(target.balance) + amount,
                counterparty_account_id: from.accountId,
              },
            ],
            quick,
          );
          const message = {
            id: nextId(),
            customer_id: to.session.customerId,
            kind: 'MONEY_RECEIVED',
            subject_id: to.accountId,
            subject_seq: targetSeq,
            due_at: now,
          };
          await Message.bulkCreate([message], quick);
          await Account.update(
            {
              balance: balance - amount,
              last_seq: sourceSeq,
              paid_out_that_day: literal(
                `IF(counted_day = CURRENT_DATE, paid_out_that_day, 0) + ${amount}`,
              ),
              counted_day: literal('CURRENT_DATE'),
            },
            { where: { id: from.accountId }, ...quick },
          );
          await Account.update(
            { balance: BigInt(target.balance) + amount, last_seq: targetSeq },
            { where: { id: to.accountId }, ...quick },
          );
        }),
      close: async () => database.close(),
    };
  },
};

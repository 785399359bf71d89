/** Publishes the log after each of its rounds, and reports what hinders that. */
import type { Bank, LogService, ReportEvent } from '../../bank/index.ts';
import type { Config } from '../../config/config.ts';
import { isTold } from '../../lib/retry.ts';
import type { Logger } from '../../log/logger.ts';
import { readWitness, type Witness } from '../../records/index.ts';
import { reportTo } from '../bank.ts';
import { collectCosignatures } from './cosignatures.ts';
import type { Lifecycle } from '../lifecycle.ts';
import { LogForked, logFolder } from './folder.ts';

interface PublisherTools {
  readonly dataFolder: string;
  readonly logger: Logger;
  readonly witnesses: readonly Witness[];
}

interface LogPublisher {
  start(log: LogService): void;
  /** Never throws; a failure is reported, and the next round tries again. */
  readonly publish: () => void;
  /** Waits for a running round. */
  close(): Promise<void>;
}

function logPublisher({ dataFolder, logger, witnesses }: PublisherTools): LogPublisher {
  const folder = logFolder(dataFolder);
  let log: LogService | null = null;
  let running: Promise<void> = Promise.resolve();
  let failures = 0;
  const run = async (from: LogService): Promise<void> => {
    try {
      await folder.publish(from);
      for (const { url, reason } of await collectCosignatures(from, witnesses)) {
        logger.event('log.witness-refused', { name: url, code: reason });
      }
      await folder.publishCosigned(from);
      failures = 0;
    } catch (error) {
      failures += 1;
      if (!isTold(failures)) return;
      if (error instanceof LogForked) logger.event('log.forked', { name: error.message });
      else logger.event('log.not-published', {}, error);
    }
  };
  const publish = (): void => {
    if (log === null) return;
    const from = log;
    running = running.then(async () => run(from));
  };
  return {
    start: (from) => {
      log = from;
      publish();
    },
    publish,
    close: async () => running,
  };
}

/** Opens the bank; its log is published until the bank is closed. */
export async function openPublishedBank(
  tools: {
    readonly config: Pick<Config, 'dataFolder' | 'witnesses'>;
    readonly logger: Logger;
    readonly lifecycle: Lifecycle;
  },
  create: (report: ReportEvent) => Promise<Bank>,
): Promise<Bank> {
  const { config, logger, lifecycle } = tools;
  const { dataFolder } = config;
  const witnesses = await Promise.all(config.witnesses.map(readWitness));
  const publisher = logPublisher({ dataFolder, logger, witnesses });
  return lifecycle.own(
    'bank',
    async () => {
      const bank = await create(reportTo(logger, publisher.publish));
      publisher.start(bank.log);
      return bank;
    },
    async (bank) => {
      await bank.close();
      await publisher.close();
    },
  );
}

/** The bank's own page in this process, with Discord played by a server that accepts everything. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { REST } from 'discord.js';
import type { Bank, DiscordUserId } from '../../../src/bank/index.ts';
import { loadCommands } from '../../../src/bot/command/loader.ts';
import { createDesk } from '../../../src/bot/desk/desk.ts';
import type { DeskTools } from '../../../src/bot/desk/opened.ts';
import { systemClock } from '../../../src/lib/clock.ts';
import type { Logger } from '../../../src/log/logger.ts';
import { servePage } from '../../../src/page/index.ts';
import { PageClient } from '../../support/page-client.ts';

const logger: Logger = { event: () => {}, close: () => {} };
export const place = { guildId: null, channelId: '100000000000000001' };

export interface Door {
  /** A browser that has opened a link of this person for `/login`. */
  loginPage(person: DiscordUserId): Promise<PageClient>;
  close(): Promise<void>;
}

export async function openDoor(bank: Bank): Promise<Door> {
  const discord = createServer((request, response) => {
    request.resume();
    response.setHeader('content-type', 'application/json');
    response.end('{}');
  });
  await new Promise<void>((resolve) => discord.listen(0, '127.0.0.1', resolve));
  const { port } = discord.address() as AddressInfo;
  const tools = {
    bank,
    bankName: 'Bench',
    clock: systemClock,
    logger,
    registry: await loadCommands(),
    summaries: [],
    staffGuildId: null,
    expiry: { watch: () => {}, forget: () => {}, open: () => {}, close: async () => {} },
    page: { url: 'http://localhost:1', secrets: 'page' as const },
    rest: new REST({ api: `http://127.0.0.1:${port}/api`, globalRequestsPerSecond: 10_000 }),
    applicationId: () => '100000000000000002',
  };
  const desk = createDesk(tools as Partial<DeskTools> as DeskTools);
  const parts = { bankName: 'Bench', logger, desk: () => desk, links: () => bank.links };
  const server = await servePage(parts, { host: '127.0.0.1', port: 0, publicUrl: null, tls: null });
  return {
    loginPage: async (person) => {
      const form = { form: 'v1:login:form:', values: {}, place, locale: null, language: 'en' };
      const content = JSON.stringify({ ...form, token: 'token' });
      const { token } = await bank.links.issue({ discordUserId: person, content });
      const browser = new PageClient(server.origin);
      const page = await browser.open(token);
      if (page.status !== 200) throw new Error(page.text);
      return browser;
    },
    close: async () => {
      await desk.idle();
      await server.close();
      discord.closeAllConnections();
      await new Promise<void>((resolve) => discord.close(() => resolve()));
    },
  };
}

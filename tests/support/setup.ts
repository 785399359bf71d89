/** What a bot in a test gets of `/setup`, where the test is not about it. */
import type { Installation } from '../../src/bot/installation/installation.ts';
import type { SetupTools } from '../../src/bot/installation/tools.ts';

const present = (value: string | null) => ({ value, isFixed: false });

export const testInstallation: Installation = {
  settings: {
    DISCORD_STAFF_GUILD_ID: present(null),
    DISCORD_STAFF_CHANNEL_ID: present(null),
    DISCORD_STAFF_LOG_CHANNEL_ID: present(null),
    BANK_CURRENCY: present('GEM'),
    DEPOSITS: present('open'),
  },
  waiting: null,
  reopen: () => {},
};

export const testSetup: SetupTools = {
  installation: testInstallation,
  servers: { channel: async () => '1', name: async () => null },
  examineStaff: async () => [],
};

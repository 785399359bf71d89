/** The users and channels of the bank's sandbox, and the standalone sandbox. */

/** The users and channels of the bank's sandbox, as the page shows them. */
const bankWorld = {
  description: 'A bank you use by chatting with it.',
  staffMember: (name: string) => `${name} (staff)`,
  bankTopic: 'Type /, or mention the bank with @. Only you see its answers.',
  chatTopic: 'Everything else',
  staffTopic: 'Staff commands and approvals',
  staffLogTopic: 'One line for each transaction and each staff action',
  otherTopic: 'The administrator of this server is not on our staff',
};

const usage = (port: number) => `npm run sandbox -- [--port PORT] [--folder FOLDER] [--name NAME]
                   [--shards NUMBER] [--faults FILE] [--checks on|off]

  --port    port on 127.0.0.1; 0 means any free one. Default: ${port}, or any free one if it is in use
  --folder  where people, messages and mail are stored. Default: .local/sandbox-alone
  --name    the bot's name in a new world. Default: My bot
  --shards  the recommended number of shards. Default: 1
  --faults  a JSON file with faults to inject; see docs/sandbox.md
  --checks  off: do not check what the bot sends, which is faster. Default: on`;

const recipe = (of: {
  readonly pageUrl: string;
  readonly apiUrl: string;
  readonly botToken: string;
  readonly smtpUrl: string;
  readonly applicationId: string;
  readonly serverId: string;
}) => `Sandbox: ${of.pageUrl}

Give your bot these two settings:
  DISCORD_API_URL=${of.apiUrl}
  DISCORD_TOKEN=${of.botToken}

and in discord.js:
  const client = new Client({ intents: [], rest: { api: process.env.DISCORD_API_URL } });
  await client.login(process.env.DISCORD_TOKEN);

To register commands you need: application ${of.applicationId}, server ${of.serverId}
Mail sent here appears in the page: ${of.smtpUrl}
Press Ctrl-C to stop.`;

export const sandbox = {
  bankWorld,
  aloneWorld: {
    description: 'A bot under construction.',
    generalTopic: 'Try the bot here',
    hint: 'Connect a bot, then type / to see its commands.',
  },
  usage,
  recipe,
  portTaken: (port: number) => `Port ${port} is in use by another program.`,
  onOrOff: (option: string) => `--${option} must be on or off.`,
  wholeNumber: (option: string, least: number, most: number) =>
    `--${option} must be a whole number from ${least} to ${most}.`,
  faultsFile: (why: string) => `--faults: ${why}`,
};

/**
 * Acts as people who use a bot in the sandbox, from a test or a script. It uses only the control
 * interface, so the sandbox may run in another process.
 *
 *     const driver = openDriver(sandbox.pageUrl);
 *     const anna = await driver.person('Anna');
 *     await anna.run('/transfer');
 *     await anna.fill({ to: '1234567890', amount: '5' });
 *     const receipt = await anna.press('Confirm');
 */
import { Control, type NewFile } from './driver/control.ts';
import { Feed } from './driver/feed.ts';
import { setPermissions, type Overwrite } from './driver/permissions.ts';
import { Player } from './driver/player.ts';
import type {
  ChatMessage,
  Fault,
  FaultStep,
  Finding,
  Mail,
  NewPost,
  ScriptProgress,
  UploadedFile,
} from './protocol/protocol.ts';

export { ControlError } from './driver/control.ts';
export type { Answer } from './driver/answer.ts';
export type { Overwrite } from './driver/permissions.ts';
export { Player } from './driver/player.ts';
export { buttonsOf, controlsOf, fieldsOf, textOf } from './driver/text.ts';

export interface Driver {
  /** By id, display name or username; an unknown person is added and joins the servers. */
  person(name: string): Promise<Player>;
  /** Uploads a file as a person; its id can be used in options, fields and messages. */
  upload(player: Player, file: NewFile): Promise<UploadedFile>;
  /**
   * Sets who may use a command in a server; null for all commands of the bot. Replaces the earlier
   * setting; an empty list restores the default.
   *
   *     await driver.permissions('Town', '/pay', [{ role: '@everyone', allow: false }]);
   */
  permissions(
    server: string,
    command: string | null,
    overwrites: readonly Overwrite[],
  ): Promise<void>;
  /** Posts as a webhook or as another app; the channel by its id. */
  post(message: NewPost): Promise<ChatMessage>;
  /** All mail, newest first. */
  mail(): Promise<Mail[]>;
  /** The rules the bot has broken so far. */
  findings(): Promise<Finding[]>;
  /** Injects a fault: at once for the gateway, else with the next matching request or event. */
  arm(fault: Fault): Promise<void>;
  disarm(): Promise<void>;
  /** Runs a script of faults, replacing the one that is running. */
  play(script: readonly FaultStep[]): Promise<void>;
  /** The progress of the script; null without one. */
  script(): Promise<ScriptProgress | null>;
  close(): void;
}

export interface DriverOptions {
  /**
   * How long an act waits for an edit after type 6 before its answer is `updating`. Default 5 s; an
   * act's own `withinMs` overrides it.
   */
  readonly editWithinMs?: number;
}

const editWithinMsByDefault = 5_000;

export function openDriver(pageUrl: string, options: DriverOptions = {}): Driver {
  const { editWithinMs = editWithinMsByDefault } = options;
  const control = new Control(pageUrl);
  const players = new Map<string, Player>();
  const feeds: Feed[] = [];

  async function play(name: string): Promise<Player> {
    const people = await control.people();
    const known = people.find((candidate) =>
      [candidate.id, candidate.displayName, candidate.username].includes(name),
    );
    const person = known ?? (await control.addPerson({ displayName: name }));
    const existing = players.get(person.id);
    if (existing) return existing;
    const feed = await Feed.open(control.liveUrl(person.id));
    feeds.push(feed);
    const player = new Player({ person, control, feed, editWithinMs });
    const { directMessages, servers } = player.view;
    const channels = [directMessages, ...servers.flatMap((server) => server.channels)];
    const histories = channels.map((channel) => control.messages(person.id, channel.id));
    for (const history of await Promise.all(histories)) {
      for (const message of history) {
        if (!feed.messages.has(message.id)) feed.remember(message);
      }
    }
    feed.mail = await control.mail();
    players.set(person.id, player);
    return player;
  }

  return {
    person: play,
    upload: (player, file) => control.upload(player.id, file),
    permissions: (server, command, overwrites) =>
      setPermissions(control, { server, command }, overwrites),
    post: (message) => control.post(message),
    mail: () => control.mail(),
    findings: () => control.findings(),
    arm: (fault) => control.arm(fault),
    disarm: () => control.disarm(),
    play: async (script) => void (await control.play(script)),
    script: () => control.script(),
    close: () => {
      for (const feed of feeds) feed.close();
    },
  };
}

/**
 * The control interface: what a person can click in the page, a test or a script can do. Types
 * only, shared by the server, the page and the driver. Nothing in it knows what the bot is about.
 *
 * | method and path (under /control) | body → answer |
 * |---|---|
 * | GET    /people                                   | → Person[] |
 * | POST   /people                                   | NewPerson → Person |
 * | PATCH  /people/:person                           | PersonChange → Person |
 * | GET    /people/:person/view                      | → View |
 * | GET    /people/:person/channels/:channel/messages?before&limit | → ChatMessage[], oldest first |
 * | POST   /people/:person/channels/:channel/seen    | all of its messages are seen now → 204 |
 * | POST   /people/:person/mail/seen                 | all mail to this person is seen now → 204 |
 * | POST   /people/:person/messages                  | NewChatMessage → ChatMessage |
 * | POST   /people/:person/files?name=               | bytes, their type in Content-Type → UploadedFile |
 * | DELETE /people/:person/messages/:message         | dismisses an ephemeral message → 204 |
 * | POST   /people/:person/commands                  | RunCommand → Started |
 * | POST   /people/:person/suggestions               | AskForChoices → Suggestions, when the bot answered |
 * | POST   /people/:person/components                | UseComponent → Started |
 * | POST   /people/:person/modals/:modal             | SubmitModal → Started |
 * | DELETE /people/:person/modals/:modal             | closes the form; the bot is told nothing → 204 |
 * | GET    /servers                                  | → ManagedServer[] |
 * | POST   /servers                                  | NewServer → ManagedServer |
 * | PATCH  /servers/:server                          | ServerChange → ManagedServer |
 * | PUT    /servers/:server/members/:person          | MemberChange → ManagedServer; who is not in it, joins |
 * | DELETE /servers/:server/members/:person          | leaves; not the owner → ManagedServer |
 * | POST   /servers/:server/roles                    | RoleChange with a name → ManagedServer |
 * | PATCH  /servers/:server/roles/:role              | RoleChange → ManagedServer |
 * | DELETE /servers/:server/roles/:role              | not @everyone → ManagedServer |
 * | POST   /servers/:server/channels                 | NewChannel → ManagedServer |
 * | PUT    /servers/:server/commands/:command/permissions | CommandPermissionsChange → ManagedServer |
 * | GET    /mail?address=                            | → Mail[], newest first; no address: all mail |
 * | GET    /findings                                 | → Finding[]: every rule the bot broke |
 * | GET    /faults                                   | → ArmedFault[]: trouble that still waits |
 * | POST   /faults                                   | Fault → 204; trouble on demand |
 * | DELETE /faults                                   | calls off what waits, a script too → 204 |
 * | DELETE /faults/:fault                            | calls off one → 204 |
 * | GET    /faults/script                            | → ScriptProgress, or null |
 * | POST   /faults/script                            | FaultStep[] → ScriptProgress; plays it |
 * | DELETE /faults/script                            | stops it → 204 |
 * | GET    /inspector                                | → InspectorOverview |
 * | GET    /inspector/interactions/:interaction      | → InspectedInteractionDetail |
 * | GET    /inspector/requests/:request              | → InspectedRequestDetail |
 * | WS     /inspector/live                           | InspectorOverview, and again after changes |
 * | WS     /people/:person/live                      | LiveEvent stream: a `view` first, and again
 * |        whenever anything in it but `unread` and `modal` changes |
 *
 * Refusals are `{ message }` with status 400 (a client-side rule, such as a required option), 404
 * or 409 (no bot connected).
 */
import type {
  APIApplicationCommand,
  APIAttachment,
  APIMessage,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import type { InteractionView } from './interactions.ts';

export interface Person {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  /** 0 to 359; the colour of the letter avatar. */
  readonly hue: number;
  /** Their address at the sandbox's own mail server. */
  readonly email: string;
  readonly dmsClosed: boolean;
  readonly locale: string;
  /** Owns the bot's application. */
  readonly ownsApplication: boolean;
}
export interface NewPerson {
  readonly displayName: string;
}
export interface PersonChange {
  readonly displayName?: string;
  /** Of all people one owns the application: this one from now on. */
  readonly ownsApplication?: true;
  readonly dmsClosed?: boolean;
  readonly locale?: string;
}

export interface Channel {
  readonly id: string;
  /** Null for the direct messages with the bot. */
  readonly serverId: string | null;
  readonly name: string;
  readonly topic: string;
  /** Ids of those of the server's commands that its managers keep out of this channel. */
  readonly closedCommands: readonly string[];
}
export interface Role {
  readonly id: string;
  readonly name: string;
  /** RGB, 0 for none. */
  readonly color: number;
}
export interface Server {
  readonly id: string;
  readonly name: string;
  readonly hue: number;
  readonly ownerId: string;
  readonly channels: readonly Channel[];
  readonly members: readonly Person[];
  /** Ids of roles by person; who has none is absent. */
  readonly memberRoles: Readonly<Record<string, readonly string[]>>;
  /** Without @everyone. */
  readonly roles: readonly Role[];
  /** What this person may call here, by permission: global and server commands. */
  readonly commands: readonly APIApplicationCommand[];
}
export interface Bot {
  readonly applicationId: string;
  readonly userId: string;
  readonly name: string;
  readonly hue: number;
  readonly description: string;
  /** A gateway session is live. */
  readonly online: boolean;
}
/** All that one person's client shows, without the messages. */
export interface View {
  readonly person: Person;
  readonly people: readonly Person[];
  readonly bot: Bot;
  readonly servers: readonly Server[];
  /** The direct-message channel with the bot; it exists from the start. */
  readonly directMessages: Channel & { readonly commands: readonly APIApplicationCommand[] };
  /** One line for a first-time visitor, given by whoever started the sandbox. */
  readonly hint: string;
  /** A form that is open for this person, if any. */
  readonly modal: OpenModal | null;
  readonly unread: Unread;
}
/** What has not been seen; a page that shows a channel or the mailbox says `seen`. */
export interface Unread {
  /** Messages by channel, of this person; channels without any are absent. */
  readonly channels: Readonly<Record<string, number>>;
  readonly mail: number;
  /** Direct messages and mail of every other person together, for the person switcher. */
  readonly people: Readonly<Record<string, number>>;
}

/** A message as Discord would send it, and what only a client knows of it. */
export type ChatMessage = APIMessage & {
  /** The one person who can see it, for ephemeral messages. */
  readonly visible_to?: string;
  /** The command it answers, without a slash: the line "Anna used /transfer" above a message. */
  readonly used_command?: string;
};

export interface NewChatMessage {
  readonly channelId: string;
  readonly content: string;
  /** Ids of uploaded files; with any, the content may be empty. */
  readonly attachments?: readonly string[];
}

/** Its id is what attachment options, upload fields and messages take. */
export interface UploadedFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
}

export type OptionValue = string | number | boolean;
export interface RunCommand {
  readonly channelId: string;
  /** With spaces for subcommands, without a slash: `transfer`, `staff customer freeze`. */
  readonly command: string;
  /** Member, role and channel options take an id. */
  readonly options?: Readonly<Record<string, OptionValue>>;
  /** The message or person a context-menu command was called on. */
  readonly targetId?: string;
  /** Sends what a client would refuse to send. */
  readonly unchecked?: boolean;
}
export interface AskForChoices {
  readonly channelId: string;
  readonly command: string;
  /** What is filled in so far, the option being typed included. */
  readonly options?: Readonly<Record<string, OptionValue>>;
  /** The option being typed. */
  readonly focused: string;
}
export interface Choice {
  /** In the person's language where the bot gave it. */
  readonly name: string;
  readonly value: string | number;
}
export interface Suggestions {
  readonly interactionId: string;
  /** Null when the bot did not answer in time: "Loading options failed". */
  readonly choices: readonly Choice[] | null;
}
export interface UseComponent {
  readonly messageId: string;
  readonly customId: string;
  /** For selects. */
  readonly values?: readonly string[];
  readonly unchecked?: boolean;
}
export type FieldValue = string | boolean | readonly string[] | null;
export interface SubmitModal {
  /** By custom id. Text: string; checkbox: boolean; radio: string or null; others: list of ids. */
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly unchecked?: boolean;
}
export interface Started {
  readonly interactionId: string;
}

/**
 * Closes when the bot acknowledges its submit (`modal: null` is told then); left without an answer
 * it stays open and can be submitted again, as in Discord's client.
 */
export interface OpenModal {
  /** The id of the interaction it answered. */
  readonly id: string;
  readonly channelId: string;
  readonly data: APIModalInteractionResponseCallbackData;
}

export type LiveEvent =
  | { readonly type: 'view'; readonly view: View }
  /** New or changed. */
  | { readonly type: 'message'; readonly message: ChatMessage }
  | { readonly type: 'message-removed'; readonly channelId: string; readonly messageId: string }
  | { readonly type: 'interaction'; readonly interaction: InteractionView }
  | { readonly type: 'modal'; readonly modal: OpenModal | null }
  | { readonly type: 'unread'; readonly unread: Unread }
  | { readonly type: 'mail'; readonly mail: Mail }
  /** How many rules the bot broke so far. */
  | { readonly type: 'findings'; readonly count: number };

export interface Mail {
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly receivedAt: string;
}

export type * from './inspector.ts';
export type * from './interactions.ts';
export type * from './servers.ts';
export type * from './faults.ts';
export type { APIAttachment };

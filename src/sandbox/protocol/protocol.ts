/**
 * The control interface: everything a person can do in the page, for tests and scripts. Types
 * only, shared by the server, the page and the driver. It knows nothing about a particular bot.
 *
 * | method and path (under /control) | body → answer |
 * |---|---|
 * | GET    /people                                   | → Person[] |
 * | POST   /people                                   | NewPerson → Person |
 * | PATCH  /people/:person                           | PersonChange → Person |
 * | GET    /people/:person/view                      | → View |
 * | GET    /people/:person/channels/:channel/messages?before&limit | → ChatMessage[], oldest first |
 * | POST   /people/:person/channels/:channel/seen    | marks its messages as read → 204 |
 * | POST   /people/:person/mail/seen                 | marks the mail as read → 204 |
 * | POST   /people/:person/messages                  | NewChatMessage → ChatMessage |
 * | POST   /people/:person/files?name=               | bytes, their type in Content-Type → UploadedFile |
 * | PATCH  /people/:person/messages/:message         | ChatMessageChange → ChatMessage; own text |
 * | DELETE /people/:person/messages/:message         | deletes an own message, or dismisses an ephemeral one → 204 |
 * | POST   /posts                                    | NewPost → ChatMessage |
 * | POST   /people/:person/commands                  | RunCommand → Started |
 * | POST   /people/:person/suggestions               | AskForChoices → Suggestions, when the bot answered |
 * | POST   /people/:person/components                | UseComponent → Started |
 * | POST   /people/:person/modals/:modal             | SubmitModal → Started |
 * | DELETE /people/:person/modals/:modal             | closes the form in the client only → 204 |
 * | GET    /servers                                  | → ManagedServer[] |
 * | POST   /servers                                  | NewServer → ManagedServer |
 * | PATCH  /servers/:server                          | ServerChange → ManagedServer |
 * | PUT    /servers/:server/members/:person          | MemberChange → ManagedServer; joins if needed |
 * | DELETE /servers/:server/members/:person          | leaves; not the owner → ManagedServer |
 * | POST   /servers/:server/roles                    | RoleChange with a name → ManagedServer |
 * | PATCH  /servers/:server/roles/:role              | RoleChange → ManagedServer |
 * | DELETE /servers/:server/roles/:role              | not @everyone → ManagedServer |
 * | POST   /servers/:server/channels                 | NewChannel → ManagedServer |
 * | PUT    /servers/:server/commands/:command/permissions | CommandPermissionsChange → ManagedServer |
 * | GET    /mail?address=                            | → Mail[], newest first; no address: all mail |
 * | GET    /findings                                 | → Finding[]: every rule the bot broke |
 * | GET    /faults                                   | → ArmedFault[]: faults that wait to happen |
 * | POST   /faults                                   | Fault → 204; injects it |
 * | DELETE /faults                                   | cancels all faults and the script → 204 |
 * | DELETE /faults/:fault                            | cancels one → 204 |
 * | GET    /faults/script                            | → ScriptProgress, or null |
 * | POST   /faults/script                            | FaultStep[] → ScriptProgress; runs it |
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
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import type { Guide } from './guide.ts';
import type { InteractionView } from './interactions.ts';
import type { ChatMessage } from './messages.ts';

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
  /** The language was chosen for this person; otherwise it is that of the first browser. */
  readonly localeChosen?: boolean;
  /** Owns the bot's application. */
  readonly ownsApplication: boolean;
}
export interface NewPerson {
  readonly displayName: string;
}
export interface PersonChange {
  readonly displayName?: string;
  /** Makes this person the one owner of the application. */
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
  /** Ids of the commands that the server's managers do not allow in this channel. */
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
  /** Role ids by person; people without roles are absent. */
  readonly memberRoles: Readonly<Record<string, readonly string[]>>;
  /** Without @everyone. */
  readonly roles: readonly Role[];
  /** The global and server commands this person may use here. */
  readonly commands: readonly APIApplicationCommand[];
}
export interface Bot {
  readonly applicationId: string;
  readonly userId: string;
  readonly name: string;
  readonly hue: number;
  readonly description: string;
  /** Whether a gateway session is connected. */
  readonly online: boolean;
  /** Whether it sees messages in servers that do not mention it: the privileged intent. */
  readonly readsMessages: boolean;
}
/** Everything that one person's client shows, except messages. */
export interface View {
  readonly person: Person;
  readonly people: readonly Person[];
  readonly bot: Bot;
  readonly servers: readonly Server[];
  /** The direct-message channel with the bot; it exists from the start. */
  readonly directMessages: Channel & { readonly commands: readonly APIApplicationCommand[] };
  /** One line for first-time visitors, from the sandbox's options. */
  readonly hint: string;
  /** Shown instead of the line; null if there is none. */
  readonly guide: Guide | null;
  /** The form that is open for this person, or null. */
  readonly modal: OpenModal | null;
  readonly unread: Unread;
}
/** Unread counts; a page that shows a channel or the mailbox posts `seen`. */
export interface Unread {
  /** Unread messages of this person by channel; channels without any are absent. */
  readonly channels: Readonly<Record<string, number>>;
  readonly mail: number;
  /** Unread direct messages and mail of all other people together, for the person switcher. */
  readonly people: Readonly<Record<string, number>>;
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
  /** The options filled in so far, including the one being typed. */
  readonly options?: Readonly<Record<string, OptionValue>>;
  /** The option being typed. */
  readonly focused: string;
}
export interface Choice {
  /** In the person's language, if the bot provides it. */
  readonly name: string;
  readonly value: string | number;
}
export interface Suggestions {
  readonly interactionId: string;
  /** Null if the bot did not answer in time: "Loading options failed". */
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
 * Closes when the bot acknowledges the submit (the event has `modal: null`). Without an answer it
 * stays open and can be submitted again, as in Discord's client.
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

export type * from './guide.ts';
export type * from './inspector.ts';
export type * from './interactions.ts';
export type * from './messages.ts';
export type * from './servers.ts';
export type * from './faults.ts';
export type { APIAttachment };

/** One person's client: the live model, and the page's actions. */
import { useEffect, useMemo, useReducer } from 'preact/hooks';
import type {
  AskForChoices,
  Choice,
  OptionValue,
  SubmitModal,
  UploadedFile,
} from '../../protocol/protocol.ts';
import { callsOf, listMail, Refusal, type PersonCalls } from './api.ts';
import { openLive } from './live.ts';
import { applyChange, emptyModel, type Change, type Model } from './model.ts';

const pageSize = 50;
/** The sandbox's limit, checked here first to avoid a useless upload. */
const fileBytesMax = 10 * 1024 * 1024;

export interface Actions {
  readonly openChannel: (channelId: string) => Promise<void>;
  readonly loadOlder: (channelId: string, before: string) => Promise<void>;
  readonly openMailbox: () => Promise<void>;
  readonly say: (
    channelId: string,
    content: string,
    attachments: readonly string[],
  ) => Promise<boolean>;
  /** Null if it was refused; the reason is then shown. */
  readonly upload: (file: File) => Promise<UploadedFile | null>;
  /** Null if the bot did not answer in time. */
  readonly suggest: (request: AskForChoices) => Promise<readonly Choice[] | null>;
  readonly run: (
    channelId: string,
    command: string,
    options: Readonly<Record<string, OptionValue>>,
    targetId?: string,
  ) => Promise<boolean>;
  readonly use: (
    messageId: string,
    customId: string,
    values?: readonly string[],
  ) => Promise<boolean>;
  readonly dismiss: (messageId: string) => Promise<boolean>;
  readonly submit: (
    modalId: string,
    fields: SubmitModal['fields'],
  ) => Promise<{ readonly interactionId: string } | { readonly refusal: string }>;
  readonly closeModal: (modalId: string) => Promise<void>;
  readonly markSeen: (channelId: string) => void;
  readonly markMailSeen: () => void;
  readonly setDmsClosed: (closed: boolean) => Promise<boolean>;
  readonly forget: (interactionId: string) => void;
  readonly notify: (text: string | null) => void;
}

export interface Client {
  readonly model: Model;
  readonly actions: Actions;
}

export function useClient(personId: string): Client {
  const [model, change] = useReducer(applyChange, emptyModel);
  const calls = useMemo(() => callsOf(personId), [personId]);
  useEffect(
    () =>
      openLive(personId, {
        onEvent: (event) => change({ type: 'live', event }),
        onOpen: () => change({ type: 'opened' }),
        onLost: () => change({ type: 'lost' }),
      }),
    [personId],
  );
  const actions = useMemo(() => createActions(calls, change), [calls]);
  return useMemo(() => ({ model, actions }), [model, actions]);
}

function createActions(calls: PersonCalls, change: (change: Change) => void): Actions {
  const tell = (error: unknown): void => change({ type: 'notice', text: reasonOf(error) });
  const done = async (work: Promise<unknown>): Promise<boolean> => {
    try {
      await work;
      change({ type: 'notice', text: null });
      return true;
    } catch (error) {
      tell(error);
      return false;
    }
  };
  return {
    ...readActions(calls, change, tell),
    say: (channelId, content, attachments) => done(calls.say({ channelId, content, attachments })),
    upload: async (file) => {
      try {
        if (file.size === 0) throw new Refusal(`${file.name} is empty.`, 400);
        if (file.size > fileBytesMax) throw new Refusal(`${file.name} has more than 10 MiB.`, 400);
        return await calls.upload(file);
      } catch (error) {
        tell(error);
        return null;
      }
    },
    suggest: (request) =>
      calls.suggest(request).then(
        ({ choices }) => choices,
        () => null,
      ),
    run: (channelId, command, options, targetId) =>
      done(calls.run({ channelId, command, options, ...(targetId ? { targetId } : {}) })),
    use: (messageId, customId, values) =>
      done(calls.use({ messageId, customId, ...(values ? { values } : {}) })),
    dismiss: (messageId) => done(calls.dismiss(messageId)),
    submit: (modalId, fields) =>
      calls.submit(modalId, fields).catch((error: unknown) => ({ refusal: reasonOf(error) })),
    closeModal: async (modalId) => {
      change({ type: 'close-modal' });
      await calls.close(modalId).catch(() => undefined);
    },
    markSeen: (channelId) => quietly(calls.seen(channelId)),
    markMailSeen: () => quietly(calls.mailSeen()),
    setDmsClosed: (dmsClosed) => done(calls.change({ dmsClosed })),
    forget: (interactionId) => change({ type: 'forget', interactionId }),
    notify: (text) => change({ type: 'notice', text }),
  };
}

function readActions(
  calls: PersonCalls,
  change: (change: Change) => void,
  tell: (error: unknown) => void,
): Pick<Actions, 'openChannel' | 'loadOlder' | 'openMailbox'> {
  return {
    openChannel: async (channelId) => {
      change({ type: 'fetching', channelId });
      try {
        const messages = await calls.messages(channelId, { limit: pageSize });
        const whole = messages.length < pageSize;
        change({ type: 'page', channelId, messages, whole, latest: true });
      } catch (error) {
        tell(error);
      }
    },
    loadOlder: async (channelId, before) => {
      try {
        const messages = await calls.messages(channelId, { before, limit: pageSize });
        const whole = messages.length < pageSize;
        change({ type: 'page', channelId, messages, whole, latest: false });
      } catch (error) {
        tell(error);
      }
    },
    openMailbox: async () => {
      try {
        change({ type: 'mailbox', mail: await listMail() });
      } catch (error) {
        tell(error);
      }
    },
  };
}

const reasonOf = (error: unknown): string =>
  error instanceof Refusal ? error.message : 'Something went wrong in this page.';

/** Ignores errors of background calls that the next event corrects. */
const quietly = (work: Promise<unknown>): void => void work.catch(() => undefined);

/** The layout of one person's client. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Composer } from './composer/composer.tsx';
import { FormHost } from './form/form-host.tsx';
import { Inspector } from './inspector/inspector.tsx';
import { ManageHost } from './manage/manage-host.tsx';
import { Conversation } from './message/conversation.tsx';
import { isNarrow } from './parts/narrow.ts';
import { ConnectionBanner, Hint } from './people/banners.tsx';
import { GuideLine } from './people/guide-line.tsx';
import { ChannelList } from './people/channel-list.tsx';
import { Mailbox } from './people/mailbox.tsx';
import { MemberList } from './people/member-list.tsx';
import { PlaceHeader } from './people/place-header.tsx';
import { Profile } from './people/profile.tsx';
import { QuickSwitcher } from './people/quick-switcher.tsx';
import { Rail } from './people/rail.tsx';
import { mailboxPlace } from './state/address.ts';
import { useBack } from './state/back.ts';
import { useClient } from './state/client.ts';
import {
  commandsAt,
  findChannel,
  SceneContext,
  serverOf,
  useScene,
  type InspectorState,
  type Managed,
  type Scene,
} from './state/context.ts';
import type { GuideCommand, View } from '../protocol/protocol.ts';
import { speak, words } from './words/words.ts';

export interface PersonSceneProps {
  readonly personId: string;
  readonly place: string | null;
  readonly onAddress: (personId: string, place: string | null) => void;
}

export function PersonScene({ personId, place: wanted, onAddress }: PersonSceneProps) {
  const { model, actions } = useClient(personId);
  const { view } = model;
  const [offered, setOffered] = useState<GuideCommand | null>(null);
  const [profile, setProfile] = useState<{ userId: string; anchor: Element } | null>(null);
  const [inspector, setInspector] = useInspectorState();
  const [managed, setManaged] = useState<Managed | null>(null);
  const place = view && placeOf(view, wanted);
  useEffect(() => {
    document.title = view ? `${view.person.displayName} – ${view.bot.name}` : 'Sandbox';
  }, [view?.person.displayName, view?.bot.name]);
  const scene = useMemo((): Scene | null => {
    if (!view || !place) return null;
    return {
      model,
      actions,
      view,
      place,
      goTo: (next) => onAddress(personId, next),
      becomePerson: (next, nextPlace) =>
        onAddress(next, nextPlace ?? sharedPlace(view, next, place)),
      offerCommand: (path, words = '') => setOffered({ path, words }),
      showProfile: (userId, anchor) => setProfile({ userId, anchor }),
      inspector,
      setInspector,
      manage: setManaged,
    };
  }, [model, actions, view, place, personId, onAddress, inspector, setInspector]);
  if (view) speak(view.person.locale);
  if (!scene) return <Loading lost={model.connection === 'lost'} />;
  return (
    <SceneContext.Provider value={scene}>
      <Layout offered={offered} />
      <FormHost />
      {managed && <ManageHost managed={managed} />}
      {profile && <Profile {...profile} onClose={() => setProfile(null)} />}
    </SceneContext.Provider>
  );
}

const inspectorKey = 'inspector-open';

/** Stores whether the inspector is open, because switching people rebuilds the client. */
function useInspectorState(): [InspectorState, (state: InspectorState) => void] {
  const [state, setState] = useState<InspectorState>(() => ({
    open: sessionStorage.getItem(inspectorKey) !== null,
    interactionId: null,
  }));
  const change = useCallback((next: InspectorState): void => {
    if (next.open) sessionStorage.setItem(inspectorKey, 'yes');
    else sessionStorage.removeItem(inspectorKey);
    setState(next);
  }, []);
  return [state, change];
}

type Drawer = 'none' | 'places' | 'members';

function Layout({ offered }: { offered: GuideCommand | null }) {
  const { view, place, inspector, setInspector } = useScene();
  const [drawer, setDrawer] = useState<Drawer>('none');
  const [membersShown, setMembersShown] = useState(true);
  const [switching, setSwitching] = useState(false);
  useEffect(() => setDrawer('none'), [place, view.person.id]);
  useBack(drawer !== 'none', () => setDrawer('none'));
  useKey('Escape', () => setDrawer('none'));
  useKey('Control k', () => setSwitching(true));
  // By key position, because Alt changes the letter on a Mac.
  useKey('Alt KeyI', () => setInspector({ open: !inspector.open, interactionId: null }));
  const channel = findChannel(view, place);
  const toggleMembers = (): void => {
    if (isNarrow()) setDrawer(drawer === 'members' ? 'none' : 'members');
    else setMembersShown(!membersShown);
  };
  const classes = [
    'client',
    `drawer-${drawer}`,
    inspector.open ? 'with-inspector' : membersShown && channel && 'with-members',
  ];
  return (
    <div class={classes.filter(Boolean).join(' ')}>
      <div class="places">
        <Rail />
        <ChannelList />
      </div>
      <main class="place-main">
        <PlaceHeader
          membersShown={membersShown}
          onMenu={() => setDrawer('places')}
          onMembers={toggleMembers}
        />
        <ConnectionBanner />
        {channel ? (
          <>
            <Conversation key={channel.id} channel={channel} />
            {view.guide ? <GuideLine guide={view.guide} /> : <Hint />}
            <Composer
              key={`composer ${channel.id}`}
              channel={channel}
              commands={commandsAt(view, place)}
              offered={offered}
            />
          </>
        ) : (
          <Mailbox />
        )}
      </main>
      {channel && <MemberList />}
      {inspector.open && <Inspector />}
      {switching && <QuickSwitcher onClose={() => setSwitching(false)} />}
      {drawer !== 'none' && (
        <button
          type="button"
          class="drawer-cover"
          aria-label={words().close}
          onClick={() => setDrawer('none')}
        />
      )}
    </div>
  );
}

/** Cmd on a Mac corresponds to Control elsewhere. */
function nameOf(event: KeyboardEvent): string {
  if (event.altKey) return `Alt ${event.code}`;
  return event.ctrlKey || event.metaKey ? `Control ${event.key}` : event.key;
}

function useKey(wanted: string, work: () => void): void {
  const latest = useRef(work);
  latest.current = work;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (nameOf(event) !== wanted) return;
      // Escape must also reach other open layers.
      if (wanted !== 'Escape') event.preventDefault();
      latest.current();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [wanted]);
}

/** The current channel; the first one if the address names none of theirs. */
function placeOf(view: View, wanted: string | null): string {
  if (wanted === mailboxPlace) return wanted;
  const known = wanted ? findChannel(view, wanted) : null;
  return known?.id ?? view.servers[0]?.channels[0]?.id ?? view.directMessages.id;
}

/** The channel to keep when switching to another person who also has it. */
function sharedPlace(view: View, personId: string, place: string): string | null {
  if (place === mailboxPlace) return place;
  const server = serverOf(view, place);
  return server?.members.some((member) => member.id === personId) ? place : null;
}

function Loading({ lost }: { lost: boolean }) {
  return (
    <p class="loading" role="status">
      {lost ? words().noAnswer : words().opening}
    </p>
  );
}

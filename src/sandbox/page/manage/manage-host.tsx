import { addServer } from '../state/api.ts';
import { useScene, type Managed } from '../state/context.ts';
import { Dialog } from '../parts/dialog.tsx';
import { words } from '../words/words.ts';
import { PeopleDialog } from './people-dialog.tsx';
import { ServerDialog } from './server-dialog.tsx';
import { AddForm, OutcomeLine } from './settings.tsx';
import { useAct } from './use-managed.ts';

export function ManageHost({ managed }: { managed: Managed }) {
  const { manage } = useScene();
  const close = (): void => manage(null);
  switch (managed.kind) {
    case 'people':
      return <PeopleDialog personId={managed.personId} onClose={close} />;
    case 'server':
      return <ServerDialog serverId={managed.serverId} onClose={close} />;
    case 'new-server':
      return <NewServer onClose={close} />;
  }
}

function NewServer({ onClose }: { onClose: () => void }) {
  const { view, goTo, manage } = useScene();
  const { outcome, act } = useAct();
  const say = words().manage.server;
  const add = async (name: string): Promise<void> => {
    const server = await addServer({ name, ownerId: view.person.id });
    const [first] = server.channels;
    if (first) goTo(first.id);
    manage({ kind: 'server', serverId: server.id });
  };
  return (
    <Dialog title={say.add} onClose={onClose}>
      <div class="dialog-body">
        <p class="entry-note">{say.addNote(view.bot.name)}</p>
        <AddForm label={say.newName} max={100} onAdd={(name) => act(add(name))} />
        <OutcomeLine outcome={outcome} />
      </div>
    </Dialog>
  );
}

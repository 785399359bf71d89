/** Mail received by the sandbox's mail server: this person's, or all. */
import { useEffect, useState } from 'preact/hooks';
import type { Mail } from '../../protocol/protocol.ts';
import { Icon } from '../parts/icons.tsx';
import { useNow } from '../parts/use-now.ts';
import { useScene } from '../state/context.ts';
import { formatMessageTime } from '../text/moments.ts';
import { words } from '../words/words.ts';

export function Mailbox() {
  const { model, view, actions } = useScene();
  const { email } = view.person;
  const [everybody, setEverybody] = useState(false);
  const { mail, connection } = model;
  useEffect(() => {
    if (connection === 'open' && mail === null) void actions.openMailbox();
  }, [connection, mail, actions]);
  const unread = view.unread.mail;
  useEffect(() => {
    if (mail !== null && unread > 0) actions.markMailSeen();
  }, [mail, unread, actions]);
  const isOwn = (one: Mail): boolean => one.to.includes(email);
  const listed = (mail ?? []).filter((one) => everybody || isOwn(one));
  const others = (mail ?? []).filter((one) => !isOwn(one)).length;
  return (
    <section class="mailbox" aria-label={words().places.mailbox}>
      <div class="mailbox-head">
        <p>
          {`${words().places.yourAddress} `}
          <code>{email}</code>
        </p>
        <label class="option-row">
          <input type="checkbox" checked={everybody} onChange={() => setEverybody(!everybody)} />
          <span>{words().places.otherMail(others)}</span>
        </label>
      </div>
      {mail !== null && listed.length === 0 && (
        <div class="nothing">
          <Icon name="mail" size={48} />
          <p>{words().places.noMail}</p>
        </div>
      )}
      <ol class="mails">
        {listed.map((one, index) => (
          <li key={one.id}>
            <MailView mail={one} open={index === 0} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function MailView({ mail, open }: { mail: Mail; open: boolean }) {
  const { view } = useScene();
  const reader = { now: useNow(60_000), locale: view.person.locale };
  return (
    <details class="mail" open={open}>
      <summary>
        <span class="mail-subject">{mail.subject || '(no subject)'}</span>
        <time dateTime={mail.receivedAt}>{formatMessageTime(mail.receivedAt, reader)}</time>
        <span class="mail-way">{`${mail.from} → ${mail.to.join(', ')}`}</span>
      </summary>
      <pre class="mail-text" tabIndex={0}>
        {mail.text}
      </pre>
    </details>
  );
}

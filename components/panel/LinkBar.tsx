import { LINK_LABELS, shortAddress } from '@/lib/domain/describe';
import type { LinkKind, PaperLink } from '@/lib/domain/paper';
import { Icon, type IconName } from '../shared/Icon';

const LINK_ICONS: Readonly<Record<LinkKind, IconName>> = {
  code: 'code',
  data: 'data',
  model: 'model',
  project: 'project',
  demo: 'demo',
  paper: 'paper',
};

function OutLink({
  link,
  primary,
  onOpen,
}: {
  readonly link: PaperLink;
  readonly primary: boolean;
  readonly onOpen: (url: string) => void;
}) {
  const whose = link.official ? '' : ' (not by the authors)';
  return (
    <a
      className={primary ? 'button button-primary link-primary' : 'button'}
      href={link.url}
      title={`${link.url}${whose}`}
      target="_blank"
      rel="noreferrer"
      onClick={(event) => {
        event.preventDefault();
        onOpen(link.url);
      }}
    >
      <Icon name={LINK_ICONS[link.kind]} />
      <span className="link-kind">{LINK_LABELS[link.kind]}</span>
      {primary ? <span className="link-address clip">{shortAddress(link.url)}</span> : null}
      {link.official ? null : <span className="link-unofficial">unofficial</span>}
    </a>
  );
}

/** Where code, data and models are: code first, and said plainly where none is known. */
export function LinkBar({
  links,
  onOpen,
}: {
  readonly links: readonly PaperLink[];
  readonly onOpen: (url: string) => void;
}) {
  const code =
    links.find((link) => link.kind === 'code' && link.official) ?? links.find((link) => link.kind === 'code');
  const others = links.filter((link) => link !== code);
  return (
    <section className="links" aria-label="Code and data">
      {code ? (
        <OutLink link={code} primary onOpen={onOpen} />
      ) : (
        <span className="no-code">No code link known</span>
      )}
      {others.map((link) => (
        <OutLink key={link.url} link={link} primary={false} onOpen={onOpen} />
      ))}
    </section>
  );
}

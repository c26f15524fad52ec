import { LINK_LABELS, shortAddress } from '@/lib/domain/describe';
import type { LinkKind, PaperLink } from '@/lib/domain/paper';
import { t } from '../hooks/texts';
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
  name,
  primary = false,
  onOpen,
}: {
  readonly link: PaperLink;
  /** What tells it from others of its kind. */
  readonly name?: string | undefined;
  readonly primary?: boolean;
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
      <span className={name && !primary ? 'visually-hidden' : undefined}>{LINK_LABELS[link.kind]}</span>
      {name ? <span className="link-address clip">{name}</span> : null}
      {link.official ? null : <span className="link-unofficial">{t('panel_unofficial')}</span>}
    </a>
  );
}

/** The last part of an address: what a repository, model or dataset is called. */
function nameOf({ url }: PaperLink): string | undefined {
  return shortAddress(url).split('/').at(-1);
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
    <section className="links" aria-label={t('panel_codeAndData')}>
      {code ? (
        <OutLink link={code} name={shortAddress(code.url)} primary onOpen={onOpen} />
      ) : (
        <span className="no-code">{t('panel_noCodeLinkKnown')}</span>
      )}
      {others.map((link) => (
        <OutLink
          key={link.url}
          link={link}
          name={others.filter(({ kind }) => kind === link.kind).length > 1 ? nameOf(link) : undefined}
          onOpen={onOpen}
        />
      ))}
    </section>
  );
}

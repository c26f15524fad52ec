import { hostToShow, shortAddress } from '@/lib/domain/describe';
import type { LinkKind, PaperLink } from '@/lib/domain/paper';
import { linkLabel } from '../hooks/paper-texts';
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
  isLabelled = true,
  onOpen,
}: {
  readonly link: PaperLink;
  /** The name that distinguishes it from other links of its kind. */
  readonly name?: string | undefined;
  readonly primary?: boolean;
  /** Whether its kind is visible; screen readers always get it. */
  readonly isLabelled?: boolean;
  readonly onOpen: (url: string) => void;
}) {
  return (
    <a
      className={primary ? 'button button-primary link-primary' : 'button'}
      href={link.url}
      title={link.official ? link.url : t('link_notByAuthors', link.url)}
      target="_blank"
      rel="noreferrer"
      onClick={(event) => {
        event.preventDefault();
        onOpen(link.url);
      }}
    >
      <Icon name={LINK_ICONS[link.kind]} />
      <span className={isLabelled ? undefined : 'visually-hidden'}>{linkLabel(link)}</span>
      {name ? <span className="link-address clip">{name}</span> : null}
      {link.official ? null : <span className="link-unofficial">{t('panel_unofficial')}</span>}
    </a>
  );
}

/**
 * The text that identifies a link's target: the host, unless it is one of the three known ones; and if there
 * are several links of the kind, also the last part of the path, the name of a repository, model or dataset.
 */
function nameOf({ url }: PaperLink, isOneOfSeveral: boolean): string | undefined {
  const host = hostToShow(url);
  if (!isOneOfSeveral) return host;
  const last = shortAddress(url).split('/').at(-1);
  return host === undefined || last === host ? last : `${host} … ${last}`;
}

/** Links to code, data and models: code first, or a note that none is known. */
export function LinkBar({
  links,
  isCodeTold = true,
  onOpen,
}: {
  readonly links: readonly PaperLink[];
  /** Whether the note that no code is known is shown here; it may be combined with others elsewhere. */
  readonly isCodeTold?: boolean;
  readonly onOpen: (url: string) => void;
}) {
  const code =
    links.find((link) => link.kind === 'code' && link.official) ?? links.find((link) => link.kind === 'code');
  const others = links.filter((link) => link !== code);
  return (
    <section className="links" aria-label={t('panel_codeAndData')}>
      {code ? (
        <OutLink link={code} name={shortAddress(code.url)} primary onOpen={onOpen} />
      ) : isCodeTold ? (
        <span className="no-code">{t('panel_noCodeLinkKnown')}</span>
      ) : null}
      {others.map((link) => {
        const isOneOfSeveral = others.filter(({ kind }) => kind === link.kind).length > 1;
        return (
          <OutLink
            key={link.url}
            link={link}
            name={nameOf(link, isOneOfSeveral)}
            isLabelled={!isOneOfSeveral}
            onOpen={onOpen}
          />
        );
      })}
    </section>
  );
}
